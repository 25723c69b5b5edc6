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


Inflections = tuple[tuple[str, tuple[str, ...]], ...]
"""Endings of forms, each with what may stand in their place in the dictionary."""
STANDING_IN: Final = ("thing", "relative", "group", "open", "general", "person", "self")
"""Kinds of pronouns; a form that is in several lists is taken for the last kind."""


@dataclass(frozen=True, slots=True)
class Endings:
    """Nouns that count alone, and as the last part of a compound: `projektledare` ends in `ledare`."""

    words: frozenset[str]
    lengths: tuple[int, ...]

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.words or not self.words.isdisjoint([lemma[-length:] for length in self.lengths])


def endings(nouns: Iterable[str], *, compounds: bool = True) -> Endings:
    """These nouns, the shortest ones only for themselves."""
    words = frozenset(nouns)
    return Endings(words, tuple(sorted({len(word) for word in words if len(word) >= SHORTEST_PART})) if compounds else ())


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
    beside: frozenset[str]  # forms that are subjects right beside the verb
    relative: frozenset[str]
    place: frozenset[str]  # there
    articles: frozenset[str]
    by: frozenset[str]  # what opens a passive's agent
    recipient: frozenset[str]  # what stands before those who are handed something
    duty: re.Pattern[str]  # whose work it is
    workers: Endings  # who works: persons, trades and units
    groups: Endings
    suffixes: tuple[str, ...]
    things: Endings
    case_endings: tuple[str, ...]  # what a name may carry, the longest first
    pronouns: Mapping[str, str]  # by form that stands for somebody or something named elsewhere, its kind
    endings: Inflections  # how a noun's forms become its dictionary form
    copulas: frozenset[str]  # forms of "is" and "is called"
    namely: frozenset[str]  # what stands before the name of the one just spoken of
    titles: frozenset[str]  # whose name says of what
    of: frozenset[str]  # what stands between: "head of HR"
    verb_second: bool  # whether the subject stands behind the verb where something else opens the sentence
    nominative_subjects: bool  # whether a noun's form tells that it is the subject, wherever it stands

    def is_pronoun(self, tree: Tree, token: int) -> bool:
        """Whether a word stands for somebody or something named elsewhere; IT in capitals does not."""
        if tree.lower[token] not in self.pronouns:
            return False
        text = tree.text[token]
        return len(text) == 1 or not text.isupper()


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
        beside=frozenset([*pronouns["nominative"], *pronouns["spoken"]]),
        relative=frozenset(pronouns["relative"]),
        place=frozenset(pronouns["place"]),
        articles=frozenset(data["articles"]["words"]),
        by=frozenset(data["agent"]["prepositions"]),
        recipient=frozenset(data["agent"]["recipients"]),
        duty=re.compile(r"\b(?:" + "|".join(map(re.escape, data["duty"]["words"])) + r")\b"),
        workers=endings([*nouns["people"], *nouns["groups"]], compounds=nouns["compounds"]),
        groups=endings(nouns["groups"], compounds=nouns["compounds"]),
        suffixes=tuple(nouns["suffixes"]),
        things=endings(nouns["things"]),
        case_endings=tuple(data["names"]["case_endings"]),
        pronouns={form: kind for kind in STANDING_IN for form in pronouns[kind]} | dict.fromkeys(pronouns["spoken"], "self"),
        endings=tuple((ending, tuple(bases)) for ending, bases in nouns["endings"].items()),
        copulas=frozenset(data["naming"]["copulas"]),
        namely=frozenset(data["naming"]["namely"]),
        titles=frozenset(data["naming"]["titles"]),
        of=frozenset(data["naming"]["of"]),
        verb_second=data["order"]["verb_second"],
        nominative_subjects=data["order"]["nominative_subjects"],
    )


@lru_cache(maxsize=65536)
def stems(form: str, inflections: Inflections) -> tuple[str, ...]:
    """The form, and what it may be a form of: "kunden" → "kund", "tandläkarn" → "tandläkare"."""
    found = [form]
    for ending, bases in inflections:
        if form.endswith(ending):
            found += [form.removesuffix(ending) + base for base in bases]
    return tuple(found)


@lru_cache(maxsize=65536)
def known_noun(form: str, lemma: str, language: str) -> str | None:
    """The dictionary form of a noun that is known to name somebody who works, by itself or as a compound's last part."""
    known = words(language)
    if lemma in known.things.words or form in known.things.words:
        return None
    may_be = dict.fromkeys((*stems(form, known.endings), *stems(lemma, known.endings)))
    whole = (part for part in may_be if part in known.workers.words)
    ending = (part for part in may_be if part in known.workers)
    return next(whole, None) or next(ending, None)
