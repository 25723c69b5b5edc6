"""What a rule says, and the form that every rule has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from interview2flow.model import Evidence, Process, Severity

Words = Mapping[str, Any]
"""A rule's own part of `languages/<code>/review.toml`: sentences with places for names, and word lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a rule found. `source` is set only where the rule knows better than the evidence whom to ask."""

    text: str
    about: str | None = None
    evidence: tuple[Evidence, ...] = ()
    source: str | None = None


class Rule(Protocol):
    """A module under `rules/`."""

    SEVERITY: Severity
    WEIGHT: int
    ASKS: bool

    def remarks(self, process: Process, words: Words) -> Iterator[Remark]:
        """What there is to say, in the process's order or, where the rule measures something, the most striking first."""
        ...
