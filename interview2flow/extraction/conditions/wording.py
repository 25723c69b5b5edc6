"""A condition as a reader would write it on an arrow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.cues import ready
from interview2flow.extraction.thread import Thread
from interview2flow.languages import texts

CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X"})
"""A passage with none of these says nothing: "they", "it's"."""
EDGES: Final = frozenset({"PUNCT", "SPACE", "INTJ", "SYM"})


@cache
def _phrases(language: str, kind: str) -> Mapping[int, frozenset[str]]:
    """The phrases of a kind by their number of words, the longest ones first."""
    listed = {ready(phrase) for phrase in texts(language, "flow")["conditions"][kind]}
    lengths = sorted({len(phrase.split()) for phrase in listed}, reverse=True)
    return {length: frozenset(phrase for phrase in listed if len(phrase.split()) == length) for length in lengths}


@cache
def _first_words(language: str, kind: str) -> frozenset[str]:
    """With what the phrases of a kind begin: most words of an interview begin none."""
    return frozenset(phrase.split()[0] for phrases in _phrases(language, kind).values() for phrase in phrases)


def wording(thread: Thread, candidate: Candidate) -> str:
    """The passage without what opens it ("and if …"), fillers, and what follows it ("…, then"); empty if nothing is left."""
    tokens = trimmed(thread, candidate.start, candidate.end)
    words = [thread.tree.text[i] + (" " if thread.tree.spaced[i] else "") for i in tokens]
    return "".join(words).strip()


def trimmed(thread: Thread, start: int, end: int) -> list[int]:
    """The tokens that are left of a passage."""
    tree = thread.tree
    while start < end:
        if _is_edge(thread, start):
            start += 1
        elif length := _phrase_at(thread, start, end, "openers"):
            start += length
        else:
            break
    while start < end and (_is_edge(thread, end - 1) or _phrase_at(thread, end - 1, end, "closers")):
        end -= 1
    fillers = _phrases(thread.language, "fillers").get(1, frozenset())
    left = [i for i in range(start, end) if tree.lower[i] not in fillers]
    return left if any(tree.pos[i] in CONTENT for i in left) else []


def _is_edge(thread: Thread, token: int) -> bool:
    return thread.tree.pos[token] in EDGES or not any(map(str.isalnum, thread.tree.text[token]))


def _phrase_at(thread: Thread, start: int, end: int, kind: str) -> int:
    """The number of words of the phrase that stands here and leaves something behind it, 0 for none."""
    if ready(thread.tree.lower[start]) not in _first_words(thread.language, kind):
        return 0
    for length, phrases in _phrases(thread.language, kind).items():
        if start + length <= end and ready(" ".join(thread.tree.lower[start : start + length])) in phrases:
            return length
    return 0
