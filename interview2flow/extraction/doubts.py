"""Where the interview itself says that something is not known: "I'd honestly have to ask", "kukaan ei tiedä"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from spacy.tokens import Doc, Span

from interview2flow.extraction.document import turn_of
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


SURE: Final = frozenset({DoubtKind.NOTED, DoubtKind.UNKNOWN, DoubtKind.UNRULED, DoubtKind.DISPUTED})
APOSTROPHES: Final = str.maketrans({"’": "'", "‘": "'", "´": "'"})


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


def find_doubts(doc: Doc, language: str) -> tuple[Doubt, ...]:
    """All of them in the order told, the interviewer's questions left out."""
    transcript: Transcript = doc._.transcript
    found = []
    for sentence in doc.sents:
        turn = turn_of(doc, sentence.start)
        if transcript.turns[turn].kind is TurnKind.HEADING or doc._.asked[turn]:
            continue
        said = plain(sentence)
        kinds = tuple(kind for kind in DoubtKind if cues(language, kind).search(said))
        if kinds:
            asked = said + " " + _question_before(doc, sentence, turn)
            found.append(
                Doubt(
                    start=sentence.start,
                    end=sentence.end,
                    turn=turn,
                    kinds=kinds,
                    who=_words(language, "who").search(asked) is not None,
                    case=_words(language, "case").search(asked) is not None,
                )
            )
    return tuple(found)


def plain(span: Span) -> str:
    """The words in lower case with single spaces and straight apostrophes."""
    return " ".join(span.text.translate(APOSTROPHES).casefold().split())


def _question_before(doc: Doc, sentence: Span, turn: int) -> str:
    """What the interviewer asked right before, where the sentence opens the answer."""
    opens = turn > 0 and doc._.asked[turn - 1] and turn_of(doc, max(0, sentence.start - 1)) != turn
    return plain(doc.spans["turns"][turn - 1]) if opens else ""


@cache
def cues(language: str, kind: DoubtKind) -> re.Pattern[str]:
    """The catalogue's wordings of one kind as one pattern, whole words only."""
    return _any(texts(language, "open")[kind.value])


@cache
def _words(language: str, name: str) -> re.Pattern[str]:
    return _any(texts(language, "open")["words"][name])


def _any(wordings: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_bounded(wording) for wording in wordings))


def _bounded(wording: str) -> str:
    before = r"(?<!\w)" if wording[0].isalnum() else ""
    after = r"(?!\w)" if wording[-1].isalnum() else ""
    return before + re.escape(wording) + after


def upcoming(doubts: tuple[Doubt, ...], token: int) -> Iterator[Doubt]:
    """Those that end after a token, in order."""
    return (doubt for doubt in doubts if doubt.end > token)
