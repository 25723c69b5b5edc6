"""Where something was said, and how sure we may be that it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Provenance(StrEnum):
    """Where a piece of the process comes from."""

    STATED = "stated"  # somebody said it: there is a quote
    INFERRED = "inferred"  # concluded by the program without words for it
    EDITED = "edited"  # entered or changed by the coordinator


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The words something was told with.

    `quote` is letter by letter `transcript.turns[turn].text[start:end]` of the transcript whose name is `source`.
    """

    source: str
    turn: int
    start: int
    end: int
    quote: str


class FactKind(StrEnum):
    """What can be told beside a step."""

    SYSTEM = "system"
    DOCUMENT = "document"
    WORK_TIME = "work time"  # how long the work takes
    WAIT_TIME = "wait time"  # how long one waits for it
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told with a step: a system, a document, a duration, a complaint, in the words of the interview."""

    kind: FactKind
    value: str
    evidence: Evidence | None = None
    provenance: Provenance = Provenance.STATED
