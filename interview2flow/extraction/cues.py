"""Signal words: whether a passage says "then", "before that", "goes back", "in that case", …; the words are a language's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from interview2flow.extraction.phrasebook import ANY, Overview, Phrasebook, straightened
from interview2flow.languages import texts


@cache
def patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    """By kind of signal ("then", "back", …), what finds one in a passage made ready by `ready`."""
    return {kind: _pattern(words) for kind, words in texts(language, "flow")["cues"].items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(word).replace(re.escape(ANY), r"\w*") for word in longest_first) + r")(?!\w)"
    )


@cache
def _book(language: str) -> Phrasebook:
    return Phrasebook(texts(language, "flow")["cues"])


def ready(passage: str) -> str:
    """The passage in lower case with plain apostrophes; each letter stays in its place."""
    lower = passage.lower()
    if len(lower) != len(passage):  # a few capitals have two small letters
        lower = "".join(letter.lower()[0] for letter in passage)
    return straightened(lower)


def heard(passage: str, language: str) -> frozenset[str]:
    """The kinds of signals in a passage."""
    return _book(language).kinds(ready(passage))


def over(text: str, language: str) -> Overview:
    """The signals in a text that is asked about many parts of it."""
    return _book(language).over(ready(text))


def opens_with(passage: str, kind: str, language: str) -> bool:
    """Whether the passage's first words are a signal of this kind."""
    return patterns(language)[kind].match(ready(passage).lstrip(" ,.-–—\"'…")) is not None
