"""Rewords a condition so that it can be read alone: as a statement, with the noun that a pronoun stands for."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.actors.words import words
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.conditions.opposite import opposite
from interview2flow.extraction.conditions.wording import trimmed
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.thread import Thread
from interview2flow.languages import texts

VERBS: Final = frozenset({"VERB", "AUX"})
SAYING: Final = frozenset({"VERB", "ADJ"})
BACK: Final = 2
"""So many clauses before the condition a step is told that "it" takes up."""
DEFINITE: Final = "Definite=Def"


class Reader:
    """Words the conditions of one interview."""

    def __init__(self, thread: Thread) -> None:
        self.thread = thread
        self.tree = thread.tree
        catalogue = texts(thread.language, "flow")["conditions"]
        self.named: str = catalogue["named"]
        self.taken_up = frozenset(catalogue["taken_up"])
        self.inverting = frozenset(catalogue["inverting"])
        self.asking: list[str] = catalogue["asking"]

    @cached_property
    def _frames(self) -> tuple[Frame, ...]:
        return frames(self.thread.doc, self.thread.clauses)

    @cached_property
    def _definite(self) -> dict[str, str]:
        """By dictionary form, the form that means the one spoken of, where the language has such forms."""
        tree, found = self.tree, dict[str, str]()
        for token, morph in enumerate(tree.morph):
            if DEFINITE in morph and tree.pos[token] == "NOUN" and "Case=Gen" not in morph and "Number=Plur" not in morph:
                found.setdefault(tree.lemma[token], tree.lower[token])
        return found

    def read(self, passage: Candidate) -> str:
        """The passage as a statement that can be read alone; empty where nothing is left of it."""
        tree = self.tree
        tokens = trimmed(self.thread, passage.start, passage.end)
        if not tokens:
            return ""
        said = {token: tree.text[token] for token in tokens}
        if tree.pos[tokens[0]] != "PROPN" and not tree.text[tokens[0]].isupper():
            said[tokens[0]] = tree.lower[tokens[0]]
        spaces = [tree.spaced[token] for token in tokens]
        if passage.clause is not None and not passage.opening:
            subject = self._frames[passage.clause.index].subject
            if subject in said:
                tokens = self._stated(tokens, subject, said)
                said[subject] = self._named(subject, passage.clause.index) or said[subject]
        text = "".join(f"{said[token]} " if spaced else said[token] for token, spaced in zip(tokens, spaces, strict=True)).strip()
        opening = tree.lower[passage.start : min(tokens)]
        return text if self.inverting.isdisjoint(opening) else opposite(text, self.thread.language)

    def _stated(self, tokens: list[int], subject: int, said: dict[int, str]) -> list[int]:
        """A question's verb goes behind its subject, without the ending by which it asks."""
        verb, phrase = tokens[0], [token for token in self.tree.subtree(subject) if token in said]
        ending = next((ending for ending in self.asking if said[verb].endswith(ending)), None)
        if self.tree.pos[verb] not in VERBS or ending is None or tokens[1 : 1 + len(phrase)] != phrase:
            return tokens
        said[verb] = said[verb].removesuffix(ending)
        return [*phrase, verb, *tokens[1 + len(phrase) :]]

    def _meant(self, subject: int, clause: int) -> int | None:
        """What "it" stands for where that is clear: what was handled right before, said to be or to become something."""
        tree, frame = self.tree, self._frames[clause]
        if tree.lower[subject] not in self.taken_up or tree.pos[frame.head] not in SAYING or frame.object is not None:
            return None
        before = next(
            (number for number in range(clause - 1, max(-1, clause - 1 - BACK), -1) if number in self.thread.told), None
        )
        noun = None if before is None else self._frames[before].object
        if noun is None or tree.pos[noun] != "NOUN" or "Number=Plur" in tree.morph[noun]:
            return None
        return None if is_listed(tree, noun, words(self.thread.language)) else noun

    def _named(self, subject: int, clause: int) -> str:
        """How the noun is called that a pronoun stands for; empty where it is none, or where that is not clear."""
        tree = self.tree
        noun = self._meant(subject, clause)
        if noun is None:
            return ""
        if tree.lemma[noun] in self._definite:
            return self._definite[tree.lemma[noun]]
        name = names.base(tree, noun, words(self.thread.language))
        return name if tree.pos[noun] == "PROPN" else self.named.format(name=name)
