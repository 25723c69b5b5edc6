"""A step as far as it is understood: where it is told, and how sure it is one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`id` is "s1", "s2", … in the order first told; `tellings` are indices of clauses, the first telling first."""

    id: str
    tellings: tuple[int, ...]
    probability: float
