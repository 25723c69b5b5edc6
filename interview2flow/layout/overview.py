"""The whole flowchart as one picture."""

from __future__ import annotations

from collections.abc import Mapping

from interview2flow.layout.completion import diagram_of
from interview2flow.layout.svg import Halo, Picture, Scene, draw
from interview2flow.model import Process


def picture(process: Process, *, halos: Mapping[str, Halo] | None = None) -> Picture:
    """The whole flowchart, in the process's own drawing where it has one; `halos` set elements apart, by their ids."""
    return draw(Scene(process=process, diagram=diagram_of(process), title=process.title, halos=halos or {}))
