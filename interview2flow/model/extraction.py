"""What was understood of one interview: steps and what follows what. It says arrows, not gateways: those are assembled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview2flow.model.evidence import Evidence, Fact, Provenance

START: Final = "start"
END: Final = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who does a step: the name that its lane shall carry, and where it was said."""

    name: str
    provenance: Provenance = Provenance.STATED
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When an arrow is taken, as a reader would write it on the arrow: "amount over 5,000"."""

    text: str
    provenance: Provenance = Provenance.STATED
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One action by one role that moves the work on.

    `label` reads like a manual ("check the invoice", "granska fakturan", "tarkistaa lasku"). `action` is the verb's lemma,
    `meanings` the few it is sorted by, `terms` the lemmas of the content words: by these the same step told twice is recognised.
    `evidence` has one entry per telling. `confidence` is the probability, 0..1, that this is a step.
    """

    id: str
    label: str
    actor: Actor | None
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...] = ()
    action: str = ""
    meanings: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    provenance: Provenance = Provenance.STATED
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`target` follows `source`; both are step ids, START or END.

    Several conditioned relations out of one step are a decision, several without condition are parallel work, one that leads
    back is a loop.
    """

    source: str
    target: str
    condition: Condition | None = None
    provenance: Provenance = Provenance.INFERRED
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the interview itself leaves open ("I'd have to ask who does that").

    `about` is a step id, or None for the process as a whole; `ask` the question in the interview's language; `source` the
    interview to whose interviewee it goes.
    """

    ask: str
    about: str | None = None
    source: str | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was understood of one interview; `steps` in the order in which the work happens, as far as it is known.

    `denied` is what is said not to be done: it is no part of the process, but contradicts others who tell it.
    """

    source: str
    language: str
    steps: tuple[Step, ...]
    relations: tuple[Relation, ...]
    questions: tuple[Question, ...] = ()
    denied: tuple[Step, ...] = ()
    title: str | None = None
