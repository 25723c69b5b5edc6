"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.languages import texts
from interview2flow.model import Transcript, TurnKind

EMPHASIS: Final = "*"
MANY_QUESTIONS: Final = 1.5
"""How many times the answering speaker's share of questions the other one must ask to be told by questions alone."""


def find_asked(transcript: Transcript, language: str) -> tuple[bool, ...]:
    """By turn, whether the interviewer says it; without labels only what is set off as questions is the interviewer's."""
    asking = interviewers(transcript, language)
    if not any(turn.speaker for turn in transcript.turns):
        return _set_off(transcript)
    return tuple(turn.speaker in asking for turn in transcript.turns)


def interviewers(transcript: Transcript, language: str) -> frozenset[str]:
    """The labels of those who ask: named as such, else all but the interviewee, else the one who asks most and says least."""
    words, questions = _shares(transcript)
    titles = frozenset(texts(language, "clauses")["interviewer_labels"])
    named = frozenset(label for label in words if label.casefold().strip(" .:") in titles)
    if named:
        return named
    answering = _answering(words, transcript.interviewee.name if transcript.interviewee else None)
    return frozenset(set(words) - {answering}) if answering else _asking_most(words, questions)


def _answering(labels: Iterable[str], name: str | None) -> str | None:
    """The interviewee's label: the name itself, or the only one with the same first word."""
    if not name:
        return None
    wanted = name.casefold()
    if exact := [label for label in labels if label.casefold() == wanted]:
        return exact[0]
    alike = [label for label in labels if label.casefold().replace(",", " ").split()[:1] == wanted.replace(",", " ").split()[:1]]
    return alike[0] if len(alike) == 1 else None


def _set_off(transcript: Transcript) -> tuple[bool, ...]:
    """Emphasised turns of an unlabelled transcript, where most of them ask."""
    marked = [turn for turn in transcript.turns if turn.marker == EMPHASIS]
    asking = sum("?" in turn.text for turn in marked) * 2 >= len(marked)
    return tuple(asking and turn.marker == EMPHASIS for turn in transcript.turns)


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
