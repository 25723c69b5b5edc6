"""Everything in doubt, for a coordinator who goes through a draft: more than an interviewee could be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final

from interview2flow.analysis.addressee import addressee
from interview2flow.analysis.review import findings, ranked
from interview2flow.languages import texts
from interview2flow.model import Evidence, Finding, Process, Provenance, SequenceFlow, Severity, Task
from interview2flow.model.paths import following, preceding

DOUBTFUL: Final = 0.5
"""Below this, a step or an arrow is as likely wrong as right."""


def doubts(process: Process) -> tuple[Finding, ...]:
    """What to decide, most consequential first: all that the rules find, then what was concluded and no rule speaks of.

    Each is put as a question that can be passed on. What the coordinator is done with is left out.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    found = list(chain.from_iterable(findings(process, name) for name in ranked()))
    spoken_of = {(finding.about, finding.text) for finding in found}
    words = texts(process.language, "review")
    concluded = chain(_steps(process, words), _roles(process, words), _arrows(process, words))
    found += [each for each in concluded if each.key not in process.settled and (each.about, each.text) not in spoken_of]
    return tuple(sorted(found, key=lambda finding: -finding.severity))


def _steps(process: Process, words: Mapping[str, Any]) -> Iterator[Finding]:
    """Is this a step at all? The least probable first."""
    unsure = [
        task
        for task in process.tasks
        if task.provenance is Provenance.INFERRED or (task.confidence < DOUBTFUL and task.provenance is not Provenance.EDITED)
    ]
    for task in sorted(unsure, key=lambda task: task.confidence):
        text = words["doubtful_step"]["ask"].format(step=task.name)
        yield _doubt(process, "doubtful_step", text, task.id, task.evidence)


def _roles(process: Process, words: Mapping[str, Any]) -> Iterator[Finding]:
    """Is it this role who does it?"""
    for task in process.tasks:
        lane = process.lane_of(task)
        if task.actor is Provenance.INFERRED and lane is not None and lane.named:
            text = words["concluded_role"]["ask"].format(role=lane.name, step=task.name)
            yield _doubt(process, "concluded_role", text, task.id, task.evidence)


def _arrows(process: Process, words: Mapping[str, Any]) -> Iterator[Finding]:
    """Does the one come after the other? The least probable first; decisions between the two are passed by."""
    unsure = [flow for flow in process.flows if flow.provenance is Provenance.INFERRED and flow.confidence < DOUBTFUL]
    asked: set[tuple[str, str]] = set()
    for flow in sorted(unsure, key=lambda flow: flow.confidence):
        before, after = _before(process, flow), _after(process, flow)
        if before is None or after is None or (before.id, after.id) in asked:
            continue
        asked.add((before.id, after.id))
        text = words["uncertain_order"]["ask"].format(first=before.name, then=after.name)
        told = flow.evidence or (*before.evidence[:1], *after.evidence[:1])
        yield _doubt(process, "doubtful_order", text, flow.id, told)


def _before(process: Process, flow: SequenceFlow) -> Task | None:
    node = process.node(flow.source)
    if isinstance(node, Task):
        return node
    return next((path.source for path in preceding(process, node.id) if isinstance(path.source, Task)), None)


def _after(process: Process, flow: SequenceFlow) -> Task | None:
    node = process.node(flow.target)
    if isinstance(node, Task):
        return node
    return next((path.target for path in following(process, node.id) if isinstance(path.target, Task)), None)


def _doubt(process: Process, rule: str, text: str, about: str, evidence: tuple[Evidence, ...]) -> Finding:
    return Finding(
        rule=rule,
        text=text,
        severity=Severity.DOUBT,
        about=about,
        source=addressee(process, about, evidence),
        evidence=evidence,
    )
