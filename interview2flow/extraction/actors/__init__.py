"""Who does each step: the roles spoken of, and the choice among them."""

from __future__ import annotations

from interview2flow.extraction.actors.component import actors, find_actors

__all__ = ["actors", "find_actors"]
