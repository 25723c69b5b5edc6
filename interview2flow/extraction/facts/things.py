"""Nouns that may be a system or a document of a step, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.facts.story import Story
from interview2flow.extraction.tellings import Telling
from interview2flow.model import FactKind

BEFORE: Final = 30
AFTER: Final = 40
"""So many words before and after the clause may name what belongs to its step."""
CARRIED: Final = 3
"""So many things named last before may be meant by "it"."""
FAR: Final = 99.0
NAMING: Final = frozenset({"NOUN", "PROPN"})
PARTS: Final = frozenset({"compound", "flat", "fixed", "goeswith"})
RELATIONS: Final = ("obj", "obl", "nsubj", "nmod", "conj", "ROOT", "appos", "compound", "iobj")
CASES: Final = (
    frozenset({"Case=Ine", "Case=Ill", "Case=Ela"}),
    frozenset({"Case=Ade", "Case=All", "Case=Abl"}),
    frozenset({"Case=Par", "Case=Gen"}),
)
KINDS: Final = (FactKind.SYSTEM, FactKind.DOCUMENT)
NAMES: Final = (
    "in_clause", "in_sentence", "before", "distance", "relation", "inside", "instrument", "case", "proper", "capital", "upper",
    "system", "document", "role", "count", "inside_share", "object_share", "clauses_with", "tellings_in", "has_object",
    "object_is_pronoun", "subject_is_pronoun", "passive", "first", "asked", "carried", "words", "object_of_previous", "length",
    "same_turn", "tellings", "most_frequent", "head_of_clause",
)  # fmt: skip
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A noun that may belong to a step: `place` is where it is named nearest to it, `lemma` its head's dictionary form."""

    step: int
    key: Key
    place: int
    value: str
    lemma: str
    verb: str
    relation: str


