"""Where things stand in the drawing, and the drawing itself.

`arrange` gives a new drawing, `diagram_of` the one that pictures use, `picture` the whole flowchart as SVG, `strips` a long one
in parts for the page, `sheet` all of these in small; `png` and `pdf` turn any of these into bytes.
"""

from interview2flow.layout.arrange import POOL, arrange
from interview2flow.layout.completion import diagram_of
from interview2flow.layout.overview import picture
from interview2flow.layout.raster import pdf, png
from interview2flow.layout.sheet import numbered, sheet
from interview2flow.layout.strips import Strip, parts, strips
from interview2flow.layout.svg import Picture

__all__ = [
    "POOL",
    "Picture",
    "Strip",
    "arrange",
    "diagram_of",
    "numbered",
    "parts",
    "pdf",
    "picture",
    "png",
    "sheet",
    "strips",
]
