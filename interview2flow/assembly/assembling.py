"""From what was understood to the process: merge, make well formed, order, draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from interview2flow.assembly.draft import Draft, work_graph
from interview2flow.assembly.drawing import draw
from interview2flow.assembly.lanes import lanes
from interview2flow.assembly.merging import merge
from interview2flow.assembly.order import Course
from interview2flow.assembly.repair import well_formed
from interview2flow.assembly.wording import Wording
from interview2flow.model import Disagreement, Extraction, Interview, Process, Question, Transcript

OpenPoint = TypeVar("OpenPoint", Question, Disagreement)


def assemble(
    extractions: Sequence[Extraction], transcripts: Sequence[Transcript], *, wording: Wording, title: str | None = None
) -> Process:
    """One process from what was understood of each interview, well formed whatever the relations are.

    Each step can be reached from the start and leads to the end; ids count in the order of work. `title` beats what the
    interviews say. The process speaks the language that most interviews do (the first one's where they are even).
    """
    draft = _in_order_of_work(_connected(merge(extractions, transcripts, language=_language(extractions))))
    rows = lanes(draft.steps, wording=wording)
    drawing = draw(draft, rows)
    return Process(
        title=title or next((e.title for e in extractions if e.title), wording.untitled),
        language=_language(extractions),
        lanes=rows.lanes,
        nodes=drawing.nodes,
        flows=drawing.flows,
        interviews=tuple(Interview(name=t.name, interviewee=t.interviewee) for t in transcripts),
        questions=tuple(_about_task(question, drawing.tasks) for question in draft.questions),
        disagreements=tuple(_about_task(disagreement, drawing.tasks) for disagreement in draft.disagreements),
    )


def _connected(draft: Draft) -> Draft:
    return replace(draft, relations=well_formed([step.id for step in draft.steps], draft.relations))


def _in_order_of_work(draft: Draft) -> Draft:
    by_id = {step.id: step for step in draft.steps}
    order = Course.of(work_graph(by_id, draft.relations)).order
    return replace(draft, steps=tuple(by_id[place] for place in order if place in by_id))


def _language(extractions: Sequence[Extraction]) -> str:
    counted = Counter(extraction.language for extraction in extractions)
    return counted.most_common(1)[0][0] if counted else "en"


def _about_task(open_point: OpenPoint, tasks: dict[str, str]) -> OpenPoint:
    return replace(open_point, about=tasks.get(open_point.about) if open_point.about else None)
