"""Which clauses tell a step of the work."""

from __future__ import annotations

from interview2flow.extraction.steps.component import find_steps, steps
from interview2flow.extraction.steps.mention import Mention

__all__ = ["Mention", "find_steps", "steps"]
