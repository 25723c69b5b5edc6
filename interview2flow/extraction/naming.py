"""Words a clause anew as an instruction: infinitive, object, and what else the action needs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.reference import Referents
from interview2flow.extraction.tree import tree_of
from interview2flow.languages import texts
from interview2flow.languages.phrase import Word, object_wording

LEFT_OUT: Final = frozenset(
    {"acl", "appos", "parataxis", "advcl", "punct", "discourse", "ccomp", "dep", "advmod", "orphan", "reparandum"}
    | {"vocative", "expl", "csubj", "nsubj", "cop", "aux", "mark", "obl", "obj", "conj", "cc"}
)
"""What is not part of a noun's name: relative clauses, appositions; members joined to it are added one by one."""
NAMES: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "X", "SYM"})
JOINED: Final = 6
"""A further member of the object ("the laptop and the accounts") stands within so many words."""
LONGEST: Final = 9
"""So many words a phrase has at most; what is longer loses its end."""
AGREEING: Final = frozenset({"amod", "det", "nummod"})
DROPPED: Final = frozenset({"PUNCT", "SCONJ", "CCONJ", "INTJ", "SPACE"})


class Namer:
    """Words the clauses of one Doc; `steps` are the indices of the clauses that tell steps."""

    def __init__(self, doc: Doc, clauses: Sequence[Clause], parts: Sequence[Frame], steps: Collection[int]) -> None:
        self.doc = doc
        self.tree = tree_of(doc)
        self.clauses = clauses
        self.parts = parts
        language = doc.vocab.lang
        catalogue = texts(language, "labels")
        self.fillers = frozenset(catalogue["fillers"])
        self.circumstances = frozenset(catalogue["circumstances"])
        self.complements = frozenset(catalogue["complements"])
        self.agents = frozenset(catalogue["agents"])
        self.directions = frozenset(catalogue["directions"])
        self.carriers = frozenset(catalogue["carriers"])
        self.nominal: dict[str, str] = catalogue["nominal_actions"]
        self.reword = object_wording(language)
        self.referents = Referents(self.tree, clauses, parts, language, steps)

    def label(self, number: int) -> str:
        """The clause of that index as an instruction."""
        clause, frame, tree = self.clauses[number], self.parts[number], self.tree
        thing = self.thing(number)
        if thing is not None and tree.lemma[thing] in self.nominal and tree.lemma[frame.head] in self.carriers:
            return self._named_action(thing, clause)
        if tree.pos[frame.head] not in {"VERB", "AUX"}:
            return self._nominal(clause)
        words = [self._infinitive(frame)]
        if frame.indirect is not None and tree.pos[frame.indirect] in NAMES:
            words += self._phrase(frame.indirect, clause)
        if thing is not None:
            words += self._phrase(thing, clause if thing in clause.tokens else None, without_case=True)
        words += [tree.lower[adverb] for adverb in frame.adverbs if tree.lower[adverb] in self.directions and adverb > frame.head]
        words += self._complement(clause, frame)
        if thing is None and len(words) == 1:
            words += self._what_follows(clause)
        return " ".join(words)

    def thing(self, number: int) -> int | None:
        """The token that heads what the action is done to, resolved where it is a pronoun."""
        frame = self.parts[number]
        thing = frame.object
        if thing is None and frame.passive and not frame.shared:
            thing = frame.subject
        if thing is None and self.tree.pos[frame.head] not in {"VERB", "AUX"}:
            thing = frame.subject
        if thing is not None and self.tree.pos[thing] in {"PRON", "DET"}:
            return self.referents.of(thing, number)
        return thing

    def _infinitive(self, frame: Frame) -> str:
        particles = (self.tree.lower[particle] for particle in frame.particles)
        return " ".join([self.tree.lemma[frame.head], *particles])

    def _named_action(self, noun: int, clause: Clause) -> str:
        """Turns "the approval of the claim is given" into "approve the claim"."""
        tree = self.tree
        below = next((c for c in tree.children[noun] if tree.rel[c] in {"nmod", "obl"} and tree.pos[c] in NAMES), None)
        words = [self.nominal[tree.lemma[noun]]]
        if below is None:
            return " ".join([*words, *(tree.lower[c] for c in tree.children[noun] if tree.rel[c] == "compound")])
        return " ".join([*words, *self._phrase(below, clause, without_case=True)])

    def _complement(self, clause: Clause, frame: Frame) -> list[str]:
        """The first phrase that says where to, where from or what with."""
        for token in frame.obliques:
            if frame.passive and self._agent(token):
                continue
            if self.tree.lemma[token] not in self.circumstances and self.tree.pos[token] in NAMES and self._needed(token):
                return self._phrase(token, clause)
        return []

    def _needed(self, token: int) -> bool:
        cases = [self.tree.lemma[child] for child in self.tree.children[token] if self.tree.rel[child] == "case"]
        if cases:
            return cases[0] in self.complements
        return any(f"Case={name}" in self.tree.morph[token] for name in self.complements)

    def _agent(self, token: int) -> bool:
        """Whether a phrase says by whom: the lane says that."""
        tree = self.tree
        return any(tree.rel[child] == "case" and tree.lemma[child] in self.agents for child in tree.children[token])

    def _what_follows(self, clause: Clause) -> list[str]:
        """What is checked, asked or told where it is a clause of its own: "check | if the referral is complete"."""
        tree = self.tree
        below = next(
            (c for c in self.clauses[clause.index + 1 :][:3] if c.parent == clause.index and tree.rel[c.head] == "ccomp"), None
        )
        if below is None or not 1 < len(below.tokens) <= LONGEST:
            return []
        return [
            tree.lower[t] if tree.pos[t] != "PROPN" else tree.text[t]
            for t in below.tokens
            if tree.pos[t] not in {"PUNCT", "INTJ"}
        ]

    def _nominal(self, clause: Clause) -> str:
        tree = self.tree
        kept = [t for t in clause.tokens if tree.lower[t] not in self.fillers and tree.pos[t] not in DROPPED]
        return " ".join(tree.text[token] for token in kept[:LONGEST])

    def _phrase(self, head: int, clause: Clause | None, *, without_case: bool = False) -> list[str]:
        """The noun's phrase, kept within its clause; one taken from elsewhere is named briefly."""
        tree = self.tree
        tokens = self._name(head, None if clause is None else frozenset(clause.tokens))
        if without_case:
            tokens = [token for token in tokens if not (tree.rel[token] == "case" and tree.head[token] == head)]
        tokens = [token for token in tokens if token + 1 not in tokens or tree.lower[token] != tree.lower[token + 1]]  # stutter
        words = [self._word(token, head) for token in tokens[:LONGEST]]
        return self.reword(words)

    def _word(self, token: int, head: int) -> Word:
        tree = self.tree
        subject_or_object = tree.rel[head] in {"obj", "nsubj", "ROOT", "conj"}
        begins = tree.sent[token] == token and tree.pos[token] == "NOUN"
        return Word(
            form=_inside(tree.text[token]) if begins else tree.text[token],
            lemma=self.doc[token].lemma_,
            pos=tree.pos[token],
            morph=tree.morph[token],
            rel=tree.rel[token],
            head=token == head,
            agrees=tree.head[token] == head and tree.rel[token] in AGREEING and subject_or_object,
            direct=subject_or_object,
        )

    def _name(self, head: int, within: frozenset[int] | None) -> list[int]:
        tree, found, trail = self.tree, [], [head]
        while trail:
            here = trail.pop()
            found.append(here)
            trail.extend(child for child in tree.children[here] if self._part_of_name(child, head, within))
        return sorted(found)

    def _part_of_name(self, child: int, head: int, within: frozenset[int] | None) -> bool:
        tree = self.tree
        if tree.lower[child] in self.fillers or (within is not None and child not in within):
            return False
        if tree.rel[child] == "conj" and within is not None:
            return tree.pos[child] in NAMES and 0 < child - head < JOINED and tree.lower[child - 1] != ","
        if tree.rel[child] == "cc":
            return within is not None and tree.head[child] != head and child - head < JOINED
        if tree.rel[child] == "nmod" and self._agent(child) and tree.rel[head] == "nsubj":
            return False
        if within is None and tree.rel[child] == "nmod" and any(tree.rel[c] == "case" for c in tree.children[child]):
            return False
        return tree.rel[child] not in LEFT_OUT


def _inside(word: str) -> str:
    """A noun as it is written inside a sentence: without the capital of a sentence's first word; abbreviations keep theirs."""
    return word.lower() if word[1:].islower() else word
