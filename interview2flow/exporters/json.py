"""All that is known of a process as JSON, for other programs; `process.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

from interview2flow.model import (
    Disagreement,
    Event,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Gateway,
    Interview,
    Lane,
    Process,
    SequenceFlow,
    Task,
)

VERSION: Final = "1.0"

Json = dict[str, Any]


def render(process: Process, findings: Sequence[Finding]) -> bytes:
    """The process, its findings and its open questions, UTF-8, keys in a fixed order."""
    content = {
        "version": VERSION,
        "title": process.title,
        "language": process.language,
        "interviews": [_interview(interview) for interview in process.interviews],
        "lanes": [_lane(lane) for lane in process.lanes],
        "steps": [_step(task) for task in process.tasks],
        "gateways": [_passage(node) for node in process.nodes if isinstance(node, Gateway)],
        "events": [_passage(node) for node in process.nodes if isinstance(node, Event)],
        "order": [node.id for node in process.nodes],
        "flows": [_flow(flow) for flow in process.flows],
        "open_questions": _questions(findings),
        "disagreements": [_disagreement(disagreement) for disagreement in process.disagreements],
        "findings": [_finding(finding) for finding in findings],
        "settled": sorted(process.settled),
        "dismissed": _places(process.dismissed),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", errors="replace")


def schema() -> Mapping[str, Any]:
    """The published JSON Schema (draft 2020-12) of what `render` writes."""
    text = files(__package__).joinpath("process.schema.json").read_text(encoding="utf-8")
    content: Mapping[str, Any] = json.loads(text)
    return content


def _interview(interview: Interview) -> Json:
    who = interview.interviewee
    return {"name": interview.name, "interviewee": None if who is None else {"name": who.name, "role": who.role}}


def _lane(lane: Lane) -> Json:
    return {"id": lane.id, "name": lane.name, "named": lane.named, "provenance": lane.provenance}


def _step(task: Task) -> Json:
    """A step; beside all its facts with their quotes, the plain words by what they are."""
    times = {"work": _said(task, FactKind.WORK_TIME), "wait": _said(task, FactKind.WAIT_TIME)}
    return {
        "id": task.id,
        "name": task.name,
        "lane": task.lane,
        "uses": _said(task, FactKind.SYSTEM),
        "documents": _said(task, FactKind.DOCUMENT),
        "takes": {kind: "; ".join(said) for kind, said in times.items() if said},
        "pain": _said(task, FactKind.COMPLAINT),
        "provenance": task.provenance,
        "actor_provenance": task.actor,
        "confidence": task.confidence,
        "evidence": _places(task.evidence),
        "facts": [_fact(fact) for fact in task.facts],
    }


def _said(task: Task, kind: FactKind) -> list[str]:
    return list(dict.fromkeys(fact.value for fact in task.facts if fact.kind is kind))


def _passage(node: Gateway | Event) -> Json:
    return {"id": node.id, "kind": node.kind, "name": node.name, "lane": node.lane, "provenance": node.provenance}


def _flow(flow: SequenceFlow) -> Json:
    return {
        "id": flow.id,
        "source": flow.source,
        "target": flow.target,
        "name": flow.name,
        "provenance": flow.provenance,
        "confidence": flow.confidence,
        "evidence": _places(flow.evidence),
    }


def _questions(findings: Sequence[Finding]) -> list[Json]:
    """Each question once, with all whom to ask."""
    asked: dict[tuple[str | None, str], list[str | None]] = {}
    for finding in findings:
        if finding.asks:
            asked.setdefault((finding.about, finding.text), []).append(finding.source)
    return [{"about": about, "ask": ask, "source": whom[0], "also": whom[1:]} for (about, ask), whom in asked.items()]


def _disagreement(disagreement: Disagreement) -> Json:
    versions = (disagreement.one, disagreement.other)
    return {
        "matter": disagreement.matter,
        "about": disagreement.about,
        "versions": [{"text": version.text, "evidence": _places(version.evidence)} for version in versions],
    }


def _finding(finding: Finding) -> Json:
    return {
        "rule": finding.rule,
        "text": finding.text,
        "severity": finding.severity.name.lower(),
        "about": finding.about,
        "source": finding.source,
        "asks": finding.asks,
        "evidence": _places(finding.evidence),
    }


def _fact(fact: Fact) -> Json:
    place = None if fact.evidence is None else _place(fact.evidence)
    return {"kind": fact.kind, "value": fact.value, "provenance": fact.provenance, "evidence": place}


def _places(evidence: Iterable[Evidence]) -> list[Json]:
    return [_place(said) for said in evidence]


def _place(said: Evidence) -> Json:
    return {"source": said.source, "turn": said.turn, "start": said.start, "end": said.end, "quote": said.quote}
