"""How far a version of the manual has come."""

from __future__ import annotations

from enum import StrEnum

from interview2flow.exporters._manual.draft import Draft


class Status(StrEnum):
    """The usual ones; the values are the language's keys."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"


def status_of(draft: Draft) -> Status | None:
    """The status that was entered, in English or in the manual's language; None where it is in words of one's own."""
    given = (draft.details.status or Status.DRAFT).strip().casefold()
    called = draft.words["control"]["statuses"]
    return next((each for each in Status if given in {each, each.replace("_", " "), called[each].casefold()}), None)


def named(draft: Draft) -> str:
    """In the manual's language where it is one of the usual ones."""
    status = status_of(draft)
    return str(draft.words["control"]["statuses"][status] if status else draft.details.status)


def running(draft: Draft) -> str:
    """Version and status, for the top of each page; an approved one is dated."""
    words, details = draft.words["control"], draft.details
    dated = status_of(draft) is Status.APPROVED and details.date
    shown: str = words["running_dated" if dated else "running"].format(
        version=details.version, status=named(draft), date=details.date
    )
    return shown
