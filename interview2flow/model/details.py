"""What a manual says about itself; nobody tells it in an interview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term as this manual means it."""

    term: str
    meaning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """Who answers for a step, and who is asked or told. `step` is the step's number or its name; None: every step."""

    step: str | None = None
    accountable: str | None = None
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is kept as proof of the work: where, for how long, by whom."""

    name: str
    place: str | None = None
    retention: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What can go wrong, and what is done against it."""

    risk: str
    control: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What shows whether the work goes well."""

    name: str
    target: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """An earlier version, or this one, in the list of versions."""

    version: str
    date: str | None = None
    author: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Entered by the coordinator; what is None or empty stands in the manual as a marked gap.

    `date` is text as it shall be read ("2025-03-14"): the manual never asks a clock, so that it is the same each time.
    `status` is "draft", "in review", "approved", or words of one's own. `leave_out` names chapters by their ids.
    """

    number: str | None = None
    version: str = "0.1"
    status: str | None = None  # None: a draft
    date: str | None = None
    review_date: str | None = None
    owner: str | None = None
    author: str | None = None
    approver: str | None = None
    classification: str | None = None
    purpose: str | None = None
    scope: str | None = None
    exclusions: str | None = None
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    records: tuple[Record, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    risks: tuple[Risk, ...] = ()
    references: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    leave_out: tuple[str, ...] = ()
