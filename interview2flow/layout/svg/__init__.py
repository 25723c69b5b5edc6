"""The flowchart as SVG: calm on screen, readable in print, without anything from outside."""

from interview2flow.layout.svg.document import Picture, draw
from interview2flow.layout.svg.halos import Halo
from interview2flow.layout.svg.scene import Scene

__all__ = ["Halo", "Picture", "Scene", "draw"]
