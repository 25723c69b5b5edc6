"""All that the choice of an actor looks at, prepared once per interview."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from interview2flow.extraction.actors.relations import relation
from interview2flow.extraction.actors.roles import Role, find_roles
from interview2flow.extraction.actors.speaker import Speaker, find_speaker
from interview2flow.extraction.actors.subjects import Subject, SubjectKind, find_subject, first_person
from interview2flow.extraction.actors.words import Words, words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import turn_bounds, turn_starts
from interview2flow.extraction.doubts import Doubt, doubts_of
from interview2flow.extraction.frame import frames
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.model import Transcript, Turn


@dataclass(frozen=True)
class Scene:
    """`roles[0]` is the interviewee; `subjects` has one entry per clause."""

    doc: Doc
    tree: Tree
    clauses: Sequence[Clause]
    words: Words
    speaker: Speaker
    roles: tuple[Role, ...]
    subjects: Sequence[Subject]

    @cached_property
    def role_at(self) -> dict[int, int]:
        """By token, the index of the role that it names."""
        return {place: role.index for role in self.roles for place in role.places}

    @cached_property
    def places(self) -> list[int]:
        """All tokens that name a role, in order."""
        return sorted(self.role_at)

    @cached_property
    def turn_starts(self) -> list[int]:
        """By turn, its first token."""
        return turn_starts(self.doc)

    @cached_property
    def asked(self) -> Sequence[bool]:
        """By turn, whether the interviewer says it."""
        asked: Sequence[bool] = self.doc._.asked
        return asked

    @cached_property
    def turns(self) -> Sequence[Turn]:
        """What was said, turn by turn."""
        transcript: Transcript = self.doc._.transcript
        return transcript.turns

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where something is surely said not to be known."""
        return tuple(doubt for doubt in doubts_of(self.doc) if doubt.sure)

    @cached_property
    def own(self) -> list[int]:
        """Tokens by which the interviewee speaks of themselves, verbs in the first person among them."""
        spans = [bounds for bounds, by_interviewer in zip(turn_bounds(self.doc), self.asked, strict=True) if not by_interviewer]
        lower, morph, own = self.tree.lower, self.tree.morph, self.words.own
        speaking = set(filter(first_person, set(morph)))
        told = (token for start, end in spans for token in range(start, end))
        return [token for token in told if lower[token] in own or morph[token] in speaking]

    @cached_property
    def relations(self) -> NDArray[np.int64]:
        """By token that names a role, its relation as a number."""
        found = np.zeros(len(self.tree.rel), dtype=np.int64)
        found[self.places] = [relation(self.tree.rel[place]) for place in self.places]
        return found

    @cached_property
    def heads(self) -> list[int]:
        """By clause, its head."""
        return [clause.head for clause in self.clauses]

    @cached_property
    def doing(self) -> dict[int, list[int]]:
        """By role, the verbs of which it is the subject in so many words, in the order told."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for clause, subject in zip(self.clauses, self.subjects, strict=True):
            role = self.meant(subject)
            if role is not None and not subject.passive:
                found[role].append(clause.head)
        return found

    @cached_property
    def doers(self) -> dict[str, set[int]]:
        """By verb, the roles that are said to do it somewhere."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for role, verbs in self.doing.items():
            for verb in verbs:
                found[self.tree.lemma[verb]].add(role)
        return found

    @cached_property
    def duties(self) -> dict[int, list[int]]:
        """By role, where it is told to be the one whose work something is."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for start, end in self.tree.sentences(0, len(self.tree.head)):
            if self.words.duty.search(" ".join(self.tree.lower[start:end])):
                for role in {self.role_at[place] for place in self.named(start, end)}:
                    found[role].append(start)
                if self.own_between(start, end):
                    found[0].append(start)
        return found

    def meant(self, subject: Subject) -> int | None:
        """The role that a subject names without doubt, whether it acts or not."""
        if subject.kind is SubjectKind.OWN:
            return 0
        return None if subject.token is None else self.role_at.get(subject.token)

    def own_between(self, start: int, end: int) -> list[int]:
        """Where the interviewee speaks of themselves, from token `start` up to `end`."""
        return self.own[bisect_left(self.own, start) : bisect_left(self.own, end)]

    def named(self, start: int, end: int) -> list[int]:
        """Tokens from `start` up to `end` that name a role."""
        return self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def before(self, role: Role, token: int) -> int | None:
        """The last place before a token where a role is named."""
        at = bisect_left(role.places, token)
        return role.places[at - 1] if at else None

    def after(self, role: Role, token: int) -> int | None:
        """The first place from a token on where a role is named."""
        at = bisect_left(role.places, token)
        return role.places[at] if at < len(role.places) else None


def scene(doc: Doc, clauses: Sequence[Clause]) -> Scene:
    """The scene of an interview whose clauses are found."""
    tree, language = tree_of(doc), words(doc.vocab.lang)
    speaker = find_speaker(doc, clauses, language)
    subjects = [find_subject(tree, clause, frame, language) for clause, frame in zip(clauses, frames(doc, clauses), strict=True)]
    return Scene(doc, tree, clauses, language, speaker, find_roles(tree, language, speaker), subjects)
