"""What a manual says about itself; nobody tells it in an interview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Entered by the coordinator; what is None stands in the manual as a marked gap.

    `date` is text as it shall be read ("2025-03-14"): the manual never asks a clock, so that it is the same each time.
    """

    number: str | None = None
    version: str = "0.1"
    status: str | None = None  # None: a draft
    date: str | None = None
    owner: str | None = None
    author: str | None = None
    approver: str | None = None
    classification: str | None = None
    purpose: str | None = None
    scope: str | None = None
    exclusions: str | None = None
