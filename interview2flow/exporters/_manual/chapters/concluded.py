"""What is not from the interviews: concluded by the program, or entered by the coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from interview2flow.exporters._manual.content import Chapter, Form, Line, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft, doubtful
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
        "steps": [task for task in tasks if doubtful(task)],
        "roles": [task for task in tasks if task.actor is Provenance.INFERRED and _named(draft, task)],
        "edited": [task for task in tasks if Provenance.EDITED in {task.provenance, task.actor}],
        "unquoted": [task for task in tasks if task.provenance is Provenance.STATED and not task.evidence],
    }
    for name, members in groups.items():
        if members:
            yield fill(words[name], steps=joined(draft.reference(task) for task in members))
    if chains := _chains(_arrows(draft)):
        yield fill(words["order"], steps=joined(_chain(draft, *chain) for chain in chains))


def _named(draft: Draft, task: Task) -> bool:
    lane = draft.process.lane_of(task)
    return lane is not None and lane.named


def _arrows(draft: Draft) -> Iterator[tuple[int, int]]:
    """The ways from step to step that nobody's words stand for, by number."""
    for task in draft.process.tasks:
        for path in following(draft.process, task.id):
            told = any(flow.provenance is not Provenance.INFERRED for flow in path.flows)
            if isinstance(path.target, Task) and not told:
                yield draft.numbers[task.id], draft.numbers[path.target.id]


def _chains(arrows: Iterable[tuple[int, int]]) -> list[tuple[int, str, int]]:
    """The arrows, those from number to next number run together: 1→2, 2→3, 2→9 becomes 1–3, 2→9."""
    known = list(dict.fromkeys(arrows))
    runs: list[tuple[int, int]] = []
    for first, then in sorted(arrow for arrow in known if arrow[1] == arrow[0] + 1):
        if runs and runs[-1][1] == first:
            runs[-1] = (runs[-1][0], then)
        else:
            runs.append((first, then))
    jumps = [(first, "→", then) for first, then in known if then != first + 1]
    return [(first, "–" if last > first + 1 else "→", last) for first, last in runs] + jumps


def _chain(draft: Draft, first: int, sign: str, last: int) -> Line:
    tasks = draft.process.tasks
    return (draft.reference(tasks[first - 1]), Text(sign), draft.reference(tasks[last - 1]))
