"""What is told beside each step."""

from __future__ import annotations

from interview2flow.extraction.facts.component import facts, find_facts

__all__ = ["facts", "find_facts"]
