"""Every predicate with the words it is told with: the candidates for steps and conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token

from interview2flow.extraction import document
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

HELPERS: Final = frozenset({"aux", "cop", "case", "mark", "cc", "det", "punct", "discourse", "flat", "fixed"})
"""What a verb that is no predicate of its own hangs on another word by (the relation without its subtype)."""
NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV"})
HEADLINES: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
SENTENTIAL: Final = frozenset({"ROOT", "conj", "parataxis", "advcl", "ccomp", "acl", "dep"})
VERBAL: Final = frozenset({"VERB", "AUX"})
EDGES: Final = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})
NOWHERE: Final = -1
OPENING: Final = 3
"""A subordinator that the parser hung elsewhere stands among so many first words of its clause."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One predicate, the same as no other.

    `head`, `start`, `end` and `tokens` are indices of tokens in the Doc; `end` is not included. `tokens` are its own words,
    those of nested clauses excluded; `mark` is the lemma of the subordinator that opens it; `parent` is the index of the
    clause it depends on. A verb that only says how another one is meant ("has to approve")
    belongs to that one's clause.
    """

    index: int
    head: int
    start: int
    end: int
    tokens: tuple[int, ...]
    turn: int
    asked: bool
    mark: str | None
    parent: int | None


def relation(token: Token) -> str:
    """The dependency without its subtype: `nsubj:pass` → `nsubj`."""
    return token.dep_.partition(":")[0]


@cache
def light_verbs(language: str) -> frozenset[str]:
    """Lemmas of verbs that only say how another one is meant."""
    return frozenset(texts(language, "clauses")["light_verbs"])


def find_clauses(doc: Doc, *, asked: Sequence[bool], language: str) -> tuple[Clause, ...]:
    """All clauses in the order of their heads; headings tell none."""
    tree = tree_of(doc)
    transcript: Transcript = doc._.transcript
    silent = {number for number, turn in enumerate(transcript.turns) if turn.kind is TurnKind.HEADING}
    turn_of = document.turns_by_token(doc)
    light = _governed(tree, light_verbs(language))
    heads = [token for token in _predicates(tree, light) if turn_of[token] not in silent]
    home = _homes(tree, heads, light)
    marks = frozenset(texts(language, "clauses")["subordinators"])
    index = {head: number for number, head in enumerate(heads)}
    found = []
    for head, own in zip(heads, _own(home, heads), strict=True):
        tokens = tuple(_without_edges(tree, own))
        outer = governor(tree, head, light)
        above = home[tree.head[outer]]
        found.append(
            Clause(
                index=index[head],
                head=head,
                start=tokens[0],
                end=tokens[-1] + 1,
                tokens=tokens,
                turn=turn_of[head],
                asked=asked[turn_of[head]],
                mark=_mark(tree, (head,) if outer == head else (head, outer), tokens, marks),
                parent=None if above in {NOWHERE, head} else index[above],
            )
        )
    return tuple(found)


def _governed(tree: Tree, light: frozenset[str]) -> dict[int, int]:
    """By light verb, the verb that it says something about."""
    return {
        head: token
        for token, head in enumerate(tree.head)
        if tree.rel[token] == "xcomp" and tree.pos[token] == "VERB" and tree.lemma[head] in light and tree.pos[head] in VERBAL
    }


def governor(tree: Tree, head: int, light: Mapping[int, int] | frozenset[str]) -> int:
    """The outermost light verb above a predicate; itself where there is none."""
    here = head
    while tree.rel[here] == "xcomp" and tree.head[here] != here:
        above = tree.head[here]
        known = (
            light.get(above) == here if isinstance(light, Mapping) else tree.lemma[above] in light and tree.pos[here] == "VERB"
        )
        if not known:
            break
        here = above
    return here


def _predicates(tree: Tree, light: Mapping[int, int]) -> list[int]:
    """The tokens that head a clause, in their order."""
    verbs = {token for token, pos in enumerate(tree.pos) if pos in VERBAL}
    helped = {tree.head[token] for token, name in enumerate(tree.rel) if name in {"cop", "aux"}}
    having = {tree.head[token] for token, name in enumerate(tree.rel) if name in {"nsubj", "csubj"}}
    roots = {token for token, name in enumerate(tree.rel) if name == "ROOT" and tree.children[token]}
    found = {token for token in verbs if _is_verb(tree, token)}
    found |= {token for token in helped - verbs if tree.pos[token] in NOMINAL}
    found |= {token for token in having - helped - verbs if tree.rel[token] in SENTENTIAL}
    found |= {token for token in roots - having - helped - verbs if tree.pos[token] in HEADLINES}
    return sorted(found - light.keys())


def _is_verb(tree: Tree, token: int) -> bool:
    name = tree.rel[token]
    return name not in HELPERS and not (name == "amod" and tree.pos[token] == "VERB" and not tree.children[token])


def _homes(tree: Tree, heads: Sequence[int], light: Mapping[int, int]) -> list[int]:
    """By token, the predicate to which it belongs: the nearest one on its way to the root; NOWHERE for none."""
    home = np.full(len(tree.head), NOWHERE)
    home[heads] = heads
    here = np.array(tree.head, dtype=np.intp)
    here[heads] = heads
    for token in light:
        home[token] = _meant(token, home, light)
        here[token] = token
    while (beyond := here[here] != here).any():
        here[beyond] = here[here[beyond]]
    found: list[int] = home[here].tolist()
    return found


def _meant(token: int, home: NDArray[np.intp], light: Mapping[int, int]) -> int:
    while token in light:
        token = light[token]
    return int(home[token])


def _own(home: Sequence[int], heads: Sequence[int]) -> list[list[int]]:
    """By predicate, its own tokens."""
    own: dict[int, list[int]] = {head: [] for head in (NOWHERE, *heads)}
    for token, head in enumerate(home):
        own[head].append(token)
    return [own[head] for head in heads]


def _without_edges(tree: Tree, tokens: Sequence[int]) -> Sequence[int]:
    """Without the punctuation and conjunctions at both ends."""
    first, last = 0, len(tokens)
    while first < last - 1 and tree.pos[tokens[first]] in EDGES:
        first += 1
    while last - 1 > first and tree.pos[tokens[last - 1]] in EDGES:
        last -= 1
    return tokens[first:last]


def _mark(tree: Tree, heads: Sequence[int], tokens: Sequence[int], marks: frozenset[str]) -> str | None:
    """What subordinates the clause, by relation or by its first words: parsers often hang the word elsewhere."""
    for head in heads:
        for child in tree.children[head]:
            if tree.lemma[child] in marks and tree.rel[child] in {"mark", "advmod"} and child <= head:
                return tree.lemma[child]
    for token in tokens[:OPENING]:
        if token < heads[0] and tree.lemma[token] in marks:
            return tree.lemma[token]
    return None


@Language.component("i2f_clauses")
def clauses(doc: Doc) -> Doc:
    """Sets `doc._.clauses`."""
    doc._.clauses = find_clauses(doc, asked=doc._.asked, language=doc.vocab.lang)
    return doc
