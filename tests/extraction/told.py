"""Interviews built by hand: a line a turn, `*` before a word that is a predicate, `**` before one that tells a step."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from interview2flow.extraction import extensions
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import TURNS
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.thread import Thread, spin
from interview2flow.model import Transcript, Turn

PUNCTUATION = frozenset(".,?!")


def told(*turns: str, language: str = "en", again: dict[int, int] | None = None) -> Thread:
    """The thread; turns that start with "Q:" are the interviewer's. A sentence ends with "." or "?", a clause with ",".

    `again` says which step (by its place in the telling) is another one told again.
    """
    doc, steps = _parsed(turns, language)
    mentions: list[list[int]] = []
    for number, clause in enumerate(steps):
        known = (again or {}).get(number)
        if known is None:
            mentions.append([clause])
        else:
            mentions[known].append(clause)
    return spin(doc, doc._.clauses, [Mention(f"s{i}", tuple(tellings), 1.0) for i, tellings in enumerate(mentions, 1)])


def _parsed(turns: tuple[str, ...], language: str) -> tuple[Doc, list[int]]:
    extensions.register()
    words: list[str] = []
    starts: list[int] = []
    for turn in turns:
        starts.append(len(words))
        words += turn.removeprefix("Q:").replace(",", " ,").replace(".", " .").replace("?", " ?").split()
    predicates = [i for i, word in enumerate(words) if word.startswith("*")]
    steps = [i for i, word in enumerate(words) if word.startswith("**")]
    plain = [word.lstrip("*") for word in words]
    ends = [i + 1 in starts or i + 1 == len(words) or plain[i + 1] in PUNCTUATION for i in range(len(words))]
    doc = Doc(
        spacy.blank(language).vocab,
        words=plain,
        spaces=[not end for end in ends],
        pos=["PUNCT" if word in PUNCTUATION else "VERB" if i in predicates else "NOUN" for i, word in enumerate(plain)],
        lemmas=[word.lower() for word in plain],
        deps=["ROOT" if first == i else "dep" for i, first in enumerate(_sentences(plain, starts))],
        heads=_sentences(plain, starts),
    )
    asked = tuple(turn.startswith("Q:") for turn in turns)
    doc.spans[TURNS] = [Span(doc, a, b) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    doc._.transcript = Transcript(name="a.txt", turns=tuple(Turn(text=span.text) for span in doc.spans[TURNS]), language=language)
    doc._.asked = asked
    doc._.clauses = tuple(_clause(doc, number, head, starts, asked) for number, head in enumerate(predicates))
    return doc, [predicates.index(step) for step in steps]


def _sentences(words: list[str], starts: list[int]) -> list[int]:
    """By word, the first word of its sentence."""
    found: list[int] = []
    for i in range(len(words)):
        opens = i in starts or words[i - 1] in ".?"
        found.append(i if opens else found[-1])
    return found


def _clause(doc: Doc, number: int, head: int, starts: list[int], asked: tuple[bool, ...]) -> Clause:
    """The words around the predicate up to the next punctuation."""
    start = end = head
    while start > 0 and start not in starts and doc[start - 1].pos_ != "PUNCT":
        start -= 1
    while end + 1 < len(doc) and end + 1 not in starts and doc[end + 1].pos_ != "PUNCT":
        end += 1
    turn = sum(begin <= head for begin in starts) - 1
    mark = next((doc[i].lower_ for i in range(start, min(start + 2, end)) if doc[i].lower_ in {"if", "om", "jos"}), None)
    return Clause(number, head, start, end + 1, tuple(range(start, end + 1)), turn, asked[turn], mark, None)
