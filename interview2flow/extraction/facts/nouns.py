"""The nouns of an interview that may name a system or a document, each looked at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.facts.story import Story

NAMING: Final = frozenset({"NOUN", "PROPN"})
PARTS: Final = frozenset({"compound", "flat", "fixed", "goeswith"})
RELATIONS: Final = ("obj", "obl", "nsubj", "nmod", "conj", "ROOT", "appos", "compound", "iobj")
RELATION: Final = {name: number for number, name in enumerate(RELATIONS)}
CASES: Final = (
    frozenset({"Case=Ine", "Case=Ill", "Case=Ela"}),
    frozenset({"Case=Ade", "Case=All", "Case=Abl"}),
    frozenset({"Case=Par", "Case=Gen"}),
)
ENDINGS: Final = (3, 4, 5, 6)
NAMES: Final = (
    "relation", "inside", "instrument", "case", "proper", "capital", "upper", "system", "document", "role", "count",
    "inside_share", "object_share", "clauses_with", "asked", "length", "most_frequent",
)  # fmt: skip
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lemma:
    """What is known of a noun by its dictionary form alone; `words` are what the models over words read of it."""

    form: str
    system: bool
    document: bool
    words: tuple[str, ...]


@dataclass(frozen=True)
class Nouns:
    """By noun, in the order said: `tokens` where it stands and `keys` what it names."""

    story: Story
    tokens: Sequence[int]
    keys: Sequence[Key]

    @cached_property
    def things(self) -> NDArray[np.intp]:
        """By noun, the number of what it names."""
        known = {key: number for number, key in enumerate(dict.fromkeys(self.keys))}
        return np.array([known[key] for key in self.keys], dtype=np.intp)

    @cached_property
    def counts(self) -> Counter[Key]:
        """How often each is named."""
        return Counter(self.keys)

    @cached_property
    def value(self) -> Callable[[int], str]:
        """By noun, how a manual would write what it names; made once."""
        tree, roles = self.story.tree, self.story.roles
        return cache(lambda noun: names.base(tree, self.tokens[noun], roles))

    @cached_property
    def lemma(self) -> Callable[[str], Lemma]:
        """What a dictionary form tells; looked up once."""
        words, language = self.story.words, self.story.language
        return cache(
            lambda form: Lemma(
                form,
                form in words.systems,
                form in words.documents,
                (f"{language}:l:{form}", *(f"{language}:e{size}:{form[-size:]}" for size in ENDINGS)),
            )
        )

    @cached_property
    def lemmas(self) -> list[Lemma]:
        """By noun, what its dictionary form tells."""
        return [self.lemma(names.lemma(self.story.tree, token)) for token in self.tokens]

    @cached_property
    def _inside(self) -> list[bool]:
        """By noun, whether something is said to be in, on or from it."""
        tree, inside = self.story.tree, self.story.words.inside
        return [
            not inside.isdisjoint(cases) or not CASES[0].isdisjoint(tree.morph[token])
            for token, cases in zip(self.tokens, self._prepositions, strict=True)
        ]

    @cached_property
    def _prepositions(self) -> list[list[str]]:
        tree = self.story.tree
        return [[tree.lower[child] for child in tree.children[token] if tree.rel[child] == "case"] for token in self.tokens]

    @cached_property
    def _shares(self) -> dict[Key, tuple[float, float]]:
        """By thing, how often something is in it, and how often it is an object."""
        inside: Counter[Key] = Counter()
        objects: Counter[Key] = Counter()
        for key, token, within in zip(self.keys, self.tokens, self._inside, strict=True):
            inside[key] += within
            objects[key] += self.story.tree.dep[token] in {"obj", "nsubj:pass"}
        return {key: (inside[key] / count, objects[key] / count) for key, count in self.counts.items()}

    @cached_property
    def _told_with(self) -> dict[Key, int]:
        """How many steps' clauses name it."""
        found: defaultdict[Key, set[int]] = defaultdict(set)
        for token, key in zip(self.tokens, self.keys, strict=True):
            if token in self.story.inside:
                found[key].add(self.story.inside[token])
        return {key: len(numbers) for key, numbers in found.items()}

    @cached_property
    def _most(self) -> int:
        """How often the document is named that is named most."""
        return max((self.counts[key] for key, lemma in zip(self.keys, self.lemmas, strict=True) if lemma.document), default=0)

    def rows(self, chosen: Sequence[int]) -> NDArray[np.float64]:
        """What the nouns tell by themselves, wherever the step is told: a row for each chosen one, the columns of NAMES."""
        tree, story = self.story.tree, self.story
        tokens, keys = [self.tokens[noun] for noun in chosen], [self.keys[noun] for noun in chosen]
        lemmas = [self.lemmas[noun] for noun in chosen]
        counts = [self.counts[key] for key in keys]
        columns = (
            [RELATION.get(tree.rel[token], len(RELATIONS)) for token in tokens],
            [self._inside[noun] for noun in chosen],
            [not story.words.instrument.isdisjoint(self._prepositions[noun]) for noun in chosen],
            [_case(tree.morph[token]) for token in tokens],
            [tree.pos[token] == "PROPN" for token in tokens],
            [tree.text[token][0].isupper() and tree.sent[token] != token for token in tokens],
            [tree.text[token].isupper() for token in tokens],
            [lemma.system for lemma in lemmas],
            [lemma.document for lemma in lemmas],
            [is_listed(tree, token, story.roles) for token in tokens],
            counts,
            [self._shares[key][0] for key in keys],
            [self._shares[key][1] for key in keys],
            [self._told_with.get(key, 0) for key in keys],
            [story.asked[token] for token in tokens],
            [len(key) for key in keys],
            [count == self._most for count in counts],
        )
        return np.array(columns, dtype=np.float64).T


@lru_cache(maxsize=4096)
def _case(morph: frozenset[str]) -> int:
    """The number of the local cases that a form shows."""
    return next((number for number, case in enumerate(CASES, 1) if not case.isdisjoint(morph)), 0)


def nouns(story: Story) -> Nouns:
    """All nouns that may name things; parts of names and units of time left out."""
    tree, units = story.tree, story.words.units
    tokens = [
        token
        for token, pos in enumerate(tree.pos)
        if pos in NAMING and tree.text[token][0].isalpha() and tree.lower[token] not in units and not _is_part(story, token)
    ]
    return Nouns(story, tokens, [names.key(tree, token, story.roles) for token in tokens])


def _is_part(story: Story, token: int) -> bool:
    tree, above = story.tree, story.tree.head[token]
    return tree.rel[token] in PARTS and above > token and tree.pos[above] in NAMING
