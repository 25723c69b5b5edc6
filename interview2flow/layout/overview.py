"""The whole flowchart as one picture."""

from __future__ import annotations

from interview2flow.layout.completion import diagram_of
from interview2flow.layout.svg import Picture, Scene, draw
from interview2flow.model import Process


def picture(process: Process) -> Picture:
    """The whole flowchart, in the process's own drawing where it has one."""
    return draw(Scene(process=process, diagram=diagram_of(process), title=process.title))
