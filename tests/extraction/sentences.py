"""Hand-built parses: a word a line, `form lemma POS relation head [morph]`, heads counted from 1, 0 for the root."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from interview2flow.extraction import extensions
from interview2flow.extraction.clauses import find_clauses
from interview2flow.extraction.document import TURNS
from interview2flow.model import Transcript, Turn


def interview(language: str, *turns: str, asked: tuple[bool, ...] | None = None) -> Doc:
    """A Doc with one sentence per turn, its clauses found."""
    extensions.register()
    vocab = spacy.blank(language).vocab
    parsed = [sentence(vocab, turn) for turn in turns]
    doc = Doc.from_docs(parsed)
    assert doc is not None
    spans, start = [], 0
    for part in parsed:
        spans.append(Span(doc, start, start + len(part)))
        start += len(part)
    doc.spans[TURNS] = spans
    doc._.transcript = Transcript(
        name="a.txt", turns=tuple(Turn(text=part.text, speaker="A") for part in parsed), language=language
    )
    doc._.asked = asked or (False,) * len(turns)
    doc._.clauses = find_clauses(doc, asked=doc._.asked, language=language)
    return doc


def sentence(vocab: Vocab, rows: str) -> Doc:
    """One parsed sentence."""
    cells = [line.split() for line in rows.strip().splitlines()]
    heads = [int(cell[4]) - 1 if cell[4] != "0" else number for number, cell in enumerate(cells)]
    return Doc(
        vocab,
        words=[cell[0] for cell in cells],
        spaces=[number + 1 < len(cells) and cells[number + 1][2] != "PUNCT" for number in range(len(cells))],
        lemmas=[cell[1] for cell in cells],
        pos=[cell[2] for cell in cells],
        deps=[cell[3] for cell in cells],
        heads=heads,
        morphs=[cell[5] if len(cell) > 5 else "" for cell in cells],
        sent_starts=[number == 0 for number in range(len(cells))],
    )
