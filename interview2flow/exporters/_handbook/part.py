"""One role's part of a process, and how its handbook speaks of steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from interview2flow.exporters._manual.content import Line, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill
from interview2flow.languages import texts
from interview2flow.model import Lane, Node, Process, Task
from interview2flow.model.paths import Path, following, preceding


def roles(process: Process) -> tuple[Lane, ...]:
    """The roles that do something, from top to bottom."""
    at_work = {task.lane for task in process.tasks}
    return tuple(lane for lane in process.lanes if lane.named and lane.id in at_work)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one role has to do with the process; steps keep the numbers that they have in the manual."""

    draft: Draft
    lane: Lane

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The handbook's words in the process's language."""
        return texts(self.draft.process.language, "handbook")

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        """The role's own steps, in the manual's order."""
        return tuple(task for task in self.draft.process.tasks if task.lane == self.lane.id)

    def own(self, node: Node) -> bool:
        """Whether this role does it."""
        return isinstance(node, Task) and node.lane == self.lane.id

    def received(self) -> Iterator[Path]:
        """The ways on which work comes from others."""
        ways = (path for task in self.tasks for path in preceding(self.draft.process, task.id))
        return (path for path in ways if isinstance(path.source, Task) and not self.own(path.source))

    def handed_over(self) -> Iterator[Path]:
        """The ways on which work goes to others."""
        ways = (path for task in self.tasks for path in following(self.draft.process, task.id))
        return (path for path in ways if isinstance(path.target, Task) and not self.own(path.target))

    def number(self, task: Task) -> Line:
        """A step's number; it leads to the step where that stands in this handbook."""
        return (self.draft.reference(task),) if self.own(task) else (Text(str(self.draft.numbers[task.id])),)

    def step(self, task: Task) -> Line:
        """A step's number and name."""
        return (*self.number(task), Text(" "), self.draft.name(task))

    def placed(self, task: Task) -> Line:
        """A step's number within a sentence; with its name and who does it, where that is somebody else."""
        if self.own(task):
            return fill(self.words["routes"]["own"], step=self.number(task))
        name, role = self.draft.name(task), self.draft.role(task)
        return fill(self.words["routes"]["other"], step=self.number(task), name=name, role=role)
