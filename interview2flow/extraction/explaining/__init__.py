"""Why the extraction decided as it did: computed anew when somebody asks, so that a draft pays nothing for it."""

from __future__ import annotations

from interview2flow.extraction.explaining.explain import explain, explain_places
from interview2flow.extraction.explaining.parts import Explanation, Influence, Option, Part

__all__ = ["Explanation", "Influence", "Option", "Part", "explain", "explain_places"]