@dataclass(frozen=True)
class Things:
    """All nouns of an interview that may name things."""

    story: Story

    @cached_property
    def key_at(self) -> dict[int, Key]:
        """By token, what it names; parts of names and words for people left out."""
        tree, roles = self.story.tree, self.story.roles
        return {token: names.key(tree, token, roles) for token in range(len(tree.head)) if self._may_name(token)}

    def _may_name(self, token: int) -> bool:
        tree = self.story.tree
        if tree.pos[token] not in NAMING or tree.lower[token] in self.story.words.units:
            return False
        above = tree.head[token]
        inside = tree.rel[token] in PARTS and above > token and tree.pos[above] in NAMING
        return not inside and tree.text[token][0].isalpha()

    @cached_property
    def counts(self) -> Counter[Key]:
        """How often each is named."""
        return Counter(self.key_at.values())

    @cached_property
    def shares(self) -> dict[Key, tuple[float, float]]:
        """By thing, how often something is in it or done with it, and how often it is an object."""
        inside: Counter[Key] = Counter()
        objects: Counter[Key] = Counter()
        for token, key in self.key_at.items():
            inside[key] += self._inside(token)
            objects[key] += self.story.tree.dep[token] in {"obj", "nsubj:pass"}
        return {key: (inside[key] / count, objects[key] / count) for key, count in self.counts.items()}

    @cached_property
    def _prepositions(self) -> Callable[[int], frozenset[str]]:
        """By token, the prepositions that it has; looked up once."""
        return cache(self._cases)

    def _cases(self, token: int) -> frozenset[str]:
        tree = self.story.tree
        return frozenset(tree.lower[child] for child in tree.children[token] if tree.rel[child] == "case")

    def _inside(self, token: int) -> bool:
        return bool(self._prepositions(token) & self.story.words.inside or CASES[0] & self.story.tree.morph[token])

    @cached_property
    def told_with(self) -> Counter[Key]:
        """How many steps' clauses name it."""
        found: defaultdict[Key, set[int]] = defaultdict(set)
        for token, key in self.key_at.items():
            if token in self.story.inside:
                found[key].add(self.story.inside[token])
        return Counter({key: len(numbers) for key, numbers in found.items()})

    @cached_property
    def documents(self) -> list[int]:
        """Places where a known kind of document is named, in order."""
        return [token for token in self.key_at if names.lemma(self.story.tree, token) in self.story.words.documents]

    def rows(self) -> tuple[list[Thing], NDArray[np.float64]]:
        """Every step with every thing that may belong to it, and what speaks for that."""
        best: dict[tuple[int, Key], tuple[float, Thing, list[float]]] = {}
        tellings_in: Counter[tuple[int, Key]] = Counter()
        for telling in self.story.told:
            for place, carried in self._near(telling):
                thing = self._thing(telling, place)
                row = self._row(telling, place, carried=carried)
                rank = -row[0] * FAR * 2 - row[1] * FAR + row[3] + 5 * row[2]
                known = best.get((telling.step, thing.key))
                tellings_in[telling.step, thing.key] += int(row[0])
                if known is None or rank < known[0]:
                    best[telling.step, thing.key] = (rank, thing, row)
        things, table = [], []
        for where, (_, thing, row) in best.items():
            row[NAMES.index("tellings_in")] = float(tellings_in[where])
            things.append(thing)
            table.append(row)
        return things, np.array(table, dtype=np.float64).reshape(len(table), len(NAMES))

    def _near(self, telling: Telling) -> Iterator[tuple[int, int]]:
        """Places around a telling with the rank of those that are only carried over from before (0 for the others)."""
        clause, asked = telling.clause, self.story.asked
        low, high = max(0, clause.start - BEFORE), min(len(asked), clause.end + AFTER)
        low = max(low, min(telling.since, clause.start))
        high = min(high, max(telling.until, clause.end))
        near = [token for token in range(low, high) if token in self.key_at]
        yield from ((token, 0) for token in near)
        seen: set[Key] = {self.key_at[token] for token in near}
        carried = 0
        for token in reversed(self.documents[: _before(self.documents, low)]):
            if carried == CARRIED or low - token > 4 * BEFORE:
                return
            if self.key_at[token] not in seen:
                seen.add(self.key_at[token])
                carried += 1
                yield token, carried

    def _thing(self, telling: Telling, place: int) -> Thing:
        tree = self.story.tree
        return Thing(
            step=telling.step,
            key=self.key_at[place],
            place=place,
            value=names.base(tree, place, self.story.roles),
            lemma=names.lemma(tree, place),
            verb=tree.lemma[telling.clause.head],
            relation=tree.rel[place] if place in telling.clause.tokens else "",
        )

    def _row(self, telling: Telling, place: int, *, carried: int) -> list[float]:
        story, tree, clause, key = self.story, self.story.tree, telling.clause, self.key_at[place]
        frame, text = story.frames[clause.index], tree.text[place]
        lemma, inside, instrument = names.lemma(tree, place), self._inside(place), self._prepositions(place)
        previous = story.told[telling.number - 1].clause if telling.number else None
        starts_sentence = tree.sent[place] == place
        return [
            float(place in clause.tokens),
            float(tree.sent[place] == tree.sent[clause.head]),
            float(place < clause.start),
            float(min(FAR, max(clause.start - place, place - clause.end, 0))),
            float(RELATIONS.index(tree.rel[place]) if tree.rel[place] in RELATIONS else len(RELATIONS)),
            float(inside),
            float(bool(instrument & story.words.instrument)),
            float(next((number for number, case in enumerate(CASES, 1) if case & tree.morph[place]), 0)),
            float(tree.pos[place] == "PROPN"),
            float(text[0].isupper() and not starts_sentence),
            float(text.isupper()),
            float(lemma in story.words.systems),
            float(lemma in story.words.documents),
            float(is_listed(tree, place, story.roles)),
            float(self.counts[key]),
            *self.shares[key],
            float(self.told_with[key]),
            0.0,
            float(frame.object is not None and tree.pos[frame.object] in NAMING),
            float(frame.object is not None and tree.pos[frame.object] == "PRON"),
            float(frame.subject is not None and tree.pos[frame.subject] == "PRON"),
            float(frame.passive),
            float(telling.first),
            float(story.asked[place]),
            float(carried),
            float(len(clause.tokens)),
            float(previous is not None and any(self.key_at.get(token) == key for token in previous.tokens)),
            float(len(key)),
            float(story.turn_of[place] == clause.turn),
            float(len(story.mentions[telling.step].tellings)),
            float(self.counts[key] == self._most),
            float(tree.head[place] == clause.head),
        ]

    @cached_property
    def _most(self) -> int:
        known = [self.counts[self.key_at[token]] for token in self.documents]
        return max(known, default=0)


def _before(places: Sequence[int], token: int) -> int:
    return bisect_left(places, token)


def spoken(things: Sequence[Thing], language: str) -> list[list[str]]:
    """By thing, the words for the models over words: the noun, its endings, and how it stands to the verb."""
    return [
        [
            f"{language}:l:{thing.lemma}",
            *(f"{language}:e{size}:{thing.lemma[-size:]}" for size in (3, 4, 5, 6)),
            f"{language}:n:{thing.value}",
            f"{language}:v:{thing.verb}:{thing.relation}",
            f"{language}:vl:{thing.verb}:{thing.lemma}",
            f"r:{thing.relation}",
        ]
        for thing in things
    ]
