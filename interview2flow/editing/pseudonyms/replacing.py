"""Takes the names out of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from interview2flow.editing.pseudonyms.forms import splits, stems, unmistakable
from interview2flow.editing.pseudonyms.people import Person, given_names, listed, titles, words_too
from interview2flow.languages import texts

Match = re.Match[str]

WORD: Final = re.compile(r"[^\W\d_]+(?:['’:][^\W\d_]{1,5}(?![^\W\d_]))?")
"""A word, with an ending that is set off: "Anna's", "EU:n". The parts of "Anna-Maija" are words of their own."""

SPACE: Final = frozenset({" ", "-"})
"""What stands between the names of one person."""


Found = tuple[Person, str]
"""Somebody, and the ending of the name."""


@dataclass(slots=True)
class Names:
    """All names that are known so far, by their stems in lower case, and who bears them.

    `told` are those of interviewees, known in small letters, too. `strangers` gives names to people whose role is not known.
    `ordinary` are words that were met in small letters: they are no surnames.
    """

    language: str
    strangers: Iterator[str]
    people: dict[str, Person] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    ordinary: set[str] = field(default_factory=set)

    def know(self, name: str, person: Person, *, told: bool = False) -> None:
        """Adds all parts of a name; who already bears one keeps it."""
        parts: list[str] = WORD.findall(name)
        for part in [part for part in parts if not part.islower()] or parts:
            for stem in stems(part):
                self.people.setdefault(stem, person)
                if told:
                    self.told.add(stem)

    def bearer(self, name: str) -> Person | None:
        """Who is known by a part of that name."""
        known = (self.people.get(part.casefold()) for part in WORD.findall(name))
        return next((person for person in known if person), None)

    def replaced(self, text: str, *, article: bool = True) -> str:
        """The text without names; without `article` it is a title rather than a sentence."""
        words = list(WORD.finditer(text))
        self.ordinary |= {word[0] for word in words if word[0].islower()}
        result, done, place = [], 0, 0
        while place < len(words):
            first = words[place]
            if found := self._met(text, words, place):
                while place + 1 < len(words) and (further := self._goes_on(text, words, place, found[0])):
                    place, found = place + 1, further
                result += [
                    text[done : first.start()],
                    self._instead(*found, opens=_opens(text, first.start())) if article else found[0].name,
                ]
                done = words[place].end()
            place += 1
        return "".join((*result, text[done:]))

    def _met(self, text: str, words: list[Match], place: int) -> Found | None:
        """Who is named here: somebody known, or somebody new with a common name or a title."""
        word = words[place]
        if known := self._known(word[0]):
            return known
        if not word[0][:1].isupper():
            return None
        found = next(((listed()[stem], end) for stem, end in splits(word[0]) if stem in listed()), None)
        if found and found[0] in words_too() and _opens(text, word.start()):
            found = None
        if found is None and _after_title(text, words, place):
            found = (word[0].casefold(), "")
        if found is None:
            return None
        self.know(found[0], Person(next(self.strangers)))
        return self.people[found[0]], found[1]

    def _known(self, word: str) -> Found | None:
        """Who bears this name. "Maria" is herself before she is a form of "Mari"."""
        exact = word.casefold()
        if exact not in self.people and exact in given_names():
            return None
        found = next(((stem, end) for stem, end in splits(word) if stem in self.people), None)
        if found is None or not (word[:1].isupper() or self._in_small_letters(*found)):
            return None
        return self.people[found[0]], found[1]

    def _in_small_letters(self, stem: str, ending: str) -> bool:
        return stem in self.told and stem not in words_too() and unmistakable(stem, ending)

    def _goes_on(self, text: str, words: list[Match], place: int, person: Person) -> Found | None:
        """The next word, where it is another name of the same person: a surname, the second half of a double name."""
        following = words[place + 1]
        between = text[words[place].end() : following.start()]
        if between not in SPACE:
            return None
        if known := self._known(following[0]):
            return known if known[0] == person else None
        new = following[0].istitle() and following[0].casefold() not in self.ordinary
        if not new or (between == " " and following[0].casefold() in listed()):
            return None
        self.know(following[0], person)
        return person, ""

    def _instead(self, person: Person, ending: str, *, opens: bool) -> str:
        words = texts(self.language, "people")
        name = words["role"].format(role=person.name) if person.role else person.name
        joint = words["joint"] if ending[:1].isalpha() else ""
        return (name[:1].upper() + name[1:] if opens else name) + (joint + ending if ending else "")


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[:start].rstrip().rstrip("\"'“”„»«’‘").rstrip()
    return not before or before[-1] in ".!?…:•\n"


def _after_title(text: str, words: list[Match], place: int) -> bool:
    """Whether "Mrs" or "rouva" stands before it, an abbreviation with its dot."""
    before = words[place - 1] if place else None
    if before is None or before[0].casefold() not in titles():
        return False
    between = text[before.end() : words[place].start()]
    return between == " " or (between == ". " and before[0].istitle())
