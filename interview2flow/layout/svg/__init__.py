"""The flowchart as SVG: calm on screen, readable in print, without anything from outside."""

from interview2flow.layout.svg.document import draw
from interview2flow.layout.svg.scene import Scene

__all__ = ["Scene", "draw"]
