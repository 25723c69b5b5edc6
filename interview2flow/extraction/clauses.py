"""Every predicate with the words it is told with: the candidates for steps and conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

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
EDGES: Final = frozenset({"PUNCT", "CCONJ", "SPACE", "SYM"})
OPENING: Final = 3
"""A subordinator that the parser hung elsewhere stands among so many first words of its clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate. `head`, `start`, `end` and `tokens` are indices of tokens in the Doc; `end` is not included.

    `tokens` are its own words, those of nested clauses excluded; `mark` is the lemma of the subordinator that opens it;
    `parent` is the index of the clause it depends on. A verb that only says how another one is meant ("has to approve")
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
    heads = [token for token in range(len(tree.head)) if turn_of[token] not in silent and _is_predicate(tree, token, light)]
    home = _homes(tree, frozenset(heads), light)
    own: defaultdict[int, list[int]] = defaultdict(list)
    for token, head in enumerate(home):
        if head is not None:
            own[head].append(token)
    marks = frozenset(texts(language, "clauses")["subordinators"])
    index = {head: number for number, head in enumerate(heads)}
    found = []
    for head in heads:
        tokens = tuple(_without_edges(tree, own[head]))
        above = home[tree.head[governor(tree, head, light)]]
        found.append(
            Clause(
                index=index[head],
                head=head,
                start=tokens[0],
                end=tokens[-1] + 1,
                tokens=tokens,
                turn=turn_of[head],
                asked=asked[turn_of[head]],
                mark=_mark(tree, (head, governor(tree, head, light)), tokens, marks),
                parent=None if above is None or above == head else index[above],
            )
        )
    return tuple(found)


def _governed(tree: Tree, light: frozenset[str]) -> dict[int, int]:
    """By light verb, the verb that it says something about."""
    return {
        head: token
        for token, head in enumerate(tree.head)
        if tree.rel[token] == "xcomp"
        and tree.pos[token] == "VERB"
        and tree.lemma[head] in light
        and tree.pos[head] in {"VERB", "AUX"}
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


def _is_predicate(tree: Tree, token: int, light: Mapping[int, int]) -> bool:
    kind, pos = tree.rel[token], tree.pos[token]
    if token in light:
        return False
    if pos == "VERB":
        return kind not in HELPERS and not (kind == "amod" and not tree.children[token])
    if pos == "AUX":
        return kind not in HELPERS
    below = {tree.rel[child] for child in tree.children[token]}
    if below & {"cop", "aux"}:
        return pos in NOMINAL
    if below & {"nsubj", "csubj"}:
        return kind in SENTENTIAL
    return kind == "ROOT" and pos in HEADLINES and bool(below)


def _homes(tree: Tree, heads: frozenset[int], light: Mapping[int, int]) -> list[int | None]:
    """By token, the predicate to which it belongs: the nearest one on its way to the root."""
    home: list[int | None] = [None] * len(tree.head)
    done = bytearray(len(tree.head))
    for token in range(len(tree.head)):
        trail, here = [], token
        while not done[here] and here not in heads and here not in light and tree.head[here] != here:
            trail.append(here)
            here = tree.head[here]
        found = here if here in heads else _meant(here, heads, light) if here in light else home[here]
        for index in (*trail, here):
            home[index] = found
            done[index] = 1
    return home


def _meant(token: int, heads: frozenset[int], light: Mapping[int, int]) -> int | None:
    while token in light:
        token = light[token]
    return token if token in heads else None


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
            if tree.rel[child] in {"mark", "advmod"} and tree.lemma[child] in marks and child <= head:
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
