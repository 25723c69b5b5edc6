"""Evidence follows its words: a corrected interview has them elsewhere than the one it takes the place of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from interview2flow.model import Disagreement, Evidence, Process, SequenceFlow, Task, Transcript, Version
from interview2flow.model.process import Node

Cited = TypeVar("Cited", Task, SequenceFlow, Version)


def relocated(process: Process, transcripts: Iterable[Transcript]) -> Process:
    """The process with all evidence where its words stand in the interviews now; words that are gone are kept as they were."""
    moving = _Moving({transcript.name: transcript for transcript in transcripts})
    moved = replace(
        process,
        nodes=tuple(moving.node(node) for node in process.nodes),
        flows=tuple(moving.cited(flow) for flow in process.flows),
        questions=tuple(replace(each, evidence=moving.words(each.evidence)) for each in process.questions),
        disagreements=tuple(moving.disagreement(each) for each in process.disagreements),
        dismissed=tuple(dict.fromkeys(moving.said(words) for words in process.dismissed)),
    )
    return process if moved == process else moved


@dataclass(frozen=True, slots=True)
class _Moving:
    transcripts: dict[str, Transcript]

    def said(self, words: Evidence) -> Evidence:
        transcript = self.transcripts.get(words.source)
        if transcript is None or _stands(words, transcript):
            return words
        return _nearest(words, transcript) or words

    def words(self, words: Evidence | None) -> Evidence | None:
        return words and self.said(words)

    def cited(self, part: Cited) -> Cited:
        return replace(part, evidence=tuple(self.said(words) for words in part.evidence))

    def node(self, node: Node) -> Node:
        if not isinstance(node, Task):
            return node
        facts = tuple(replace(fact, evidence=self.words(fact.evidence)) for fact in node.facts)
        return replace(self.cited(node), facts=facts)

    def disagreement(self, found: Disagreement) -> Disagreement:
        return replace(found, one=self.cited(found.one), other=self.cited(found.other))


def _stands(words: Evidence, transcript: Transcript) -> bool:
    if words.turn >= len(transcript.turns):
        return False
    return transcript.turns[words.turn].text[words.start : words.end] == words.quote


def _nearest(words: Evidence, transcript: Transcript) -> Evidence | None:
    """The same words in the turn that lies nearest to where they stood."""
    places = [(number, turn.text.find(words.quote)) for number, turn in enumerate(transcript.turns)]
    found = [(abs(number - words.turn), number, start) for number, start in places if start >= 0]
    if not found or not words.quote:
        return None
    _, turn, start = min(found)
    return replace(words, turn=turn, start=start, end=start + len(words.quote))
