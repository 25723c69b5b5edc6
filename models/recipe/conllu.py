"""CoNLL-U files as spaCy reads text: tokens that are pieces of the text, one spelling of each relation."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

SUBTYPES: Final = frozenset({"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "acl:relcl", "compound:prt", "nmod:poss"})
"""Relations that keep their subtype; all others lose it."""

NOT_FEATURES: Final = frozenset({"Abbr", "Clitic", "CorrectForm", "Derivation", "ExtPos", "Foreign", "Reflex", "Style", "Typo"})
"""Remarks of the annotators, or too fine to be learned from this much text."""

ROOT: Final = "ROOT"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a CoNLL-U sentence, as far as it is used."""

    id: int
    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    space: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A token as spaCy knows it; `head` is an index into the sentence, its own for the root."""

    form: str
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `begins` is True where a document or paragraph begins with it."""

    tokens: tuple[Token, ...]
    begins: bool = False


def sentences(path: Path, *, subtypes: frozenset[str] = SUBTYPES) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, plain or gzipped; relations outside `subtypes` lose their subtype."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    block: list[str] = []
    for line in (*content.decode().split("\n"), ""):
        if line.strip():
            block.append(line)
        elif block:
            yield _sentence(block, subtypes)
            block = []


def _sentence(block: Sequence[str], subtypes: frozenset[str]) -> Sentence:
    rows: list[Row] = []
    joined: dict[int, tuple[int, str, bool]] = {}
    for columns in (line.split("\t") for line in block if not line.startswith("#")):
        number, space = columns[0], "SpaceAfter=No" not in columns[9]
        if "-" in number:
            first, last = map(int, number.split("-"))
            joined[first] = (last, columns[1], space)
        elif "." not in number:
            head = int(columns[6]) if columns[6] != "_" else 0
            rows.append(Row(int(number), columns[1], columns[2], columns[3], columns[5], head, columns[7], space))
    begins = any(line.startswith(("# newdoc", "# newpar")) for line in block)
    return Sentence(_tokens(rows, joined, subtypes), begins=begins)


def _tokens(rows: Sequence[Row], joined: dict[int, tuple[int, str, bool]], subtypes: frozenset[str]) -> tuple[Token, ...]:
    """The sentence's tokens. Words written as one stay several only if their forms add up to it ("cannot": can, not)."""
    kept: list[Row] = []
    place: dict[int, int] = {}
    i = 0
    while i < len(rows):
        last, form, space = joined.get(rows[i].id, (rows[i].id, rows[i].form, rows[i].space))
        words = rows[i : i + 1 + last - rows[i].id]
        if "".join(word.form for word in words) == form:
            pieces = [replace(word, space=space and word is words[-1]) for word in words]
        else:
            pieces = [replace(_outermost(words), form=form, space=space)]
        for word in words:
            place[word.id] = min(len(kept) + words.index(word), len(kept) + len(pieces) - 1)
        kept.extend(pieces)
        i += len(words)
    return tuple(_token(row, k, place, subtypes) for k, row in enumerate(kept))


def _outermost(words: Sequence[Row]) -> Row:
    ids = {word.id for word in words}
    return next((word for word in words if word.head not in ids), words[0])


def _token(row: Row, index: int, place: dict[int, int], subtypes: frozenset[str]) -> Token:
    head = place[row.head] if row.head else index
    lemma = row.lemma if row.lemma == "#" else row.lemma.replace("#", "")
    return Token(
        form=row.form.replace(" ", "\N{NO-BREAK SPACE}"),
        lemma="" if lemma == "_" and row.form != "_" else lemma,
        pos="" if row.upos == "_" else row.upos,
        morph=_features(row.feats),
        head=head,
        dep=ROOT if head == index else relation(row.deprel, subtypes),
        space=row.space,
    )


def relation(label: str, subtypes: frozenset[str]) -> str:
    """A relation with its subtype where that is kept."""
    return label if label in subtypes else label.partition(":")[0]


def _features(feats: str) -> str:
    return "" if feats == "_" else "|".join(f for f in feats.split("|") if f.split("=")[0] not in NOT_FEATURES)


def doc(vocab: Vocab, group: Iterable[Sentence]) -> Doc:
    """Several sentences as one annotated Doc."""
    tokens: list[Token] = []
    starts: list[bool] = []
    for sentence in group:
        shift = len(tokens)
        tokens.extend(replace(token, head=token.head + shift) for token in sentence.tokens)
        starts.extend(i == 0 for i in range(len(sentence.tokens)))
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=[token.space for token in tokens],
        pos=[token.pos for token in tokens],
        morphs=[token.morph for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[token.head for token in tokens],
        deps=[token.dep for token in tokens],
        sent_starts=starts,
    )
