"""Ids for new parts: short, readable, never used before in the process."""

from __future__ import annotations

from itertools import count

from interview2flow.model import Process


def fresh(process: Process, kind: str) -> str:
    """The first free `<kind>_<number>`."""
    taken = {part.id for part in (*process.lanes, *process.nodes, *process.flows)}
    return next(name for number in count(1) if (name := f"{kind}_{number}") not in taken)
