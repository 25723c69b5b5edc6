"""Where the interview itself says that something is not known: "I'd honestly have to ask", "kukaan ei tiedä"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from spacy.tokens import Doc

from interview2flow.extraction import cues
from interview2flow.extraction.document import turn_bounds
from interview2flow.extraction.phrasebook import Phrasebook, pattern_of, straightened
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind


class DoubtKind(StrEnum):
    """Why it is open; the values are the catalogue's lists, the surest sign first."""

    NOTED = "noted"  # the notes mark it
    UNKNOWN = "unknown"  # the speaker does not know
    UNRULED = "unruled"  # no rule says it
    DISPUTED = "disputed"  # each says it is the other
    UNTESTED = "untested"  # it has not come up yet
    GUESSED = "guessed"  # the speaker supposes


KEY: Final = "i2f_doubts"
SURE: Final = frozenset({DoubtKind.NOTED, DoubtKind.UNKNOWN, DoubtKind.UNRULED, DoubtKind.DISPUTED})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence, from token `start` up to `end`, in which something is left open; `who` where it asks for a person."""

    start: int
    end: int
    turn: int
    kinds: tuple[DoubtKind, ...]
    who: bool
    case: bool

    @property
    def sure(self) -> bool:
        """Whether it says so, rather than supposes something."""
        return bool(SURE & set(self.kinds))


def doubts_of(doc: Doc) -> tuple[Doubt, ...]:
    """The Doc's doubts, looked for once."""
    if KEY not in doc.user_data:
        doc.user_data[KEY] = find_doubts(doc, doc.vocab.lang)
    found: tuple[Doubt, ...] = doc.user_data[KEY]
    return found


def find_doubts(doc: Doc, language: str) -> tuple[Doubt, ...]:
    """All of them in the order told, the interviewer's questions left out."""
    tree, asked = tree_of(doc), doc._.asked
    signs = _book(language).over(cues.ready(tree.phrase(0, len(doc))))
    transcript: Transcript = doc._.transcript
    bounds = turn_bounds(doc)
    found = []
    for number, (first, last) in enumerate(bounds):
        if asked[number] or transcript.turns[number].kind is TurnKind.HEADING:
            continue
        for start, end in tree.sentences(first, last):
            if not signs.possible(tree.idx[start], tree.idx[end - 1] + len(tree.text[end - 1])):
                continue  # most sentences
            question = bounds[number - 1] if number and start == first and asked[number - 1] else (0, 0)
            doubt = _doubt(tree, Sentence(start, end, number), question, language)
            if doubt is not None:
                found.append(doubt)
    return tuple(found)


class Sentence(NamedTuple):
    """The tokens from `start` up to `end` of a turn."""

    start: int
    end: int
    turn: int


def _doubt(tree: Tree, sentence: Sentence, question: tuple[int, int], language: str) -> Doubt | None:
    """What one sentence leaves open; `question` are the tokens of the one that it answers."""
    said = plain(tree.phrase(sentence.start, sentence.end))
    found = _book(language).kinds(said)
    if not found:
        return None
    kinds = tuple(kind for kind in DoubtKind if kind.value in found)
    whole = f"{said} {plain(tree.phrase(*question))}"
    who, case = (_words(language, name).search(whole) is not None for name in ("who", "case"))
    return Doubt(sentence.start, sentence.end, sentence.turn, kinds, who, case)


def plain(text: str) -> str:
    """The text in lower case with single spaces and straight apostrophes."""
    return " ".join(straightened(text).casefold().split())


@cache
def _book(language: str) -> Phrasebook:
    """The catalogue's wordings of all kinds."""
    return Phrasebook({kind.value: texts(language, "open")[kind.value] for kind in DoubtKind})


@cache
def _words(language: str, name: str) -> re.Pattern[str]:
    return pattern_of(texts(language, "open")["words"][name])
