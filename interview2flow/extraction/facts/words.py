"""A language's words about systems, documents, durations and complaints, from `languages/<code>/facts.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from interview2flow.extraction.actors.words import Endings, endings
from interview2flow.languages import texts

UNITS = ("minute", "hour", "day", "week", "year")


@dataclass(frozen=True, slots=True)
class Words:
    """Lemmas of nouns, forms of everything else; `units` gives a unit word's place in UNITS."""

    systems: Endings
    documents: Endings
    inside: frozenset[str]
    instrument: frozenset[str]
    units: dict[str, int]
    numbers: frozenset[str]
    joining: frozenset[str]
    single: frozenset[str]
    work: re.Pattern[str]
    wait: re.Pattern[str]
    habit: re.Pattern[str]
    complaint: re.Pattern[str]


@cache
def words(language: str) -> Words:
    """The words of a language."""
    data = texts(language, "facts")
    return Words(
        systems=endings(data["things"]["systems"]),
        documents=endings(data["things"]["documents"]),
        inside=frozenset(data["words"]["inside"]),
        instrument=frozenset(data["words"]["with"]),
        units={form: place for place, name in enumerate(UNITS) for form in data["units"][name]},
        numbers=frozenset(data["span"]["numbers"]),
        joining=frozenset(data["span"]["joining"]),
        single=frozenset(data["span"]["single"]),
        work=_starting(data["duration"]["work"]),
        wait=_starting(data["duration"]["wait"]),
        habit=_starting(data["duration"]["habit"]),
        complaint=_starting(data["complaint"]["cues"]),
    )


def _starting(wordings: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the wordings at the start of a word."""
    longest = sorted(wordings, key=lambda wording: (-len(wording), wording))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + ")")
