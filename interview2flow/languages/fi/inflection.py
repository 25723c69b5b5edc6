"""Finnish in a manual's sentences: the imperative of verbs, systems in the inessive, lengths of time as objects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview2flow.languages.catalogue import texts
from interview2flow.languages.fi.imperative import imperative
from interview2flow.languages.inflection import Inflection
from interview2flow.languages.lemmas import lemma, table
from interview2flow.languages.quantities import TOKEN

AND: Final = frozenset({"ja", "tai", "sekä"})
ASKING: Final = ("ko", "kö")
BACK: Final = frozenset("aouAOU")
FIRM: Final = frozenset("dfghjlmnrsv")
"""Consonants that do not change before a name's last vowel."""
FINNISH_ENDS: Final = ("nen", "us", "ys", "as", "äs", "is", "es", "os", "ös", "in", "e")
"""Ends of names that may be inflected as Finnish words or as foreign ones."""
LOCAL: Final = ("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi")
INTO: Final = ("aan", "een", "iin", "oon", "uun", "yyn", "ään", "öön", "seen", "hin", "hun", "hyn")
NO_GENITIVE: Final = ("jen", "ien", "iden", "itten", "sten", "lten", "rten", "nten", "kin", "in")
"""Ends of plurals, which are no objects, and of words that only end like a genitive."""
AT_MOST: Final = "enintään"


class Finnish(Inflection):
    """Finnish answers."""

    code = "fi"

    def imperative(self, label: str) -> str:
        """The first verb, and one joined to it, in the imperative: "lähettää lasku" → "lähetä lasku".

        The object of an infinitive and of an imperative is the same where it stands in the nominative or partitive.
        """
        first, *others = label.split(" ")
        told = self._imperative(first.rstrip(","))
        if told is None:
            return label
        clause = bool(others) and (first.endswith(",") or self._begins_clause(others[0]))
        if not (clause or first in self.words["intransitive"]) and self._object_in_genitive(others):
            return label
        words = [told]
        for before, word in zip([first, *others], others, strict=False):
            verb = self._imperative(word) if before in AND else None
            words.append(verb or word)
        if clause:
            words[0] += ","
        return " ".join(words)

    def in_system(self, name: str) -> str | None:
        """Such as "Axirassa", "SAPissa"; "Hilkka-järjestelmässä" where it is not certain how the name is inflected."""
        if name == name.lower():
            return None
        ending = "ssa" if BACK & set(name) else "ssä"
        if name[-1] in "aouiäö" and name[-2:-1] in FIRM and not name.endswith(("nd", "ld", "rd")):
            return name + ending
        if name[-1].isalpha() and name[-1].lower() not in "aeiouyäöå" and not name.endswith(FINNISH_ENDS) and _has_vowel(name):
            return f"{name}i{ending}"
        return f"{name}{' ' if ' ' in name else ''}-järjestelmässä"

    def length(self, told: str) -> str | None:
        """As the object of "kestää": "viikko" → "viikon", "kahden viikon" → "kaksi viikkoa", "viikossa" → "enintään viikon"."""
        *before, unit = told.casefold().split() or [""]
        if unit.endswith(".") or any(token not in TOKEN.findall(told.casefold()) for token in before if token.isalpha()):
            return super().length(told)
        words = self.words
        numerals = [words["numerals"].get(word, word) for word in before]
        counted = [word for word in numerals if word not in words["in_lengths"] and word != "yhden"]
        if unit in words["inessive"]:
            numerals, unit = [AT_MOST, *numerals], words["inessive"][unit][bool(counted)]
        elif counted:
            unit = words["partitive"].get(unit, unit)
        else:
            unit = words["accusative"].get(unit, unit)
        return super().length(" ".join([*numerals, unit])) or self._single(numerals, unit)

    def _single(self, before: list[str], unit: str) -> str | None:
        """A unit without number: "viikon", "noin vuoden"."""
        known = unit in self.words["accusative"].values()
        return " ".join([*before, unit]) if known and all(word in (AT_MOST, "noin", "yhden") for word in before) else None

    def _object_in_genitive(self, words: Sequence[str]) -> bool:
        """Whether the object may stand in the genitive, as it does beside an infinitive but not beside an imperative.

        "antaa lääkkeen asukkaalle", "laatia kirjeen"; in "soittaa asiakkaan puhelimeen" it is none, but only a reader knows.
        """
        adverbs = {*texts(self.code, "labels")["directions"], *self.words["adverbs"], *self.words["postpositions"]}
        of_others = {place - 1 for place, word in enumerate(words) if word in self.words["postpositions"]}
        after = [word for place, word in enumerate(words) if word not in adverbs and place not in of_others]
        if after and self._genitive(after[-1]):
            return True
        return len(after) > 1 and self._genitive(after[0]) and (after[1].endswith(LOCAL) or self._illative(after[1]))

    def _genitive(self, word: str) -> bool:
        """Of one thing: "koneen"; a plural's genitive is no object."""
        if not word.endswith("n") or word.endswith(NO_GENITIVE) or self._illative(word):
            return False
        return lemma(word, "NOUN", self.code) != word

    def _illative(self, word: str) -> bool:
        """Into something: "verkkoon", "lehteen"; but "koneen" is of a "kone"."""
        base = lemma(word, "NOUN", self.code)
        return word.endswith("seen") or (word.endswith(INTO) and not (word.endswith("een") and base.endswith("e")))

    def _imperative(self, word: str) -> str | None:
        return None if word in self.words["stative"] else imperative(word)

    def _finite(self, word: str) -> bool:
        return any(f"{word}|{pos}" in table(self.code) for pos in ("VERB", "AUX"))

    def _begins_clause(self, word: str) -> bool:
        return word in self.words["clause_openers"] or (word.endswith(ASKING) and self._finite(word[:-2]))


def _has_vowel(name: str) -> bool:
    return any(letter.lower() in "aeiouyäö" for letter in name)


INFLECTION: Final = Finnish()
