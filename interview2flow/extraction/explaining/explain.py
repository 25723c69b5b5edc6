"""From words of an interview to the decisions about the clauses that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from interview2flow.errors import WordsNotFoundError
from interview2flow.extraction import document
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.explaining.actors import why_actor
from interview2flow.extraction.explaining.facts import why_facts
from interview2flow.extraction.explaining.flow import why_order
from interview2flow.extraction.explaining.parts import Explanation, Part
from interview2flow.extraction.explaining.steps import why_step
from interview2flow.extraction.understand import read
from interview2flow.model import Evidence, Transcript

Place = tuple[int, int, int]
"""A turn, and from which letter of it to which."""


def explain(transcript: Transcript, words: str) -> tuple[Explanation, ...]:
    """The decisions about every clause that holds these words, or some of them; case and line breaks do not matter.

    Raises:
        WordsNotFoundError: nobody says them.
    """
    wanted = " ".join(words.casefold().split())
    places = list(_places(transcript, wanted)) if wanted else []
    if not places:
        raise WordsNotFoundError(words, source=transcript.name)
    return _explained(transcript, places)


def explain_places(transcript: Transcript, evidence: Iterable[Evidence]) -> tuple[Explanation, ...]:
    """The decisions about the clauses that a step was told with."""
    places = [(said.turn, said.start, said.end) for said in evidence if said.source == transcript.name]
    return _explained(transcript, places)


def _places(transcript: Transcript, wanted: str) -> Iterator[Place]:
    for number, turn in enumerate(transcript.turns):
        plain, origin = _plain(turn.text)
        at = plain.find(wanted)
        while at >= 0:
            yield number, origin[at], origin[at + len(wanted) - 1] + 1
            at = plain.find(wanted, at + 1)


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in small letters with single spaces, and by letter where it stood."""
    letters: list[str] = []
    origin: list[int] = []
    for place, letter in enumerate(text):
        small = " " if letter.isspace() else letter.casefold()
        if small == " " and letters and letters[-1] == " ":
            continue
        letters += small
        origin += [place] * len(small)
    return "".join(letters), origin


def _explained(transcript: Transcript, places: Iterable[Place]) -> tuple[Explanation, ...]:
    doc = read(transcript)
    found = dict.fromkeys(clause for place in places for clause in _told_there(doc, place))
    return tuple(Explanation(clause.turn + 1, _words(doc, clause), tuple(_parts(doc, clause))) for clause in found)


def _words(doc: Doc, clause: Clause) -> str:
    return " ".join(doc[clause.start : clause.end].text.split())


def _told_there(doc: Doc, place: Place) -> list[Clause]:
    """The clauses whose predicate lies in the place; where there is none, those that have a word there."""
    turn, start, end = place
    first, last = document.turn_bounds(doc)[turn]
    offset = doc[first].idx
    tokens = [t for t in range(first, last) if doc[t].idx - offset < end and doc[t].idx - offset + len(doc[t]) > start]
    near = [clause for clause in doc._.clauses if not set(clause.tokens).isdisjoint(tokens)]
    return [clause for clause in near if clause.head in tokens] or near


def _parts(doc: Doc, clause: Clause) -> Iterator[Part]:
    mention = next((mention for mention in doc._.mentions if clause.index in mention.tellings), None)
    yield why_step(doc, clause, mention)
    if mention is not None:
        yield why_actor(doc, clause, mention)
        yield from why_order(doc, mention)
        yield why_facts(doc, mention)
