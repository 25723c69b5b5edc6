"""Swedish in a manual's sentences: the imperative is the verb's stem, and a condition has its "inte" before the verb."""

from __future__ import annotations

from typing import Final

from interview2flow.languages.inflection import Inflection
from interview2flow.languages.lemmas import table

AND: Final = frozenset({"och", "eller", "samt"})
TO: Final = "att"
ONESELF: Final = {"sig": "dig"}
DOUBLED: Final = ("mm",)
"""What is written once where no vowel follows: "stämma" → "stäm"."""
PRESENT: Final = "r"
PASSIVE: Final = "s"
SHORTEST_NOUN: Final = 3


class Swedish(Inflection):
    """Swedish answers."""

    code = "sv"

    def imperative(self, label: str) -> str:
        """The first verb, and one joined to it: "skriva under och stänga ärendet" → "skriv under och stäng ärendet"."""
        first, *others = label.split(" ")
        told = self._imperative(first)
        if told is None:
            return label
        words, joined = [told], True
        for before, word in zip([first, *others], others, strict=False):
            joined = joined and word != TO
            verb = self._imperative(word) if joined and before in AND else None
            words.append(verb or ONESELF.get(word, word))
        return " ".join(words)

    def in_system(self, name: str) -> str | None:
        """Such as "i Axira"; a name has a capital somewhere."""
        return f"i {name}" if name != name.lower() else None

    def opens(self, said: str) -> bool:
        """Also "gäller det mer än ett år": a verb that begins a condition says "if" by its place."""
        return super().opens(said) or self._finite(said.partition(" ")[0].lower())

    def clause(self, said: str) -> str:
        """Such as "kunden är inte nöjd" → "kunden inte är nöjd": what denies stands before the verb."""
        words = said.split(" ")
        for place in range(1, len(words) - 1):
            if words[place + 1] in self.words["denying"] and self._finite(words[place]):
                words[place], words[place + 1] = words[place + 1], words[place]
                return " ".join(words)
        return said

    def _imperative(self, word: str) -> str | None:
        """The imperative of a verb; None where the word is not known to be one that can be asked for."""
        if word in self.words["stative"] or word.endswith(PASSIVE):
            return None
        if self._loses_a(word):
            stem = word.removesuffix("a")
            return stem[:-1] if stem.endswith(DOUBLED) else stem
        return word if table(self.code).get(f"{word}|VERB") == word or word.endswith("era") else None

    def _loses_a(self, verb: str) -> bool:
        """Whether the verb's present ends in -er or -r: it is listed, or is a listed one behind a prefix or a noun."""
        listed = self.words["without_a"]
        return any(verb.endswith(known) and self._begins(verb.removesuffix(known)) for known in listed)

    def _begins(self, part: str) -> bool:
        """Whether it is nothing, a prefix, a noun, or a noun or prefix with a prefix behind it: "sjuk-an-mäla"."""
        noun = len(part) >= SHORTEST_NOUN and f"{part}|NOUN" in table(self.code)
        before = (part.removesuffix(prefix) for prefix in self.words["prefixes"] if part.endswith(prefix))
        return not part or noun or any(map(self._begins, before))

    def _finite(self, word: str) -> bool:
        """Whether a word is a verb in the present: "gäller", and no "eller"."""
        if word in self.words["not_finite"]:
            return False
        known = table(self.code)
        lemma = known.get(f"{word}|VERB") or known.get(f"{word}|AUX")
        attested = lemma is not None and lemma != word and word.endswith(PRESENT)
        return attested or word in self.words["finite"] or (word.endswith("er") and self._loses_a(word[:-2] + "a"))


INFLECTION: Final = Swedish()
