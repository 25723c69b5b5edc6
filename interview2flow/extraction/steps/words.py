"""The words of a clause as the models over words read them: who, what, to whom, and what is said before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.lexical import Hashed, bucket, joined, once
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.steps.columns import Indices, Words
from interview2flow.extraction.tree import Tree

CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "ADV", "PRON", "AUX", "SCONJ", "NUM", "INTJ"})
BEGINNING: Final = 5
"""Letters at both ends of a noun or verb that stand for its kin: compounds, and forms that no table knows."""
MAIN: Final = frozenset({"VERB", "NOUN"})
NOUNS: Final = frozenset({"NOUN"})


@dataclass(frozen=True, slots=True)
class Said:
    """By clause: its words, the buckets of its verb, of its object, and of both together, and what the verb means."""

    words: Hashed
    verb: Indices
    thing: Indices
    both: Indices
    meanings: tuple[frozenset[str], ...]

    def chosen(self, clauses: Indices) -> Said:
        """Those of these clauses alone; the numbers go upward."""
        means = tuple(self.meanings[number] for number in clauses.tolist())
        return Said(self.words.chosen(clauses), self.verb[clauses], self.thing[clauses], self.both[clauses], means)


def together(several: Sequence[Said]) -> Said:
    """What was said in several interviews, one after the other."""
    return Said(
        joined([said.words for said in several]),
        np.concatenate([said.verb for said in several]),
        np.concatenate([said.thing for said in several]),
        np.concatenate([said.both for said in several]),
        tuple(means for said in several for means in said.meanings),
    )


def verb_key(tree: Tree, frame: Frame) -> str:
    """The verb with its particles: `fill in`."""
    verb = tree.lemma[frame.head]
    return " ".join([verb, *(tree.lemma[p] for p in frame.particles)]) if frame.particles else verb


def object_token(frame: Frame) -> int | None:
    """What the clause is done to: its object, or the subject of a passive."""
    return frame.subject if frame.object is None and frame.passive else frame.object


def object_word(tree: Tree, frame: Frame) -> str | None:
    """The lemma of what the clause is done to."""
    thing = object_token(frame)
    return None if thing is None else _word(tree, thing)


def said(tree: Tree, clauses: Sequence[Clause], frames: Sequence[Frame], own: Words, language: str) -> Said:
    """What the models over words read of these clauses."""
    verbs = [f"{language}:{verb_key(tree, frame)}" for frame in frames]
    words = [str(object_word(tree, frame)) for frame in frames]
    things = [f"{language}:{word}" for word in words]
    means = tuple(meanings(language, verb_key(tree, frame), tree.lemma[frame.head]) for frame in frames)
    sheet = _Sheet()
    sheet.each("verb=", verbs)
    sheet.each("object=", things)
    sheet.each("both=", [f"{verb}+{word}" for verb, word in zip(verbs, words, strict=True)])
    sheet.each("form=", _forms(tree, frames))
    sheet.each(f"mark={language}:", [str(clause.mark) for clause in clauses])
    sheet.each(f"subject={language}:", [None if frame.subject is None else _word(tree, frame.subject) for frame in frames])
    for relation, neighbours in _neighbours(clauses).items():
        sheet.each(f"{relation}=", [None if other is None else verbs[other] for other in neighbours])
    sheet.add("means=", chain.from_iterable(means), np.repeat(np.arange(len(means)), [len(known) for known in means]))
    _own_words(sheet, tree, own, language)
    both = buckets(f"{verb}+{thing}" for verb, thing in zip(verbs, things, strict=True))
    return Said(sheet.hashed(len(clauses)), buckets(verbs), buckets(things), both, means)


def _own_words(sheet: _Sheet, tree: Tree, words: Words, language: str) -> None:
    """Every content word, and the letters at both ends of nouns and at the beginning of verbs."""
    tokens, pos = words.token.tolist(), tree.pos

    def those(kinds: frozenset[str]) -> tuple[list[int], Indices]:
        kept = [place for place, token in enumerate(tokens) if pos[token] in kinds]
        return [tokens[place] for place in kept], words.clause[kept]

    content, clauses = those(CONTENT)
    sheet.add(f"{language}:", (tree.lemma[token] for token in content), clauses)
    main, clauses = those(MAIN)
    sheet.add(f"{language}:^", (tree.lower[token][:BEGINNING] for token in main), clauses)
    nouns, clauses = those(NOUNS)
    sheet.add(f"{language}:", (f"{tree.lower[token][-BEGINNING:]}$" for token in nouns), clauses)


def _forms(tree: Tree, frames: Sequence[Frame]) -> list[str]:
    """Part of speech and morphology of each predicate, in one word."""
    known: dict[tuple[str, frozenset[str]], str] = {}
    for pos, morph in {(tree.pos[frame.head], tree.morph[frame.head]) for frame in frames}:
        known[pos, morph] = f"{pos}/{'|'.join(sorted(morph))}"
    return [known[tree.pos[frame.head], tree.morph[frame.head]] for frame in frames]


def _neighbours(clauses: Sequence[Clause]) -> dict[str, list[int | None]]:
    """By clause, the one before it and the one after it in the same turn, and the one above it."""
    turns = [None, *(clause.turn for clause in clauses), None]
    return {
        "before": [n - 1 if turns[n] == turns[n + 1] else None for n in range(len(clauses))],
        "after": [n + 1 if turns[n + 2] == turns[n + 1] else None for n in range(len(clauses))],
        "above": [clause.parent for clause in clauses],
    }


def _word(tree: Tree, token: int) -> str:
    return tree.lower[token] if tree.pos[token] == "PRON" else tree.lemma[token]


def buckets(words: Iterable[str], before: str = "") -> Indices:
    """The bucket of each word with something before it; each different word is hashed once."""
    return np.fromiter(map(_Buckets(before).__getitem__, words), dtype=np.intp)


class _Buckets(dict[str, int]):
    """Buckets by word."""

    def __init__(self, before: str) -> None:
        self.before = before

    def __missing__(self, word: str) -> int:
        found = self[word] = bucket(self.before + word)
        return found


class _Sheet:
    """The buckets of all clauses' words, gathered kind by kind."""

    def __init__(self) -> None:
        self.places: list[Indices] = []
        self.clauses: list[Indices] = []

    def add(self, before: str, words: Iterable[str], clauses: Sequence[int] | Indices) -> None:
        """Words of one kind, and the clauses in which they stand."""
        self.places.append(buckets(words, before))
        self.clauses.append(np.asarray(clauses, dtype=np.intp))

    def each(self, before: str, words: Sequence[str | None]) -> None:
        """One word of a kind for each clause, or none."""
        there = [number for number, word in enumerate(words) if word is not None]
        self.add(before, (word for word in words if word is not None), there)

    def hashed(self, count: int) -> Hashed:
        """All of them, each once per clause."""
        return once(np.concatenate(self.places), np.concatenate(self.clauses), count)
