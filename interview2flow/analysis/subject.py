"""What a remark is about, so that it can be shown at a step."""

from __future__ import annotations

from interview2flow.model import Gateway, Process, Task
from interview2flow.model.paths import preceding


def deciding_step(process: Process, gateway: Gateway) -> Task | None:
    """The step after which a gateway decides, where there is exactly one."""
    before = {path.source.id: path.source for path in preceding(process, gateway.id)}
    only = next(iter(before.values())) if len(before) == 1 else None
    return only if isinstance(only, Task) else None


def role(process: Process, task: Task) -> str | None:
    """The name of who does a step; None where nobody is named."""
    lane = process.lane_of(task)
    return lane.name if lane is not None and lane.named else None
