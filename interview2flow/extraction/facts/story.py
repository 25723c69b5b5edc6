"""The interview as facts are looked for in it: step tellings, and the passages that belong to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from interview2flow.extraction.actors.words import Words as RoleWords
from interview2flow.extraction.actors.words import words as role_words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import turns_by_token
from interview2flow.extraction.facts.words import Words, words
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tellings import Telling, tellings
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.model import Transcript, Turn


@dataclass(frozen=True)
class Story:
    """`told` are all tellings of all steps in the order told; `frames` has one entry per clause."""

    doc: Doc
    tree: Tree
    clauses: Sequence[Clause]
    frames: Sequence[Frame]
    mentions: Sequence[Mention]
    told: Sequence[Telling]
    words: Words
    roles: RoleWords

    @cached_property
    def language(self) -> str:
        """The language's code."""
        language: str = self.doc.vocab.lang
        return language

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """What was said, turn by turn."""
        transcript: Transcript = self.doc._.transcript
        return transcript.turns

    @cached_property
    def turn_of(self) -> list[int]:
        """By token, its turn."""
        return turns_by_token(self.doc)

    @cached_property
    def questions(self) -> Sequence[bool]:
        """By turn, whether the interviewer says it."""
        asked: Sequence[bool] = self.doc._.asked
        return asked

    @cached_property
    def asked(self) -> list[bool]:
        """By token, whether the interviewer says it."""
        return list(map(self.questions.__getitem__, self.turn_of))

    @cached_property
    def inside(self) -> dict[int, int]:
        """By token, the number of the telling whose clause holds it."""
        return {token: telling.number for telling in self.told for token in telling.clause.tokens}


def story(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> Story:
    """The story of an interview whose steps are known."""
    tree, language = tree_of(doc), doc.vocab.lang
    told = tellings(clauses, mentions, length=len(tree.head))
    return Story(doc, tree, clauses, frames(doc, clauses), mentions, told, words(language), role_words(language))
