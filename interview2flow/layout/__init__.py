"""Where things stand in the drawing, and the drawing itself."""

from interview2flow.layout.arrange import POOL, arrange
from interview2flow.layout.completion import diagram_of

__all__ = ["POOL", "arrange", "diagram_of"]
