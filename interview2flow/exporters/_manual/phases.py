"""The parts of a long process: where all ways have met again, a reader can stop and go on later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview2flow.exporters._manual.draft import Draft
from interview2flow.model import Task
from interview2flow.model.paths import following

SHORT = 15
"""So many steps are one part."""
LEAST = 4
"""A part has as many steps at least."""
ENOUGH = 10
"""After so many steps a part may also end where the work only changes hands."""


def phases(draft: Draft) -> Iterator[tuple[Task, ...]]:
    """The steps in parts that are entered and left at one place each."""
    tasks = draft.process.tasks
    begin = 0
    arrows = list(_arrows(draft)) if len(tasks) > SHORT else []
    for end in range(LEAST, len(tasks) - LEAST + 1):
        if arrows and end - begin >= LEAST and _parts(arrows, end) and (_meet(arrows, end) or _handed(tasks, begin, end)):
            yield tasks[begin:end]
            begin = end
    yield tasks[begin:]


def _arrows(draft: Draft) -> Iterator[tuple[int, int]]:
    """The ways from step to step, by their places in the order."""
    for task in draft.process.tasks:
        for path in following(draft.process, task.id):
            if isinstance(path.target, Task):
                yield draft.numbers[task.id] - 1, draft.numbers[path.target.id] - 1


def _parts(arrows: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether all ways over this place lead to the step behind it, and none leads back."""
    over = [(source, target) for source, target in arrows if (source < end) != (target < end)]
    return bool(over) and all(source < end and target == end for source, target in over)


def _meet(arrows: Sequence[tuple[int, int]], end: int) -> bool:
    """Whether several ways meet behind this place."""
    return sum(source < end and target == end for source, target in arrows) > 1


def _handed(tasks: Sequence[Task], begin: int, end: int) -> bool:
    return end - begin >= ENOUGH and tasks[end - 1].lane != tasks[end].lane
