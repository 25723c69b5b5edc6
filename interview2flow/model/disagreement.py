"""Where two people tell the same work differently: both versions are kept until somebody says which one holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from interview2flow.model.evidence import Evidence


class Matter(StrEnum):
    """What two versions differ in."""

    ACTOR = "actor"  # who does it
    ORDER = "order"  # what comes first
    CONDITION = "condition"  # when it is done: "over 5,000", "over 10,000"
    AMOUNT = "amount"  # how long, how many, which day
    OCCURRENCE = "occurrence"  # whether it is done at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one of them tells: the role, the step that comes first, the condition, the amount, or what is done or not."""

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two versions of one thing, the first told first. `about` is a step's id, None for the process as a whole."""

    matter: Matter
    one: Version
    other: Version
    about: str | None = None
