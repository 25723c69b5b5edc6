"""The details of a manual without names: who is entered as owner, author or approver, and whoever is named in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Any, Final, cast

from interview2flow.editing.pseudonyms.people import Person, listed, words_too
from interview2flow.editing.pseudonyms.replacing import WORD, Names
from interview2flow.languages import LANGUAGES, texts
from interview2flow.model.details import Details

BETWEEN: Final = re.compile(r"\s*[,;/()&|\n]+\s*|\s+[-–—]\s+")
"""What parts a name from a role, or from another name: "Åsa Kwon (Head of Finance)"."""

SENTENCES: Final = frozenset({"purpose", "scope", "exclusions", "meaning", "risk", "control", "change"})
"""Fields in which a role takes its article."""

PEOPLE: Final = frozenset({"owner", "author", "approver"})
"""Fields that hold a person, a role, or both."""

UNTOUCHED: Final = frozenset({"step", "leave_out"})
"""Fields that refer to something by its name."""

LONGEST_SHORT_FORM: Final = 5
LONG_TAIL: Final = 4
"""Letters: "CFO" is a role; "Ekonomichef" ends in one, "Bergman" does not."""


def introduce(details: Details, names: Names) -> None:
    """Makes known who is named where a person can be expected, by names, too, that are in no list."""
    authors = (revision.author for revision in details.revisions)
    for value in filter(None, (details.owner, details.author, details.approver, *authors)):
        parts = list(_parts(value))
        roles = [part for part in parts if is_role(part)]
        for part in parts:
            if part not in roles:
                known = names.bearer(part)
                told = Person(roles[0], role=True) if len(roles) == 1 else None
                names.know(part, known or told or Person(next(names.strangers)))


def is_role(part: str) -> bool:
    """Whether this is a role or a unit rather than somebody's name."""
    words: list[str] = WORD.findall(part)
    if any(_is_given(word, following) for word, following in zip_longest(words, words[1:], fillvalue="")):
        return False
    short = len(words) == 1 and part.isupper() and len(part) <= LONGEST_SHORT_FORM
    return short or part.islower() or any(_names_a_role(word.casefold()) for word in words)


def without_names(details: Details, names: Names) -> Details:
    """The details with roles or letters where people were named."""
    return cast("Details", _copy_of(details, names))


def _copy_of(held: Any, names: Names) -> Any:
    copied = {each.name: _value(getattr(held, each.name), each.name, names) for each in fields(held)}
    return replace(held, **copied)


def _value(value: Any, name: str, names: Names) -> Any:
    if name in UNTOUCHED:
        return value
    if isinstance(value, tuple):
        return tuple(_value(each, name, names) for each in value)
    if is_dataclass(value):
        return _copy_of(value, names)
    if isinstance(value, str):
        return _person(value, names) if name in PEOPLE else names.replaced(value, article=name in SENTENCES)
    return value


def _person(value: str, names: Names) -> str:
    """A name that stood beside its role leaves the role alone."""
    parts = list(_parts(value))
    copied = [names.replaced(part, article=False) for part in parts]
    return value if copied == parts else ", ".join(dict.fromkeys(copied))


def _parts(value: str) -> Iterator[str]:
    return (part for part in BETWEEN.split(value) if part.strip())


def _is_given(word: str, following: str) -> bool:
    """Whether this is a given name; one that is a word as well is one where a surname follows."""
    known = word.casefold() in listed()
    return known and (following.istitle() or word.casefold() not in words_too())


def _names_a_role(word: str) -> bool:
    words, tails = _roles()
    return word in words or word.endswith(tails)


@cache
def _roles() -> tuple[frozenset[str], tuple[str, ...]]:
    """What names a trade or a unit, in any of the languages, and what such a longer word ends in."""
    words: set[str] = set()
    tails: set[str] = set()
    for language in LANGUAGES:
        actors = texts(language, "actors")
        nouns = {noun.casefold() for kind in ("people", "groups") for noun in actors["nouns"][kind]}
        words |= nouns | {title.casefold() for title in actors["naming"]["titles"]}
        if actors["nouns"]["compounds"]:
            tails |= {noun for noun in nouns if len(noun) >= LONG_TAIL}
    return frozenset(words), tuple(sorted(tails))
