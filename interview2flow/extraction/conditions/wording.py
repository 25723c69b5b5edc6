"""A condition as a reader would write it on an arrow."""

from __future__ import annotations

from functools import cache
from typing import Final

from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.cues import ready
from interview2flow.extraction.thread import Thread
from interview2flow.languages import texts

EDGES: Final = frozenset({"PUNCT", "SPACE", "INTJ", "SYM"})
NEVER_DROPPED: Final = 1
"""So many words stay, whatever they are."""


@cache
def _phrases(language: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a kind as words, the longest ones first."""
    listed = {tuple(ready(phrase).split()) for phrase in texts(language, "flow")["conditions"][kind]}
    return tuple(sorted(listed, key=lambda phrase: (-len(phrase), phrase)))


def wording(thread: Thread, candidate: Candidate) -> str:
    """The passage without what opens it ("and if …"), fillers, and what follows it ("…, then"); empty if nothing is left."""
    tokens = _trimmed(thread, candidate.start, candidate.end)
    words = [thread.tree.text[i] + (" " if _spaced(thread, i) else "") for i in tokens]
    return "".join(words).strip()


def _trimmed(thread: Thread, start: int, end: int) -> list[int]:
    tree = thread.tree
    while start < end:
        if tree.pos[start] in EDGES:
            start += 1
        elif length := _phrase_at(thread, start, end, "openers"):
            start += length
        else:
            break
    while start < end and (tree.pos[end - 1] in EDGES or _phrase_at(thread, end - 1, end, "closers")):
        end -= 1
    fillers = {phrase[0] for phrase in _phrases(thread.language, "fillers") if len(phrase) == 1}
    return [i for i in range(start, end) if tree.lower[i] not in fillers]


def _phrase_at(thread: Thread, start: int, end: int, kind: str) -> int:
    """The number of words of the phrase that stands here and leaves something behind it, 0 for none."""
    for phrase in _phrases(thread.language, kind):
        stop = start + len(phrase)
        if stop <= end and tuple(ready(word) for word in thread.tree.lower[start:stop]) == phrase:
            return len(phrase)
    return 0


def _spaced(thread: Thread, token: int) -> bool:
    return bool(thread.doc[token].whitespace_)
