"""What is not from the interviews: concluded by the program, or entered by the coordinator."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._manual.content import Chapter, Form, Line, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined
from interview2flow.model import Provenance, Task
from interview2flow.model.paths import following


def chapter(draft: Draft) -> Chapter:
    """A sentence for each kind; none means that all was told."""
    words = draft.chapter("concluded")
    found = tuple(Paragraph(line, Form.BULLET) for line in _lines(draft))
    text = words["intro"] if found else words["none"]
    return Chapter(id="concluded", heading=words["heading"], blocks=(Paragraph((Text(text),)), *found))


def _lines(draft: Draft) -> Iterator[Line]:
    words, tasks = draft.chapter("concluded"), draft.process.tasks
    groups = {
        "steps": [task for task in tasks if task.provenance is Provenance.INFERRED],
        "roles": [task for task in tasks if task.actor is Provenance.INFERRED and _named(draft, task)],
        "edited": [task for task in tasks if Provenance.EDITED in {task.provenance, task.actor}],
        "unquoted": [task for task in tasks if task.provenance is Provenance.STATED and not task.evidence],
    }
    for name, members in groups.items():
        if members:
            yield fill(words[name], steps=joined(draft.reference(task) for task in members))
    if arrows := list(_arrows(draft)):
        yield fill(words["order"], steps=joined(arrows))


def _named(draft: Draft, task: Task) -> bool:
    lane = draft.process.lane_of(task)
    return lane is not None and lane.named


def _arrows(draft: Draft) -> Iterator[Line]:
    """The ways from step to step that nobody's words stand for."""
    for task in draft.process.tasks:
        for path in following(draft.process, task.id):
            told = any(flow.provenance is not Provenance.INFERRED for flow in path.flows)
            if isinstance(path.target, Task) and not told:
                yield (draft.reference(task), Text("→"), draft.reference(path.target))
