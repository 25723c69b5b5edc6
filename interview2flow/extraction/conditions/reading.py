"""Rewords a condition so that it can be read alone: as a statement, with the noun that a pronoun stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.actors.words import words
from interview2flow.extraction.conditions.candidates import Candidate
from interview2flow.extraction.conditions.opposite import opposite
from interview2flow.extraction.conditions.wording import trimmed
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.thread import Thread
from interview2flow.languages import texts
from interview2flow.languages.denial import denial
from interview2flow.languages.phrase import Word

VERBS: Final = frozenset({"VERB", "AUX"})
SAYING: Final = frozenset({"VERB", "ADJ"})
BACK: Final = 2
"""So many clauses before the condition a step is told that "it" takes up."""
DEFINITE: Final = "Definite=Def"
FINITE: Final = "VerbForm=Fin"
HELPING: Final = "AUX"


class Said(NamedTuple):
    """A word of a statement: which token it is, its form, and what stands behind it."""

    token: int
    form: str
    space: str


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
        self.deny = denial(thread.language)

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
        return self._denied(passage) if self._inverted(passage) else self._stated(passage)

    def opposite(self, passage: Candidate) -> str:
        """What holds where the passage does not."""
        return self._stated(passage) if self._inverted(passage) else self._denied(passage)

    def _inverted(self, passage: Candidate) -> bool:
        """Whether what opens the passage says its opposite: "unless"."""
        opening = self.tree.lower[passage.start : min(trimmed(self.thread, passage.start, passage.end), default=passage.start)]
        return not self.inverting.isdisjoint(opening)

    def _stated(self, passage: Candidate) -> str:
        return _text(self._words(passage))

    def _denied(self, passage: Candidate) -> str:
        """The opposite of the statement, by its finite verb where the language knows how to deny that for certain."""
        words = self._words(passage)
        verb = next((said for said in words if said.token == self._finite(passage, words)), None)
        denial = None if verb is None else self._denial(verb, passage)
        denied = denial and _text([said._replace(form=denial) if said == verb else said for said in words])
        return opposite(_text(words), self.thread.language, denied=denied) if words else ""

    def _denial(self, verb: Said, passage: Candidate) -> str | None:
        tree, token = self.tree, verb.token
        heads = passage.clause is not None and passage.clause.head == token
        return self.deny(
            Word(verb.form, tree.lemma[token], tree.pos[token] if heads else HELPING, tree.morph[token], tree.rel[token])
        )

    def _finite(self, passage: Candidate, words: Sequence[Said]) -> int | None:
        """The finite verb of a passage that is a clause."""
        if passage.clause is None or passage.opening:
            return None
        frame, said = self._frames[passage.clause.index], {word.token for word in words}
        return next((t for t in (*frame.helpers, frame.head) if t in said and FINITE in self.tree.morph[t]), None)

    def _words(self, passage: Candidate) -> list[Said]:
        """The statement word by word."""
        tree = self.tree
        tokens = trimmed(self.thread, passage.start, passage.end)
        if not tokens:
            return []
        said = {token: tree.text[token] for token in tokens}
        if tree.pos[tokens[0]] != "PROPN" and not tree.text[tokens[0]].isupper():
            said[tokens[0]] = tree.lower[tokens[0]]
        spaces = [" " if tree.spaced[token] else "" for token in tokens]
        if passage.clause is not None and not passage.opening:
            subject = self._frames[passage.clause.index].subject
            if subject in said:
                tokens = self._turned(tokens, subject, said)
                said[subject] = self._named(subject, passage.clause.index) or said[subject]
        return [Said(token, said[token], space) for token, space in zip(tokens, spaces, strict=True)]

    def _turned(self, tokens: list[int], subject: int, said: dict[int, str]) -> list[int]:
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


def _text(words: Sequence[Said]) -> str:
    return "".join(said.form + said.space for said in words).strip()
