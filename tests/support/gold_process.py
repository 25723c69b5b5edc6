"""The process that an interview case's gold describes, assembled as if an extractor had understood the interview perfectly."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from interview2flow import read_transcript
from interview2flow.assembly import Wording, assemble
from interview2flow.languages import texts
from interview2flow.model import (
    Actor,
    Condition,
    Evidence,
    Extraction,
    Fact,
    FactKind,
    Interviewee,
    Process,
    Provenance,
    Question,
    Relation,
    Step,
    Transcript,
)

CASES = Path(__file__).parents[2] / "models" / "cases"
EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def gold_process(folder: Path) -> Process:
    """One gold.yaml as a process, with its quotes where they stand in the interviews."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    transcripts = [_transcript(folder, gold, interview) for interview in gold["interviews"]]
    extraction = Extraction(
        source=transcripts[0].name,
        language=gold["language"],
        title=gold["title"],
        steps=tuple(_step(gold, step, transcripts) for step in gold["steps"]),
        relations=tuple(_relation(arrow) for arrow in gold["flow"]),
        questions=tuple(Question(ask=q["ask"], about=q["about"]) for q in gold.get("open_questions", ())),
    )
    wording = Wording.of(texts(gold["language"], "assembly"))
    return assemble([extraction], transcripts, wording=wording)


def gold_folders() -> list[Path]:
    """The folders of all examples and cases at hand."""
    return sorted(gold.parent for root in (EXAMPLES, CASES) for gold in root.glob("*/gold.yaml"))


def _transcript(folder: Path, gold: dict[str, Any], interview: dict[str, str]) -> Transcript:
    role = gold["roles"].get(interview.get("role", ""), [None])[0]
    return read_transcript(folder / interview["file"], interviewee=Interviewee(interview.get("speaker"), role))


def _step(gold: dict[str, Any], step: dict[str, Any], transcripts: list[Transcript]) -> Step:
    role = gold["roles"].get(step["role"])
    return Step(
        id=step["id"],
        label=str(step["do"]),
        actor=Actor(name=role[0]) if role else None,
        evidence=tuple(_evidence(str(quote), transcripts) for quote in step["quote"]),
        facts=tuple(_facts(step)),
    )


def _evidence(quote: str, transcripts: list[Transcript]) -> Evidence:
    for transcript in transcripts:
        for number, turn in enumerate(transcript.turns):
            if (start := turn.text.find(quote)) >= 0:
                return Evidence(transcript.name, number, start, start + len(quote), quote)
    return Evidence(transcripts[0].name, 0, 0, len(quote), quote)


def _facts(step: dict[str, Any]) -> Iterator[Fact]:
    for kind, values in ((FactKind.SYSTEM, step.get("uses", ())), (FactKind.DOCUMENT, step.get("documents", ()))):
        yield from (Fact(kind, str(value)) for value in values)
    for kind, told in ((FactKind.WORK_TIME, "work"), (FactKind.WAIT_TIME, "wait")):
        if told in step.get("takes", {}):
            yield Fact(kind, str(step["takes"][told]))
    if "pain" in step:
        yield Fact(FactKind.COMPLAINT, str(step["pain"]))


def _relation(arrow: str) -> Relation:
    ends, _, condition = arrow.partition(":")
    source, _, target = ends.partition(">")
    return Relation(
        source=source.strip(),
        target=target.strip(),
        condition=Condition(text=condition.strip()) if condition else None,
        provenance=Provenance.STATED,
    )
