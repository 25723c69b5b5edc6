"""The questions that a manual asks of grammar: each language answers them in `languages/<code>/inflection.py`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, cast

from interview2flow.languages.catalogue import texts
from interview2flow.languages.quantities import plain_length

STOPS: Final = ".?!;:, "


class Inflection(ABC):
    """One language's answers. Whoever is not sure says so: a form that is left as it was is clumsy, a wrong one is a mistake."""

    code: str

    @property
    def words(self) -> Mapping[str, Any]:
        """The language's word lists for this."""
        return texts(self.code, "inflection")

    def instruction(self, label: str) -> str:
        """The label as an instruction, with a capital where it had one."""
        told = self.imperative(label[:1].lower() + label[1:])
        return told[:1].upper() + told[1:] if label[:1].isupper() else told

    @abstractmethod
    def imperative(self, label: str) -> str:
        """How is somebody told to do what a label names?

        fi "lähettää lasku" → "lähetä lasku", sv "skriva ut fakturan" → "skriv ut fakturan", en "check the invoice" stays.
        What begins with no infinitive that is known for certain stays: fi "laskun tarkistus".
        """

    @abstractmethod
    def in_system(self, name: str) -> str | None:
        """How does one say that work is done in a system, called by its name?

        "Axira" → en "in Axira", sv "i Axira", fi "Axirassa"; fi "Hilkka" → "Hilkka-järjestelmässä", for its k's may change.
        None for what is no name.
        """

    def by_means(self, tool: str) -> str | None:
        """How does one say what work is done with? en "phone" → "by phone", fi "puhelin" → "puhelimella". None if not known."""
        found: str | None = self.words["means"].get(tool.casefold())
        return found

    def length(self, told: str) -> str | None:
        """How does a told length of time stand behind "takes"? en "Half an hour" → "half an hour", fi "viikko" → "viikon".

        None where the words do not simply say how long: "next morning".
        """
        return _small(told) if plain_length(told, self.code, filling=self.words["in_lengths"]) else None

    def condition(self, told: str) -> str | None:
        """How does a sentence begin that holds only under a condition?

        en "the price is wrong" → "if the price is wrong", "when it is late" stays; sv "kunden är inte nöjd" → "om kunden inte är
        nöjd". None where it only says that another does not hold: "otherwise".
        """
        said = told.strip().rstrip(STOPS)
        if self.is_otherwise(said):
            return None
        for empty in self.words["empty_openers"]:
            said = said.removeprefix(f"{empty} ")
        return said if self.opens(said) else f"{self.words['if']} {self.clause(said)}"

    def is_otherwise(self, said: str) -> bool:
        """Whether a condition only says that another does not hold."""
        return said.strip().rstrip(STOPS).casefold() in self.words["otherwise"]

    def opens(self, said: str) -> bool:
        """Does a condition bring its own "if" or "when"?"""
        return said.casefold().startswith(tuple(f"{opener} " for opener in self.words["openers"]))

    def has_clause(self, label: str) -> bool:
        """Does a label hold a clause of its own, so that what is put behind it would belong to that? "check what was read"."""
        return "," in label or not set(label.casefold().split()).isdisjoint(self.words["clause_openers"])

    def clause(self, said: str) -> str:
        """What word order does a condition take behind "if"?"""
        return said


@cache
def inflection(language: str) -> Inflection:
    """A language's answers.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    texts(language, "inflection")
    return cast("Inflection", import_module(f"interview2flow.languages.{language}.inflection").INFLECTION)


def _small(told: str) -> str:
    return told[:1].lower() + told[1:]
