"""Who is known by name in a process, and what stands instead of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from interview2flow.editing.pseudonyms.forms import stems
from interview2flow.languages import LANGUAGES, texts
from interview2flow.model import Interviewee, Process

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody; `name` is what stands instead of the name, `role` says whether that is a role."""

    name: str
    role: bool = False


@cache
def given_names() -> frozenset[str]:
    """Common given names, lower case, of all languages."""
    return frozenset(name.casefold() for language in LANGUAGES for name in texts(language, "people")["given"])


@cache
def listed() -> dict[str, str]:
    """Common names by what endings are put to: "hannekse" → "hannes"."""
    names = sorted(given_names() | words_too())
    return {stem: name for name in names for stem in reversed((*stems(name),))} | {name: name for name in names}


@cache
def words_too() -> frozenset[str]:
    """Given names that are ordinary words as well, lower case."""
    return frozenset(name.casefold() for language in LANGUAGES for name in texts(language, "people")["words"])


@cache
def titles() -> frozenset[str]:
    """What stands before a name, lower case: "Mrs", "rouva"."""
    return frozenset(title for language in LANGUAGES for title in texts(language, "people")["titles"])


def interviewees(process: Process) -> dict[Interviewee, Person]:
    """Each interviewee with what stands instead of the name; those who share a role are numbered."""
    known = list(dict.fromkeys(each.interviewee for each in process.interviews if each.interviewee and str(each.interviewee)))
    roles = Counter(role.casefold() for who in known if (role := _role(who)))
    seen: Counter[str] = Counter()
    found: dict[Interviewee, Person] = {}
    strangers = letters(process.language)
    for who in known:
        role = _role(who)
        if not role:
            found[who] = Person(next(strangers))
            continue
        seen[role.casefold()] += 1
        several = roles[role.casefold()] > 1
        found[who] = Person(f"{role} {seen[role.casefold()]}" if several else role, role=True)
    return found


def named(who: Interviewee) -> bool:
    """Whether somebody's name is one; "clerk" alone is a role."""
    parts = (who.name or "").split()
    return any(part[:1].isupper() or part.casefold() in given_names() | words_too() for part in parts)


def _role(who: Interviewee) -> str | None:
    return who.role or (None if named(who) else who.name)


def letters(language: str) -> Iterator[str]:
    """`Person A`, `Person B` and so on, after Z with numbers."""
    someone: str = texts(language, "people")["someone"]
    yield from (someone.format(letter=letter) for letter in LETTERS)
    number = len(LETTERS)
    while True:
        number += 1
        yield someone.format(letter=number)
