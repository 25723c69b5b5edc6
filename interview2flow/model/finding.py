"""What a reviewer should look at: an open question, a doubt, a bottleneck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from interview2flow.model.evidence import Evidence


class Severity(IntEnum):
    """How much depends on it; higher comes first."""

    NOTE = 1
    DOUBT = 2
    GAP = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at, from one analysis rule.

    `rule` is the rule's id (its file name), `about` the id of a node or flow, `text` says it in the process's language: a
    question where somebody can answer it; `asks` is True then, and `source` names the interview to whose interviewee it goes.
    """

    rule: str
    text: str
    severity: Severity
    about: str | None = None
    source: str | None = None
    evidence: tuple[Evidence, ...] = ()
    asks: bool = False

    @property
    def key(self) -> str:
        """By what a settled finding is known again: the same doubt in other words is a new one."""
        return f"{self.rule} {self.about or '-'} {self.text}"

    @property
    def passed_on(self) -> str:
        """By what a finding is known again that the interviewees shall be asked about: it is open until one of them answers."""
        return f"asked {self.key}"
