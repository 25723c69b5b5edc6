"""Who does what: lanes, and the steps in them."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.editing.identifiers import fresh
from interview2flow.errors import InvalidProcessError
from interview2flow.model import Lane, Process, Provenance, Task
from interview2flow.model.names import tidy


def assign(process: Process, node_id: str, role: str) -> Process:
    """Puts a step into the lane of a role, a new one below the others where there is none of that name."""
    lane = lane_named(process, role)
    if lane is None:
        process = add_role(process, role)
        lane = process.lanes[-1]
    node = process.node(node_id)
    if node.lane == lane.id:
        return process
    moved = replace(node, lane=lane.id)
    if isinstance(moved, Task):
        moved = replace(moved, actor=Provenance.EDITED)
    nodes = tuple(moved if other.id == node_id else other for other in process.nodes)
    return replace(process, nodes=nodes, diagram=None)


def lane_named(process: Process, role: str) -> Lane | None:
    """The lane of a role, whatever its capitals."""
    wanted = tidy(role).casefold()
    return next((lane for lane in process.lanes if lane.name.casefold() == wanted), None)


def add_role(process: Process, role: str) -> Process:
    """A new lane below the others.

    Raises:
        InvalidProcessError: the role has no name, or there is one of that name.
    """
    name = tidy(role)
    if not name:
        raise InvalidProcessError("a role needs a name")
    if lane_named(process, name):
        raise InvalidProcessError(f"there is a role {name} already")
    lane = Lane(id=fresh(process, "Lane"), name=name, provenance=Provenance.EDITED)
    return replace(process, lanes=(*process.lanes, lane), diagram=None)


def rename_role(process: Process, lane_id: str, role: str) -> Process:
    """Gives a lane another name; where another lane has that name, the two become one."""
    name = tidy(role)
    other = lane_named(process, name)
    if other is not None and other.id != lane_id:
        return _merged(process, lane_id, into=other.id)
    lanes = tuple(
        replace(lane, name=name, named=True, provenance=Provenance.EDITED) if lane.id == lane_id and name else lane
        for lane in process.lanes
    )
    return replace(process, lanes=lanes)


def remove_unused_roles(process: Process) -> Process:
    """Takes lanes away in which nothing stands."""
    used = {node.lane for node in process.nodes}
    lanes = tuple(lane for lane in process.lanes if lane.id in used)
    return process if lanes == process.lanes else replace(process, lanes=lanes, diagram=None)


def _merged(process: Process, lane_id: str, *, into: str) -> Process:
    nodes = tuple(replace(node, lane=into) if node.lane == lane_id else node for node in process.nodes)
    lanes = tuple(lane for lane in process.lanes if lane.id != lane_id)
    return replace(process, nodes=nodes, lanes=lanes, diagram=None)
