"""What one picture shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from interview2flow.model import Diagram, Process

if TYPE_CHECKING:
    from interview2flow.layout.svg.halos import Halo


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A process (or a part of one) with its drawing and its title.

    `connectors` are the events that stand for a continuation in another picture, with their numbers;
    `halos` set elements apart, by their ids. In an overview steps have numbers for names, in letters of the size `letters`, and
    lanes have no names.
    """

    process: Process
    diagram: Diagram
    title: str
    connectors: Mapping[str, int] = field(default_factory=dict)
    halos: Mapping[str, Halo] = field(default_factory=dict)
    letters: float | None = None
