"""What speaks for a word's label: the word itself, its neighbours, and where it hangs in the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from spacy.tokens import Span, Token

from models.pet import clauses, phrases
from models.pet.reading import Reading

EDGE: Final = "_"
AROUND: Final = (-2, -1, 1, 2)
PREPOSITIONS: Final = frozenset("to by for as in into on within upon at with about from".split())


def describe(reading: Reading) -> list[list[list[str]]]:
    """The features of each word of each sentence."""
    return [[_features(reading, number, place) for place in range(len(span))] for number, span in enumerate(reading.sentences)]


def _features(reading: Reading, number: int, place: int) -> list[str]:
    sentence = reading.sentences[number]
    return [
        *_itself(reading, sentence[place], at_start=place == 0),
        *_neighbours(reading, sentence, place),
        *_hanging(reading, sentence[place]),
        *phrases.describe(reading, sentence, place),
        *clauses.describe(reading, sentence, place),
        *_position(reading, number, place),
    ]


def _itself(reading: Reading, token: Token, *, at_start: bool) -> Iterator[str]:
    word = token.lower_
    yield "any"
    yield f"word={word}"
    yield f"lemma={reading.lemma(token)}"
    yield f"pos={token.pos_}"
    yield f"dep={token.dep_}"
    yield f"pos dep={token.pos_} {token.dep_}"
    yield f"end3={word[-3:]}"
    yield f"end2={word[-2:]}"
    yield f"shape={_shape(token)}{' first' if at_start else ''}"
    yield f"form={token.pos_} {token.morph.get('VerbForm', [])} {token.morph.get('Voice', [])} {token.morph.get('Mood', [])}"


def _shape(token: Token) -> str:
    if token.text.isupper() and len(token) > 1:
        return "capitals"
    if token.text[0].isupper():
        return "title"
    return "digits" if token.text[0].isdigit() else "small"


def _neighbours(reading: Reading, sentence: Span, place: int) -> Iterator[str]:
    def at(offset: int, look: Callable[[Token], str]) -> str:
        there = place + offset
        return look(sentence[there]) if 0 <= there < len(sentence) else EDGE

    looks: dict[str, Callable[[Token], str]] = {
        "word": lambda token: token.lower_,
        "lemma": reading.lemma,
        "pos": lambda token: token.pos_,
        "dep": lambda token: token.dep_,
    }
    yield from chain.from_iterable((f"{name}{n}={at(n, look)}" for name, look in looks.items()) for n in AROUND)
    for first, last in ((-1, 0), (0, 1)):
        yield f"words{first}={at(first, looks['word'])} {at(last, looks['word'])}"
    for first, last in ((-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2)):
        yield f"pos{first}{last}={' '.join(at(offset, looks['pos']) for offset in range(first, last + 1))}"
    if (word := sentence[place].lower_) in PREPOSITIONS:
        token = sentence[place]
        yield f"preposition={word} {at(-1, looks['pos'])} {at(1, looks['pos'])} {token.dep_} {token.head.dep_}"


def _hanging(reading: Reading, token: Token) -> Iterator[str]:
    head = token.head
    side = "left" if head.i < token.i else "right" if head.i > token.i else "root"
    yield f"head={reading.lemma(head)}"
    yield f"head pos={head.pos_}"
    yield f"head dep={token.dep_} {head.pos_} {head.dep_}"
    yield f"head side={side} {token.dep_}"


def _position(reading: Reading, number: int, place: int) -> Iterator[str]:
    sentence, last = reading.sentences[number], len(reading.sentences) - 1
    token, root = sentence[place], sentence.root
    copular = any(child.dep_.startswith("cop") for child in root.children)
    words = [each.lower_ for each in sentence]
    yield f"root={root.pos_} {copular} {token.pos_}"
    yield f"sentence={'first' if number == 0 else 'last' if number == last else 'between'}"
    yield f"sentence={min(number, 2)} {token.pos_}"
    yield f"bracketed={'(' in words[:place] and ')' in words[place:]}"
