"""What this tab has open of the form: the details that it shows, and the sheets as they were when they came on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from interview2flow.model.details import Details
from interview2flow.ui import state
from interview2flow.ui.manual.keeping import Kept

FORM: Final = "manual form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The details that are shown, and those that wait for a decision; all fields start anew with each `number`.

    `last` is the field that was typed in last; `handed_in` counts the files that were loaded, `problem` says why the last one
    could not be.
    """

    number: int
    kept: Kept
    refused: Details | None = None
    last: str | None = None
    handed_in: int = 0
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows that a sheet was opened with, from which counts what is typed; each opening has a new `number`."""

    name: str
    number: int
    rows: tuple[Any, ...]

    @property
    def key(self) -> str:
        """The key of its widget."""
        return f"{self.name}-{self.number}"


def form(newest: Kept) -> Form:
    """The form that is open; a new one where something else was saved meanwhile, and nothing of this one waits."""
    found = last_form(newest.project)
    if found and (found.refused or found.kept.number == newest.number):
        return found
    earlier = cast("Form | None", state.widget(FORM))
    opened = Form(number=earlier.number + 1 if earlier else 1, kept=newest)
    keep(opened)
    return opened


def last_form(project: str) -> Form | None:
    """The form as this tab showed it last, whatever was saved elsewhere since."""
    found = cast("Form | None", state.widget(FORM))
    return found if found and found.kept.project == project else None


def keep(form_now: Form) -> None:
    """Remembers what the form shows."""
    state.hold(FORM, form_now)


def sheet(name: str, rows: Sequence[Any]) -> Sheet:
    """The sheet that is open; a new one with these rows where it was not on the page."""
    found = cast("Sheet | None", state.widget(name))
    if found is None or not state.on_page(found.key):
        found = Sheet(name=name, number=found.number + 1 if found else 1, rows=tuple(rows))
        state.hold(name, found)
    return found
