"""Why is this here? What was said, what was only concluded, and how sure the program is, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.model import Disagreement, Event, Matter, Process, Provenance, SequenceFlow, Task
from interview2flow.model.paths import Path, preceding
from interview2flow.ui.markup import Markup, tag
from interview2flow.ui.panels.parts import NOTHING
from interview2flow.ui.texts import Words

SURE: Final = {"very": 0.9, "fairly": 0.7, "hardly": 0.5}
"""From these probabilities on the program is so sure; below the last one it is not."""


def why(part: Task | SequenceFlow, process: Process, words: Words) -> Markup:
    """The answer, folded up under its question; nothing where there is none."""
    reasons = list(_of_step(part, process, words) if isinstance(part, Task) else _of_arrow(part, words))
    if not reasons:
        return NOTHING
    answer = tag("ul", *(tag("li", reason) for reason in reasons))
    return tag("details", tag("summary", words("why.title")), answer, class_="i2f-why")


def _of_step(task: Task, process: Process, words: Words) -> Iterator[str]:
    yield from _told(task, words)
    yield _actor(task, process, words)
    for disagreement in process.disagreements:
        if disagreement.about == task.id:
            yield _disagreed(disagreement, words)
    for path in preceding(process, task.id):
        yield _after(path, words)


def _told(task: Task, words: Words) -> Iterator[str]:
    if task.provenance is Provenance.EDITED:
        yield words("why.edited")
    if task.evidence:
        yield words("why.told", count=len(task.evidence))
        yield words("why.step", sure=_sure(task.confidence, words), percent=_percent(task.confidence))
    elif task.provenance is not Provenance.EDITED:
        yield words("why.concluded")


def _actor(task: Task, process: Process, words: Words) -> str:
    lane = process.lane_of(task)
    if lane is None or not lane.named:
        return words("why.nobody")
    return words(f"why.actor.{task.actor.value}", role=lane.name)


def _disagreed(disagreement: Disagreement, words: Words) -> str:
    key = "actors" if disagreement.matter is Matter.ACTOR else "versions"
    return words(f"why.{key}", one=disagreement.one.text, other=disagreement.other.text)


def _after(path: Path, words: Words) -> str:
    """Which step it follows, when, and whether that was said."""
    if isinstance(path.source, Event):
        return words("why.first")
    name = path.source.name or "…"
    when = ", ".join(flow.name for flow in path.conditions)
    step = words("why.when", step=name, condition=when) if when else name
    if any(flow.provenance is Provenance.EDITED for flow in path.flows):
        return words("why.after.edited", step=step)
    if any(flow.provenance is Provenance.STATED for flow in path.flows):
        return words("why.after.stated", step=step)
    return words("why.after.inferred", step=step, percent=_percent(min(flow.confidence for flow in path.flows)))


def _of_arrow(flow: SequenceFlow, words: Words) -> Iterator[str]:
    kind = "condition" if flow.name else "arrow"
    yield words(f"why.{kind}.{flow.provenance.value}")
    if flow.provenance is not Provenance.EDITED:
        yield words("why.order", sure=_sure(flow.confidence, words), percent=_percent(flow.confidence))


def _sure(probability: float, words: Words) -> str:
    return words(f"why.sure.{next((name for name, least in SURE.items() if probability >= least), 'not')}")


def _percent(probability: float) -> int:
    return round(100 * probability)
