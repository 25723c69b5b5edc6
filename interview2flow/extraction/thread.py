"""An interview as flow and conditions read it: the parsed words, the clauses, and the thread of what is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction import cues
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import turns_by_token
from interview2flow.extraction.phrasebook import NOTHING, Overview
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tellings import Telling, tellings
from interview2flow.extraction.tree import Tree, tree_of


@dataclass(frozen=True, eq=False)
class Thread:
    """By token: `turn`, `asked` (said by the interviewer), `sent_end`.

    `heads` are the clauses' heads, `told` the indices of the clauses that tell steps, `begins` where a token begins in `words`;
    `signs` are the signal words among these.
    """

    doc: Doc
    language: str
    tree: Tree
    turn: tuple[int, ...]
    asked: tuple[bool, ...]
    sent_end: tuple[int, ...]
    clauses: Sequence[Clause]
    heads: tuple[int, ...]
    mentions: Sequence[Mention]
    tellings: tuple[Telling, ...]
    told: frozenset[int]
    words: str
    begins: tuple[int, ...]
    signs: Overview

    def text(self, start: int, end: int) -> str:
        """The words of the tokens `start` up to, not including, `end`."""
        if start >= end:
            return ""
        return self.words[self.begins[start] : self.begins[end - 1] + len(self.tree.text[end - 1])]

    def heard(self, start: int, end: int) -> frozenset[str]:
        """The kinds of signals among these tokens."""
        if start >= end:
            return NOTHING
        return self.signs.kinds(self.begins[start], self.begins[end - 1] + len(self.tree.text[end - 1]))

    def lemmas(self, start: int, end: int) -> frozenset[str]:
        """The dictionary forms of the content words among these tokens."""
        return frozenset(compress(self.tree.lemma[start:end], self.content[start:end]))

    @cached_property
    def content(self) -> list[bool]:
        """By token, whether it is a content word."""
        return [pos in CONTENT for pos in self.tree.pos]

    def first_telling(self, step: int) -> Telling:
        """Where a step is told first."""
        return self.tellings[self.firsts[step]]

    @property
    def firsts(self) -> dict[int, int]:
        """By step, the number of its first telling."""
        return {telling.step: telling.number for telling in self.tellings if telling.first}


CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})


def spin(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Thread:
    """The thread of a parsed interview for these mentions."""
    tree = tree_of(doc)
    turn, asked = tuple(turns_by_token(doc)), doc._.asked
    words = tree.phrase(0, len(tree.text))
    return Thread(
        doc=doc,
        language=doc.vocab.lang,
        tree=tree,
        turn=turn,
        asked=tuple(map(asked.__getitem__, turn)),
        sent_end=tuple(tree.sent_end),
        clauses=clauses,
        heads=tuple(clause.head for clause in clauses),
        mentions=mentions,
        tellings=tellings(clauses, mentions, length=len(doc)),
        told=frozenset(index for mention in mentions for index in mention.tellings),
        words=words,
        begins=tuple(tree.idx),
        signs=cues.over(words, doc.vocab.lang),
    )
