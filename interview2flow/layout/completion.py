"""The drawing that a process has, if it can be used, else a new one."""

from __future__ import annotations

from interview2flow.layout.arrange import arrange
from interview2flow.model import Diagram, Process


def diagram_of(process: Process) -> Diagram:
    """The process's own drawing where it shows everything, else the whole process arranged anew.

    A drawing that misses a node, a lane or a flow is not mended in parts: what is new would land on what stands there.
    """
    own = process.diagram
    return own if own is not None and is_complete(process, own) else arrange(process)


def is_complete(process: Process, diagram: Diagram) -> bool:
    """Whether every node, lane and flow has a place."""
    shapes = all(part.id in diagram.shapes for part in (*process.nodes, *process.lanes))
    return shapes and all(len(diagram.routes.get(flow.id, ())) > 1 for flow in process.flows)
