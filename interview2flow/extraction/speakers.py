"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

MANY_QUESTIONS: Final = 1.5
"""How many times the answering speaker's share of questions the other one must ask to be told by questions alone."""


def find_asked(transcript: Transcript, language: str) -> tuple[bool, ...]:
    """By turn, whether the interviewer says it; without speaker labels nobody does."""
    asking = interviewers(transcript, language)
    return tuple(turn.speaker in asking if turn.speaker else False for turn in transcript.turns)


def interviewers(transcript: Transcript, language: str) -> frozenset[str]:
    """The labels of those who ask: named as such, else all but the interviewee, else the one who asks most and says least."""
    words, questions = _shares(transcript)
    named = frozenset(label for label in words if _is(label, texts(language, "clauses")["interviewer_labels"]))
    if named:
        return named
    person = transcript.interviewee.name if transcript.interviewee else None
    if person and (answering := {label for label in words if _is(label, [person])}):
        return frozenset(set(words) - answering)
    return _asking_most(words, questions)


def _is(label: str, names: list[str]) -> bool:
    lowered = label.casefold().strip(" .:")
    return any(lowered == name.casefold() or lowered.split()[:1] == name.casefold().split()[:1] for name in names)


def _shares(transcript: Transcript) -> tuple[Counter[str], dict[str, float]]:
    words: Counter[str] = Counter()
    marks: defaultdict[str, int] = defaultdict(int)
    for turn in transcript.turns:
        if turn.speaker and turn.kind is TurnKind.SPEECH:
            words[turn.speaker] += len(turn.text.split())
            marks[turn.speaker] += turn.text.count("?")
    return words, {label: marks[label] / max(1, words[label]) for label in words}


def _asking_most(words: Counter[str], questions: dict[str, float]) -> frozenset[str]:
    if len(words) < 2:  # noqa: PLR2004 (nobody is there to ask)
        return frozenset()
    talker, _ = words.most_common(1)[0]
    return frozenset(label for label in words if label != talker and questions[label] >= questions[talker] * MANY_QUESTIONS)


@Language.component("i2f_speakers")
def speakers(doc: Doc) -> Doc:
    """Sets `doc._.asked`."""
    transcript: Transcript = doc._.transcript
    doc._.asked = find_asked(transcript, doc.vocab.lang)
    return doc
