"""All that the choice of an actor looks at, prepared once per interview."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from interview2flow.extraction.actors.roles import Role, find_roles
from interview2flow.extraction.actors.speaker import Speaker, find_speaker
from interview2flow.extraction.actors.subjects import Subject, find_subject, first_person
from interview2flow.extraction.actors.words import Words, words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import TURNS
from interview2flow.extraction.doubts import Doubt, find_doubts


@dataclass(frozen=True)
class Scene:
    """`roles[0]` is the interviewee."""

    doc: Doc
    clauses: Sequence[Clause]
    words: Words
    speaker: Speaker
    roles: tuple[Role, ...]

    @cached_property
    def role_at(self) -> dict[int, int]:
        """By token, the index of the role that it names."""
        return {place: role.index for role in self.roles for place in role.places}

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """Where something is said not to be known."""
        return find_doubts(self.doc, self.doc.vocab.lang)

    @cached_property
    def own(self) -> list[int]:
        """Tokens by which the interviewee speaks of themselves, verbs in the first person among them."""
        asked = self.doc._.asked
        turns = [span for number, span in enumerate(self.doc.spans[TURNS]) if not asked[number]]
        return [token.i for span in turns for token in span if token.lower_ in self.words.own or first_person(token)]

    def own_between(self, start: int, end: int) -> list[int]:
        """Those of them from `start` up to `end`."""
        return self.own[bisect_left(self.own, start) : bisect_left(self.own, end)]

    @cached_property
    def places(self) -> list[int]:
        """All tokens that name a role, in order."""
        return sorted(self.role_at)

    @cached_property
    def acting(self) -> frozenset[int]:
        """Those of them that do something."""
        return frozenset(place for role in self.roles for place in role.acting)

    @cached_property
    def subjects(self) -> list[Subject]:
        """By clause, its subject."""
        return [find_subject(self.doc, clause, self.words) for clause in self.clauses]

    def named(self, start: int, end: int) -> list[int]:
        """Tokens from `start` up to `end` that name a role."""
        return self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def before(self, role: Role, token: int, *, acting: bool = False) -> int | None:
        """The last place before a token where a role is named."""
        places = role.acting if acting else role.places
        at = bisect_left(places, token)
        return places[at - 1] if at else None

    def after(self, role: Role, token: int) -> int | None:
        """The first place from a token on where a role is named."""
        at = bisect_left(role.places, token)
        return role.places[at] if at < len(role.places) else None

    def ranks(self, token: int, *, acting: bool) -> dict[int, int]:
        """Roles by how lately they were named before a token, the latest first: {role: rank}."""
        last = {role.index: place for role in self.roles if (place := self.before(role, token, acting=acting)) is not None}
        return {role: rank for rank, role in enumerate(sorted(last, key=lambda role: -last[role]))}


def scene(doc: Doc, clauses: Sequence[Clause]) -> Scene:
    """The scene of an interview whose clauses are found."""
    language = words(doc.vocab.lang)
    speaker = find_speaker(doc, tuple(clauses), language)
    return Scene(doc, clauses, language, speaker, find_roles(doc, language, speaker))
