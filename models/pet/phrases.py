"""What speaks for a word's label in the noun phrase it stands in: what that names, and what part it plays for its verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from models.pet.reading import NOMINAL, Reading, first_joined, has, mark, passive, relation


def describe(reading: Reading, sentence: Span, place: int) -> Iterator[str]:
    """The features of one word; a word outside noun phrases has those of its preposition, if it is one."""
    token = sentence[place]
    head = reading.phrases[token.i]
    if head is None:
        yield "phrase=none"
        if relation(token) == "case" and token.head.pos_ in NOMINAL:
            yield from _preposition(reading, token)
        return
    first = place == 0 or reading.phrases[token.i - 1] != head
    last = place + 1 == len(sentence) or reading.phrases[token.i + 1] != head
    at = {(True, True): "all", (True, False): "first", (False, True): "last", (False, False): "within"}[first, last]
    yield from _phrase(reading, reading.doc[head], at, reading.lemma(token) if first else "")


def _phrase(reading: Reading, noun: Token, at: str, opening: str) -> Iterator[str]:
    lemma, kind, top = reading.lemma(noun), reading.kind(noun), first_joined(noun)
    joined = "" if top.i == noun.i else " joined"
    above = top.head
    case = reading.case(noun) or reading.case(top)
    part = f"{top.dep_}{joined}"
    voice = "passive" if passive(above) else "active"
    yield f"phrase={at}"
    yield f"phrase={at} {kind}"
    yield f"phrase={at} {part} {case if relation(top) in {'obl', 'nmod'} else ''}"
    yield f"phrase={at} {part} {voice}"
    yield f"phrase={at} {part} {kind}"
    yield f"phrase={at} {part} {above.pos_}"
    yield f"phrase={at} {part} {kind} {above.dep_}"
    yield f"phrase case={at} {part} {voice} {case}"
    yield f"phrase kind={kind} {part} {voice} {case}"
    yield f"phrase head={lemma}"
    yield f"phrase end={lemma[-3:]}"
    yield f"phrase end={lemma[-2:]} {part}"
    yield f"phrase verb={part} {reading.lemma(above)}"
    yield f"phrase opening={at} {opening}"
    yield from _acting(reading, lemma, kind, part)
    if above.pos_ == "VERB":
        yield from _under_verb(reading, above, f"{part} {voice}", f"{part} {case}", relation(top))
    if relation(top) == "nmod" and above.pos_ in NOMINAL:
        yield f"of={case} {above.dep_} {at}"
        yield f"of={case} {reading.kind(above)}"
        yield f"of={case} {reading.kind(above)} {kind} {at}"
        yield f"of head={case} {reading.lemma(above)}"


def _acting(reading: Reading, lemma: str, kind: str, part: str) -> Iterator[str]:
    balance = reading.acting[lemma]
    told = "acts" if balance > 0 else "acted on" if balance < 0 else "even" if lemma in reading.acting else "never"
    yield f"acting={told}"
    yield f"acting={told} {kind}"
    yield f"acting={told} {part}"


def _under_verb(reading: Reading, verb: Token, voiced: str, cased: str, name: str) -> Iterator[str]:
    for meaning in sorted(reading.meanings(verb)):
        yield f"verb means={meaning} {voiced}"
    subject = any(child.dep_ == "nsubj" for child in verb.children)
    yield f"verb has={cased} {has(verb, 'obj')} {subject}"
    yield f"verb clause={verb.dep_} {mark(verb)}"
    yield f"verb clause={name} {verb.dep_} {mark(verb)}"


def _preposition(reading: Reading, token: Token) -> Iterator[str]:
    noun, word = token.head, reading.lemma(token)
    above = noun.head
    yield f"before={noun.dep_} {word}"
    yield f"before={noun.dep_} {above.dep_} {word}"
    yield f"before={word} {reading.kind(noun)} {noun.dep_}"
    if above.pos_ in NOMINAL:
        yield f"before of={word} {above.dep_} {reading.kind(above)}"
    else:
        yield f"before verb={word} {reading.lemma(above)}"
        subject = any(child.dep_ == "nsubj:pass" for child in above.children)
        yield f"before verb={word} {has(above, 'obj')} {subject}"
