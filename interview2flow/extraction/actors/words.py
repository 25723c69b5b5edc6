"""A language's words about who works, read once from `languages/<code>/actors.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from interview2flow.extraction.tree import Tree
from interview2flow.languages import texts

SHORTEST_PART: Final = 4
"""A compound's last part must have so many letters to be taken for a word of its own."""


STANDING_IN: Final = ("thing", "relative", "group", "open", "general", "person", "self")
"""Kinds of pronouns; a form that is in several lists is taken for the last kind."""


@dataclass(frozen=True, slots=True)
class Endings:
    """Nouns that count alone, and as the last part of a compound: `projektledare` ends in `ledare`."""

    words: frozenset[str]
    lengths: tuple[int, ...]

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.words or any(lemma[-length:] in self.words for length in self.lengths if length < len(lemma))


def endings(nouns: Iterable[str]) -> Endings:
    """These nouns, the shortest ones only for themselves."""
    words = frozenset(nouns)
    return Endings(words, tuple(sorted({len(word) for word in words if len(word) >= SHORTEST_PART})))


@dataclass(frozen=True, slots=True)
class Words:
    """Lower-case forms of pronouns; lemmas of nouns."""

    language: str
    interviewee: str
    addressed: frozenset[str]
    own: frozenset[str]  # I, we
    person: frozenset[str]  # he, she
    group: frozenset[str]  # they
    thing: frozenset[str]  # it
    general: frozenset[str]  # one
    open: frozenset[str]  # somebody, nobody, who
    nominative: frozenset[str]  # forms of these that are subjects wherever they stand
    relative: frozenset[str]
    place: frozenset[str]  # there
    articles: frozenset[str]
    by: frozenset[str]  # what opens a passive's agent
    recipient: frozenset[str]  # what stands before those who are handed something
    duty: re.Pattern[str]  # whose work it is
    people: Endings
    groups: Endings
    suffixes: tuple[str, ...]
    things: Endings
    case_endings: tuple[str, ...]  # what a name may carry, the longest first
    pronouns: Mapping[str, str]  # by form that stands for somebody or something named elsewhere, its kind
    endings: tuple[str, ...]  # what an unknown form may carry after the dictionary form

    def is_pronoun(self, tree: Tree, token: int) -> bool:
        """Whether a word stands for somebody or something named elsewhere; IT in capitals does not."""
        text = tree.text[token]
        return not (len(text) > 1 and text.isupper()) and tree.lower[token] in self.pronouns


@cache
def words(language: str) -> Words:
    """The words of a language."""
    data = texts(language, "actors")
    pronouns, nouns = data["pronouns"], data["nouns"]
    return Words(
        language=language,
        interviewee=data["interviewee"],
        addressed=frozenset(data["you"]),
        own=frozenset(pronouns["self"]),
        person=frozenset(pronouns["person"]),
        group=frozenset(pronouns["group"]),
        thing=frozenset(pronouns["thing"]),
        general=frozenset(pronouns["general"]),
        open=frozenset(pronouns["open"]),
        nominative=frozenset(pronouns["nominative"]),
        relative=frozenset(pronouns["relative"]),
        place=frozenset(pronouns["place"]),
        articles=frozenset(data["articles"]["words"]),
        by=frozenset(data["agent"]["prepositions"]),
        recipient=frozenset(data["agent"]["recipients"]),
        duty=re.compile(r"\b(?:" + "|".join(map(re.escape, data["duty"]["words"])) + r")\b"),
        people=endings(nouns["people"]),
        groups=endings(nouns["groups"]),
        suffixes=tuple(nouns["suffixes"]),
        things=endings(nouns["things"]),
        case_endings=tuple(data["names"]["case_endings"]),
        pronouns={form: kind for kind in STANDING_IN for form in pronouns[kind]},
        endings=tuple(nouns["endings"]),
    )


@lru_cache(maxsize=65536)
def stems(form: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    """The form, and what is left of it without an ending."""
    return (form, *(form.removesuffix(ending) for ending in endings if form.endswith(ending)))


@lru_cache(maxsize=65536)
def names_somebody(lemma: str, language: str) -> bool:
    """Whether a noun is known to name somebody who works, by itself or as a compound's last part."""
    known = words(language)
    if lemma in known.things.words:
        return False
    return any(part in known.people or part in known.groups for part in stems(lemma, known.endings))
