"""Who "I" is: the interviewee's role, as the coordinator gives it or as the interview says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.references import Reference, is_listed
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import TURNS
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.model import Interviewee, Transcript, TurnKind

EARLY: Final = 8
"""People say what they are within so many first turns."""
GIVEN_WITH: Final = (r"{name}\s*[(=]\s*([^)=;.]+?)\s*(?:[).;,]|$)", r"{name},\s*([^,;.()]+)", r"([^\W\d][\w -]*?)\s+{name}\b")
"""How a heading gives somebody's role: "Marianne (AP clerk)", "Kai, developer", "päiväkodin johtaja Sari"."""
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Speaker:
    """The interviewee: `name` is the lane's name, `names` all that they are called, `person` their own name.

    `of` are the words behind which a name tells the field: the head of HR is not called HR.
    """

    name: str
    names: tuple[str, ...]
    person: str | None = None
    of: frozenset[str] = frozenset()

    def is_called(self, reference: Reference) -> bool:
        """Whether a role called so is the interviewee: the same words, their last words, the first name, or initials."""
        written = tuple(WORD.findall(reference.name.casefold()))
        return any(
            self._means(said, full) or (full == _split(self.person) and _is_first_name(said, full))
            for said in (reference.key, written)
            for full in map(_split, self.names)
        )

    def _means(self, said: tuple[str, ...], full: tuple[str, ...]) -> bool:
        of = next((place for place, word in enumerate(full) if place and word in self.of), len(full))
        return bool(said) and (said == full or full[max(0, of - len(said)) : of] == said)


@lru_cache(maxsize=64)
def _split(name: str | None) -> tuple[str, ...]:
    return tuple(WORD.findall((name or "").casefold()))


def _is_first_name(said: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a word is the first of a name, or the letters with which its parts begin: "J" and "JH" for Joanne Holt."""
    if len(said) != 1 or not full:
        return False
    return said == full[:1] or said[0].rstrip(".") in {full[0][0], "".join(part[0] for part in full)}


def find_speaker(doc: Doc, clauses: Sequence[Clause], words: Words) -> Speaker:
    """The interviewee of this interview."""
    transcript: Transcript = doc._.transcript
    given = transcript.interviewee or Interviewee()
    person = given.name or _only_label(doc)
    role = given.role or _from_headings(transcript, person) or _from_own_words(doc, clauses, words)
    called = tuple(dict.fromkeys(name for name in (role, person) if name))
    return Speaker(called[0], called, person, words.of) if called else Speaker(words.interviewee, (words.interviewee,))


def _only_label(doc: Doc) -> str | None:
    """The label of the one who answers, where there is exactly one."""
    transcript: Transcript = doc._.transcript
    answering = {turn.speaker for turn, asked in zip(transcript.turns, doc._.asked, strict=True) if turn.speaker and not asked}
    return answering.pop() if len(answering) == 1 else None


def _from_headings(transcript: Transcript, person: str | None) -> str | None:
    headings = [turn.text for turn in transcript.turns if turn.kind is TurnKind.HEADING]
    if not person:
        return None
    for pattern in GIVEN_WITH:
        for heading in headings:
            if found := re.search(pattern.format(name=re.escape(person)), heading):
                return found[1].split(",")[0].strip().lower()
    return None


def _from_own_words(doc: Doc, clauses: Sequence[Clause], words: Words) -> str | None:
    """The first role that the interviewee says to be, or is asked to be: "I'm the lead on first shift"."""
    tree = tree_of(doc)
    early = [clause for clause in clauses if clause.turn < EARLY]
    for token in (*_predicates(tree, early, words), *_first_answers(doc, tree)):
        if is_listed(tree, token, words):
            return names.base(tree, token, words)
    return None


def _predicates(tree: Tree, early: Sequence[Clause], words: Words) -> Iterator[int]:
    for clause in early:
        below = tree.children[clause.head]
        about = words.addressed if clause.asked else words.own
        own = any(tree.lower[child] in about for child in below if tree.rel[child] == "nsubj")
        dropped = not clause.asked and any("Person=1" in tree.morph[child] for child in below if tree.rel[child] == "cop")
        if own or dropped:
            yield clause.head
        elif "Person=1" in tree.morph[clause.head] and not clause.asked:
            yield from (child for child in below if "Case=Ess" in tree.morph[child])


def _first_answers(doc: Doc, tree: Tree) -> Iterator[int]:
    """Nouns that answer without a verb, early: "Business adviser."."""
    for number, span in enumerate(list(doc.spans[TURNS])[:EARLY]):
        if len(span) and not doc._.asked[number]:
            first = next(iter(span.sents))
            yield from (token for token in range(first.start, first.end) if tree.rel[token] in {"ROOT", "appos"})
