"""Which of the words before a colon are speakers: "Anna: I open it" is one, "Amount: 500" is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from interview2flow.readers.form.line import Line
from interview2flow.readers.form.openings import Opening
from interview2flow.readers.form.vocabulary import among

_LEGEND: Final = re.compile(r"(?<!\w)(?P<label>[^\W_][\w.]{0,4})\s?=\s?\w")
"""`I = interviewer, P1 = participant`."""

_WORDS_OF_A_NAME: Final = 3
_BULLET: Final = re.compile(r"[^*>\s]")
OFTEN: Final = 2
MOST: Final = 0.5
"""The share of paragraphs that begin with a speaker, in a transcript."""


def speakers(lines: Sequence[Line], openings: Sequence[Opening], *, share: float = MOST) -> frozenset[str]:
    """The labels that are speakers, in a document where each line has its opening; empty for notes and letters.

    A label is a speaker if it recurs, or a legend declares it, or it says so itself ("Interviewer"), and if at least `share`
    of the paragraphs from the first one on begin with one, or labels stand with times. In such a document a name that occurs
    once is a speaker too.
    """
    at = {i: o.label for i, (line, o) in enumerate(zip(lines, openings, strict=True)) if o.label and _possible(line, o)}
    counts = Counter(at.values())
    often = {label for label, count in counts.items() if count >= OFTEN}
    declared = _declared(lines) | {label for label in counts if among(label, "speakers")}
    sure = often or declared
    first = next((i for i, label in at.items() if label in sure), len(lines))
    later = {label for i, label in at.items() if i >= first}
    accepted = often | (declared & later)
    if not accepted or not (_timed(openings, often) or _share(lines, openings, accepted, first) >= share):
        return frozenset()
    return frozenset(accepted | {label for label in later if _is_name(label)})


def _possible(line: Line, opening: Opening) -> bool:
    label = opening.label or ""
    return not line.heading and not _BULLET.match(line.marker) and not among(label, "not_speakers")


def _declared(lines: Sequence[Line]) -> set[str]:
    return {found["label"] for line in lines for found in _LEGEND.finditer(line.text[:500])}


def _timed(openings: Sequence[Opening], often: set[str]) -> bool:
    return sum(o.label in often and o.start is not None for o in openings) >= OFTEN


def _share(lines: Sequence[Line], openings: Sequence[Opening], accepted: set[str], first: int) -> float:
    """How many paragraphs begin with a speaker; text under a label that stands alone is not counted."""
    labelled = [o.label in accepted for o in openings]
    units = [
        i for i in range(first, len(lines)) if labelled[i] or (lines[i].opens and not lines[i].heading and openings[i - 1].rest)
    ]
    return sum(labelled[i] for i in units) / max(1, len(units))


def _is_name(label: str) -> bool:
    words = label.split()
    return len(words) <= _WORDS_OF_A_NAME and all(word[0].isupper() or word[0].isdigit() for word in words)
