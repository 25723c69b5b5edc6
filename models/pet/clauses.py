"""What speaks for a word's label in the clause it stands in: conditions, times, and what makes a verb an activity."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from models.pet.reading import CLAUSES, TEMPORAL, Reading, clause, mark, relation

FRAME: Final = frozenset({"nsubj", "nsubj:pass", "obj", "aux:pass", "cop", "xcomp", "ccomp", "compound:prt", "obl", "iobj"})
PREDICATES: Final = CLAUSES | {"ROOT", "xcomp"}
OPENERS: Final = {
    ("if",): "if",
    ("unless",): "if",
    ("in", "case"): "if",
    ("for", "the", "case"): "if",
    ("as", "soon"): "when",
} | {(word,): "when" for word in (*TEMPORAL, "after")}
CLOSERS: Final = frozenset({",", "then", ".", ";", ":"})
DEEPEST: Final = 8


def describe(reading: Reading, sentence: Span, place: int) -> Iterator[str]:
    """The features of one word."""
    token = sentence[place]
    kinds, opener = _enclosing(token)
    yield from _place(token, clause(token), kinds, opener)
    zone = zones(sentence)[place]
    yield f"zone={zone}"
    yield f"zone={zone} {token.pos_}"
    yield f"zone word={zone} {token.lower_}"
    yield f"zone next={zone} {sentence[place + 1].lower_ if place + 1 < len(sentence) else ''}"
    if token.pos_ in {"VERB", "AUX"} or relation(token) in PREDICATES:
        yield from _frame(reading, token)
        yield from _sense(reading, token, kinds, opener)
        verbs = [word.i for word in sentence if word.pos_ == "VERB"]
        yield f"last verb={bool(verbs) and token.i == verbs[-1]}"


def zones(sentence: Span) -> list[str]:
    """For each word how far it is behind an "if" or "when" whose comma has not come yet: what the parser may get wrong."""
    words = [token.lower_ for token in sentence]
    found, zone, begun = [], "", 0
    for place, word in enumerate(words):
        opened = next((name for opener, name in OPENERS.items() if tuple(words[place : place + len(opener)]) == opener), None)
        if opened:
            zone, begun = opened, place
        elif word in CLOSERS:
            zone = ""
        found.append(f"{zone}{min(place - begun, 3)}" if zone else "")
    return found


def _enclosing(token: Token) -> tuple[str, str]:
    """The kinds of clauses around a token, and the innermost word that opens one of them ("to" not counted)."""
    kinds, opener, head = set[str](), "", clause(token)
    for _ in range(DEEPEST):
        if relation(head) in CLAUSES:
            kinds.add(relation(head))
        if not opener and (word := mark(head)) != "to":
            opener = word
        if head.head.i == head.i:
            break
        head = clause(head.head)
    return "+".join(sorted(kinds)), opener


def _place(token: Token, head: Token, kinds: str, opener: str) -> Iterator[str]:
    inside = [word.i for word in head.subtree]
    edge = f"{'first' if token.i == min(inside) else ''}{'last' if token.i == max(inside) else ''}"
    yield f"clause={kinds}"
    yield f"clause={kinds} {token.pos_}"
    yield f"clause opener={opener}"
    yield f"clause opener={opener} {token.pos_}"
    yield f"clause opener={opener} {token.dep_}"
    yield f"clause edge={edge} {relation(head)} {mark(head)}"


def _frame(reading: Reading, verb: Token) -> Iterator[str]:
    """What hangs on a verb."""
    parts = {name for child in verb.children for name in (child.dep_, relation(child)) if name in FRAME}
    frame = " ".join(sorted(parts))
    subject = _subject(verb)
    who = f"{reading.kind(subject)} {subject.dep_}" if subject is not None else "nobody"
    thing = next((child for child in verb.children if relation(child) == "obj"), None)
    yield f"frame={frame}"
    yield f"frame={verb.dep_} {frame}"
    yield f"subject={who}"
    yield f"subject={verb.dep_} {who}"
    if subject is not None:
        yield f"subject head={reading.lemma(subject)}"
    if thing is not None:
        yield f"object head={reading.lemma(thing)}"
        yield f"object={reading.kind(thing)}"


def _subject(verb: Token) -> Token | None:
    """The subject; one joined to another verb shares that one's."""
    for head in (verb, verb.head) if relation(verb) in {"conj", "xcomp"} else (verb,):
        for child in head.children:
            if relation(child) == "nsubj":
                return child
    return None


def _sense(reading: Reading, verb: Token, kinds: str, opener: str) -> Iterator[str]:
    """How a verb is meant."""
    known = sorted(reading.meanings(verb))
    modal = next((reading.lemma(child) for child in verb.children if child.dep_ == "aux"), "")
    form = verb.morph.get("VerbForm", [])
    yield f"modal={modal}"
    yield f"mark={verb.dep_} {mark(verb)}"
    yield f"mark={relation(verb)} {mark(verb)} in {opener}"
    yield f"under={verb.dep_} {reading.lemma(verb.head)}"
    yield f"verb={verb.pos_} {verb.dep_} {form} {mark(verb)} {opener}"
    yield f"tense={verb.morph.get('Tense', [])} {form} {kinds}"
    yield f"meant={bool(known)}"
    yield from (f"meaning={meaning}" for meaning in known)
    if any(relation(child) == "advmod" and reading.lemma(child) in {"not", "also"} for child in verb.children):
        yield "not or also"
