"""One Doc per interview, and the way back from its tokens to the words of the transcript."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Any, Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from interview2flow.extraction import extensions
from interview2flow.extraction.tree import COLUMNS, SPACED, SPELLED, tree_of
from interview2flow.model import Evidence, Transcript, Turn, TurnKind

TURNS: Final = "turns"
BOUNDS: Final = "i2f_turn_bounds"
STARTS: Final = "i2f_turn_starts"
TURN_OF: Final = "i2f_turn_of"
LETTERS: Final = 16_000
"""So much text is parsed together: more is slower again, since the processor's memory is small."""
ARROW: Final = re.compile(r"(?:[-=]+>|→|⇒)\s*")
"""How notes write what follows from what: "something missing -> send it back"."""


def parse(transcript: Transcript, nlp: Language) -> Doc:
    """The parsed interview: `doc.spans["turns"][i]` is turn i, and no sentence crosses turns.

    Turns are parsed one by one and joined, notes piece by piece between their arrows; an empty turn is an empty span.
    """
    extensions.register()
    said = [_pieces(turn) for turn in transcript.turns]
    pieces = [piece for turn in said for piece in turn]
    parsed = list(nlp.pipe(pieces, batch_size=max(1, LETTERS * len(pieces) // max(1, sum(map(len, pieces))))))
    doc = _joined(parsed) if parsed else Doc(nlp.vocab)
    doc.spans[TURNS] = _turns(doc, said, parsed)
    doc._.transcript = transcript
    return doc


def _joined(parsed: list[Doc]) -> Doc:
    """All in one, with a space between; `Doc.from_docs`, which asks every token, takes twice as long."""
    columns: Any = np.concatenate([doc.to_array(COLUMNS) for doc in parsed])
    last = np.cumsum([len(doc) for doc in parsed])[:-1] - 1
    columns[last, SPACED] |= np.array([not doc[-1].is_space for doc in parsed[:-1]], dtype=np.bool_)
    vocab, spelled, spaced = parsed[0].vocab, columns[:, SPELLED].tolist(), columns[:, SPACED].astype(bool).tolist()
    words = {number: vocab.strings[number] for number in set(spelled)}
    joined = Doc(vocab, words=[words[number] for number in spelled], spaces=spaced).from_array(COLUMNS, columns)
    joined.tensor = np.vstack([doc.tensor for doc in parsed])
    return joined


def _pieces(turn: Turn) -> list[str]:
    """What is parsed on its own; joined again, the pieces are the turn's text letter by letter."""
    if not turn.text.strip():
        return []
    if turn.kind is not TurnKind.NOTE:
        return [turn.text]
    cuts = [0, *(found.end() for found in ARROW.finditer(turn.text)), len(turn.text)]
    pieces = [turn.text[start:end] for start, end in pairwise(cuts) if end > start]
    return pieces if all(piece.strip() for piece in pieces) else [turn.text]


def _turns(doc: Doc, said: list[list[str]], parsed: list[Doc]) -> list[Span]:
    spans, start, rest = [], 0, iter(parsed)
    for pieces in said:
        end = start + sum(len(next(rest)) for _ in pieces)
        spans.append(Span(doc, start, end))
        start = end
    return spans


def turn_bounds(doc: Doc) -> list[tuple[int, int]]:
    """By turn, the indices of its first token and of that behind its last one; looked up once."""
    if BOUNDS not in doc.user_data:
        doc.user_data[BOUNDS] = [(span.start, span.end) for span in doc.spans[TURNS]]
    bounds: list[tuple[int, int]] = doc.user_data[BOUNDS]
    return bounds


def turn_starts(doc: Doc) -> list[int]:
    """By turn, the index of its first token; looked up once."""
    if STARTS not in doc.user_data:
        doc.user_data[STARTS] = [start for start, _ in turn_bounds(doc)]
    starts: list[int] = doc.user_data[STARTS]
    return starts


def turns_by_token(doc: Doc) -> list[int]:
    """By token, its turn; made once."""
    if TURN_OF not in doc.user_data:
        doc.user_data[TURN_OF] = [turn for turn, (start, end) in enumerate(turn_bounds(doc)) for _ in range(start, end)]
    turns: list[int] = doc.user_data[TURN_OF]
    return turns


def turn_of(doc: Doc, token: int) -> int:
    """The turn in which a token was said."""
    return bisect_right(turn_starts(doc), token) - 1


def evidence(doc: Doc, start: int, end: int) -> Evidence:
    """The words of the tokens `start` up to, not including, `end`, all of one turn."""
    transcript: Transcript = doc._.transcript
    index = turn_of(doc, start)
    tree = tree_of(doc)
    offset = tree.idx[turn_starts(doc)[index]]
    begin, stop = tree.idx[start] - offset, tree.idx[end - 1] + len(tree.text[end - 1]) - offset
    return Evidence(transcript.name, index, begin, stop, transcript.turns[index].text[begin:stop])
