"""A stretch of words with what grammar says of each, as the languages' own rules read and reword it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import cast


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as said, its dictionary form, part of speech, morphology ("Name=Value") and relation (without subtype).

    `head` marks the phrase's head, `agrees` an adjective or determiner before it; `direct` tells an object from a phrase of
    place, direction or means.
    """

    form: str
    lemma: str
    pos: str
    morph: frozenset[str]
    rel: str
    head: bool = False
    agrees: bool = False
    direct: bool = True


Reword = Callable[[Sequence[Word]], list[str]]
"""Words of a phrase as a manual writes them; a word that is left out is not in the list."""


@cache
def object_wording(language: str) -> Reword:
    """How a language names what is done to: `languages/<code>/naming.py`, `object_phrase`."""
    return cast("Reword", import_module(f"interview2flow.languages.{language}.naming").object_phrase)
