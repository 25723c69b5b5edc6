"""A language's words about who works, read once from `languages/<code>/actors.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Token

from interview2flow.languages import texts

SHORTEST_PART = 3
"""A compound's last part must have so many letters to be taken for a word of its own."""


@dataclass(frozen=True, slots=True)
class Words:
    """Lower-case forms of pronouns; lemmas of nouns."""

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
    people: tuple[str, ...]
    groups: tuple[str, ...]
    suffixes: tuple[str, ...]
    things: tuple[str, ...]
    endings: tuple[str, ...]  # what an unknown form may carry after the dictionary form

    def is_pronoun(self, token: Token) -> bool:
        """Whether a word stands for somebody or something named elsewhere; IT in capitals does not."""
        if len(token.text) > 1 and token.text.isupper():
            return False
        kinds = (self.own, self.person, self.group, self.thing, self.general, self.open, self.relative)
        return any(token.lower_ in kind for kind in kinds)


@cache
def words(language: str) -> Words:
    """The words of a language."""
    data = texts(language, "actors")
    pronouns, nouns = data["pronouns"], data["nouns"]
    return Words(
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
        people=tuple(nouns["people"]),
        groups=tuple(nouns["groups"]),
        suffixes=tuple(nouns["suffixes"]),
        things=tuple(nouns["things"]),
        endings=tuple(nouns["endings"]),
    )


def stems(form: str, endings: tuple[str, ...]) -> list[str]:
    """The form, and what is left of it without an ending."""
    return [form, *(form.removesuffix(ending) for ending in endings if form.endswith(ending))]


@lru_cache(maxsize=65536)
def ends_in(lemma: str, endings: tuple[str, ...]) -> bool:
    """Whether a noun is one of these, or a compound whose last part is: `projektledare` ends in `ledare`."""
    return any(lemma == ending or (len(ending) > SHORTEST_PART and lemma.endswith(ending)) for ending in endings)
