"""All interviews at hand: who speaks is found, and every quoted word can be found again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from interview2flow import languages, readers
from interview2flow.model import Transcript, TurnKind

ROOT = Path(__file__).parents[2]
CASES = sorted(gold.parent for gold in [*ROOT.glob("models/cases/*/gold.yaml"), *ROOT.glob("examples/*/gold.yaml")])


@pytest.fixture(params=CASES, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> tuple[dict[str, Any], list[Transcript]]:
    folder: Path = request.param
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    files = [folder / interview["file"] for interview in gold["interviews"]]
    return gold, [readers.read(file.name, file.read_bytes()) for file in files]


def test_every_quote_stands_in_one_turn(case: tuple[dict[str, Any], list[Transcript]]) -> None:
    gold, transcripts = case
    told = [turn.text for transcript in transcripts for turn in transcript.turns if turn.kind is not TurnKind.HEADING]
    quotes = [str(quote) for step in gold["steps"] for quote in step.get("quote", ())] + list(
        map(str, gold.get("not_steps") or ())
    )
    assert [quote for quote in quotes if not any(quote in text for text in told)] == []


def test_the_interviewee_is_one_of_two_speakers_or_nobody_is_named(case: tuple[dict[str, Any], list[Transcript]]) -> None:
    gold, transcripts = case
    for transcript, interview in zip(transcripts, gold["interviews"], strict=True):
        labels = {turn.speaker for turn in transcript.turns} - {None}
        named = any(str(interview["speaker"]) == label for label in labels)
        assert (len(labels) == 2 and named) or len(labels) <= 1
        assert not labels or all(turn.speaker for turn in transcript.turns if turn.kind is TurnKind.SPEECH)


def test_the_language_is_detected(case: tuple[dict[str, Any], list[Transcript]]) -> None:
    gold, transcripts = case
    assert {languages.detect(transcript.text) for transcript in transcripts} == {gold["language"]}
