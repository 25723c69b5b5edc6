"""Every predicate with the words it is told with: the candidates for steps and conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from interview2flow.extraction import document
from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

HELPERS: Final = frozenset({"aux", "cop", "case", "mark", "cc", "det", "punct", "discourse", "flat", "fixed"})
"""What a verb that is no predicate of its own hangs on another word by (the relation without its subtype)."""
NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "ADV"})
HEADLINES: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
OPENING: Final = 3
"""A subordinator that the parser hung elsewhere stands among so many first words of its clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate. `head`, `start`, `end` and `tokens` are indices of tokens in the Doc; `end` is not included.

    `tokens` are its own words, those of nested clauses excluded; `mark` is the lemma of the subordinator that opens it;
    `parent` is the index of the clause it depends on.
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


def find_clauses(doc: Doc, *, asked: Sequence[bool], language: str) -> tuple[Clause, ...]:
    """All clauses in the order of their heads; headings tell none."""
    transcript: Transcript = doc._.transcript
    turns = [turn for turn, span in zip(transcript.turns, doc.spans[document.TURNS], strict=True) for _ in span]
    heads = [token.i for token in doc if turns[token.i].kind is not TurnKind.HEADING and _is_predicate(token)]
    home = _homes(doc, frozenset(heads))
    own: defaultdict[int, list[int]] = defaultdict(list)
    for token, head in enumerate(home):
        if head is not None:
            own[head].append(token)
    index = {head: number for number, head in enumerate(heads)}
    marks = frozenset(texts(language, "clauses")["subordinators"])
    starts = document.turn_starts(doc)
    turn, clauses = 0, []
    for head in heads:
        while turn + 1 < len(starts) and starts[turn + 1] <= head:
            turn += 1
        tokens = tuple(_without_edges(doc, own[head]))
        above = home[doc[head].head.i] if doc[head].head.i != head else None
        clauses.append(
            Clause(
                index=index[head],
                head=head,
                start=tokens[0],
                end=tokens[-1] + 1,
                tokens=tokens,
                turn=turn,
                asked=asked[turn],
                mark=_mark(doc, head, tokens, marks),
                parent=None if above is None else index[above],
            )
        )
    return tuple(clauses)


def _is_predicate(token: Token) -> bool:
    kind = relation(token)
    if token.pos_ == "VERB":
        return kind not in HELPERS and not (kind == "amod" and token.n_lefts + token.n_rights == 0)
    if token.pos_ == "AUX":
        return kind not in HELPERS
    if any(relation(child) in {"cop", "aux"} for child in token.children):
        return token.pos_ in NOMINAL
    if any(relation(child) in {"nsubj", "csubj"} for child in token.children):
        return kind in {"ROOT", "conj", "parataxis", "advcl", "ccomp", "acl", "dep"}
    return kind == "ROOT" and token.pos_ in HEADLINES and token.n_lefts + token.n_rights > 0


def _homes(doc: Doc, heads: frozenset[int]) -> list[int | None]:
    """By token, the predicate to which it belongs: the nearest one on its way to the root."""
    home: list[int | None] = [None] * len(doc)
    done = bytearray(len(doc))
    for token in doc:
        trail, here = [], token
        while not done[here.i] and here.i not in heads and here.head.i != here.i:
            trail.append(here.i)
            here = here.head
        found = here.i if here.i in heads else home[here.i]
        for index in (*trail, here.i):
            home[index] = found
            done[index] = 1
    return home


def _without_edges(doc: Doc, tokens: Sequence[int]) -> Sequence[int]:
    """Without the punctuation and conjunctions at both ends."""
    first, last = 0, len(tokens)
    while first < last - 1 and doc[tokens[first]].pos_ in {"PUNCT", "CCONJ", "SPACE"}:
        first += 1
    while last - 1 > first and doc[tokens[last - 1]].pos_ in {"PUNCT", "CCONJ", "SPACE"}:
        last -= 1
    return tokens[first:last]


def _mark(doc: Doc, head: int, tokens: Sequence[int], marks: frozenset[str]) -> str | None:
    """What subordinates the clause, by relation or by its first words: parsers often hang the word elsewhere."""
    for child in doc[head].children:
        if relation(child) in {"mark", "advmod"} and child.lemma_.lower() in marks and child.i <= head:
            return child.lemma_.lower()
    for token in tokens[:OPENING]:
        if token < head and doc[token].lemma_.lower() in marks:
            return doc[token].lemma_.lower()
    return None


@Language.component("i2f_clauses")
def clauses(doc: Doc) -> Doc:
    """Sets `doc._.clauses`."""
    doc._.clauses = find_clauses(doc, asked=doc._.asked, language=doc.vocab.lang)
    return doc
