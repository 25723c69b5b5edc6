"""The parts of the form, in the manual's order, and what is still open in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from interview2flow.exporters import Gap
from interview2flow.model.details import Definition, Measurement, Record, Revision, Risk
from interview2flow.ui.manual.fields import Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the form: the fields of the details that it holds, and how they are drawn."""

    name: str
    fields: tuple[str, ...]
    draw: Callable[[Fields], None]

    def gaps(self, found: Sequence[Gap]) -> list[Gap]:
        """What of all that is open belongs here."""
        return [gap for gap in found if gap.field in self.fields]


def _control(fields: Fields) -> None:
    left, right = st.columns(2)
    with left:
        fields.line("number")
        fields.status()
        fields.line("owner")
        fields.line("approver")
        fields.line("classification")
    with right:
        fields.version()
        fields.date("date")
        fields.line("author")
        fields.date("review_date")


def _purpose(fields: Fields) -> None:
    for name in ("purpose", "scope", "exclusions"):
        fields.area(name)


def _flow(fields: Fields) -> None:
    for name in ("inputs", "outputs"):
        fields.lines(name)


def _risks(fields: Fields) -> None:
    fields.title("risks")
    fields.entries("risks", Risk, "risks")
    fields.lines("references")


SECTIONS: Final = (
    Section(
        name="control",
        fields=(
            "number",
            "version",
            "status",
            "date",
            "review_date",
            "owner",
            "author",
            "approver",
            "classification",
        ),
        draw=_control,
    ),
    Section(name="purpose", fields=("purpose", "scope", "exclusions"), draw=_purpose),
    Section(name="flow", fields=("inputs", "outputs"), draw=_flow),
    Section(
        name="definitions",
        fields=("definitions",),
        draw=lambda fields: fields.entries("definitions", Definition, "definitions"),
    ),
    Section(name="responsibilities", fields=("responsibilities",), draw=Fields.responsibilities),
    Section(name="records", fields=("records",), draw=lambda fields: fields.entries("records", Record, "records")),
    Section(
        name="measurements",
        fields=("measurements",),
        draw=lambda fields: fields.entries("measurements", Measurement, "measurements"),
    ),
    Section(name="risks", fields=("risks", "references"), draw=_risks),
    Section(name="training", fields=("training",), draw=lambda fields: fields.lines("training")),
    Section(name="history", fields=("revisions",), draw=lambda fields: fields.entries("revisions", Revision, "history")),
    Section(name="chapters", fields=("leave_out",), draw=Fields.chapters),
)
