"""The fields of the form: each holds one part of the details, and hands on what is typed into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any, Final, Literal

import numpy as np
import streamlit as st

from interview2flow import exporters
from interview2flow.languages import texts
from interview2flow.model import Process
from interview2flow.model.details import Details
from interview2flow.model.names import tidy
from interview2flow.ui import page, state
from interview2flow.ui.manual import lists, raci
from interview2flow.ui.manual.opened import Form, sheet
from interview2flow.ui.markup import tag
from interview2flow.ui.table.cells import Edits
from interview2flow.ui.texts import Words

Take = Callable[[str, Any], None]
"""Stores a value as that field of the details."""

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
STATUSES: Final = ("draft", "in review", "approved")
AREA_HEIGHT: Final = 110
ROW_HEIGHT: Final = 36


class Fields:
    """Draws fields that show what is kept; their labels are in the reader's language."""

    def __init__(self, form: Form, process: Process, say: Words, take: Take) -> None:
        self.form, self.process, self.say, self._take = form, process, say, take
        self.details: Details = form.kept.details
        self.words = texts(say.language, "manual")

    def line(self, name: str) -> None:
        """A short text."""
        key = self._begin(name, getattr(self.details, name) or "")
        st.text_input(self._label(name), key=key, on_change=self._typed(name, key, lambda typed: tidy(typed) or None))

    def version(self) -> None:
        """The version, which is never empty."""
        key = self._begin("version", self.details.version)
        st.text_input(self._label("version"), key=key, on_change=partial(_version, self._take, key))

    def area(self, name: str) -> None:
        """A longer text, with what it is for."""
        key = self._begin(name, getattr(self.details, name) or "")
        st.text_area(
            self._label(name),
            key=key,
            height=AREA_HEIGHT,
            placeholder=self.say(f"manual.hints.{name}"),
            on_change=self._typed(name, key, lists.paragraphs),
        )

    def lines(self, name: str) -> None:
        """A list of short texts, one a line."""
        key = self._begin(name, "\n".join(getattr(self.details, name)))
        st.text_area(
            self._label(name),
            key=key,
            height=AREA_HEIGHT,
            placeholder=self.say("manual.hints.lines"),
            on_change=self._typed(name, key, lists.lines),
        )

    def date(self, name: str) -> None:
        """A date; where another text was loaded from a file, that text."""
        written = getattr(self.details, name)
        known = _date(written)
        if written and known is None:
            self.line(name)
            return
        key = self._begin(name, known)
        st.date_input(
            self._label(name),
            value=None,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            key=key,
            on_change=self._typed(name, key, lambda chosen: chosen.isoformat() if chosen else None),
        )

    def status(self) -> None:
        """One of the usual ones, or words of one's own."""
        shown = dict(zip(STATUSES, self.words["control"]["statuses"].values(), strict=True))
        usual = {word.casefold(): status for status, word in shown.items()}
        kept = self.details.status or STATUSES[0]
        key = self._begin("status", kept)
        st.selectbox(
            self._label("status"),
            list(dict.fromkeys([*STATUSES, kept])),
            format_func=lambda status: shown.get(status, status),
            accept_new_options=True,
            key=key,
            on_change=self._typed("status", key, lambda typed: usual.get(tidy(typed).casefold(), tidy(typed)) or None),
        )

    def chapters(self) -> None:
        """The chapters to leave out."""
        key = self._begin("leave_out", list(self.details.leave_out))
        st.multiselect(
            self._label("leave_out"),
            exporters.CHAPTERS,
            format_func=lambda chapter: self.words["chapters"].get(chapter, {}).get("heading") or self.say("manual.changes"),
            placeholder=self.say("manual.hints.leave_out"),
            key=key,
            on_change=self._typed("leave_out", key, tuple),
        )

    def entries(self, name: str, kind: type[Any], chapter: str) -> None:
        """Entries as a sheet; new ones are added at the bottom, or pasted from a spreadsheet."""
        known, headings = lists.columns(kind), self.words["chapters"][chapter]["columns"]
        opened = sheet(f"{name}-{self.form.number}", [lists.cells_of(entry) for entry in getattr(self.details, name)])

        def typed(edits: Edits) -> None:
            self._take(name, lists.entries(lists.edited(opened.rows, edits), kind, known))

        columns = {column: st.column_config.TextColumn(headings[column], required=needed) for column, needed in known.items()}
        # Of a sheet without rows Streamlit has to be told that its columns hold text.
        nothing = {column: np.array([], dtype=str) for column in known}
        _sheet(list(opened.rows) or nothing, columns, opened.key, typed, num_rows="dynamic")
        page.html(tag("p", self.say("manual.hints.entries"), class_="i2f-hint"))

    def responsibilities(self) -> None:
        """Who answers for each step, is asked and is told."""
        words, name = self.words["chapters"]["raci"], "responsibilities"
        rows = raci.rows(self.details, self.process, every_step=self.say("manual.every_step"))
        opened = sheet(f"{name}-{self.form.number}", rows)

        def typed(edits: Edits) -> None:
            after = lists.edited(opened.rows, edits)
            self._take(name, raci.responsibilities(after, self.details))
            if raci.undecided(after):
                state.forget(opened.key)

        text, several = st.column_config.TextColumn, st.column_config.MultiselectColumn
        who = raci.parties(self.details, self.process)
        columns = {
            "number": text(words["number"], disabled=True, width=45),
            "step": text(words["step"], disabled=True, width=230),
            "responsible": text(words["responsible"], disabled=True, width=140),
            **{part: several(words[part], options=who, accept_new_options=True, width=170) for part in raci.PARTS},
        }
        _sheet([{column: row[column] for column in columns} for row in opened.rows], columns, opened.key, typed, num_rows="fixed")

    def title(self, name: str) -> None:
        """The name of a sheet that is not alone on its page."""
        st.markdown(self._label(name))

    def _label(self, name: str) -> str:
        return self.say(f"manual.fields.{name}")

    def _begin(self, name: str, value: object) -> str:
        """The key of a field, which shows the value when it is drawn first."""
        key = f"manual-{name}-{self.form.number}"
        state.begin(key, value)
        return key

    def _typed(self, name: str, key: str, read: Callable[[Any], Any]) -> Callable[[], None]:
        return partial(_hand_on, self._take, name, key, read)


def _version(take: Take, key: str) -> None:
    typed = tidy(str(state.widget(key)))
    take("version", typed or Details().version)
    if not typed:
        state.forget(key)  # the field shows the version that stands instead


def _hand_on(take: Take, name: str, key: str, read: Callable[[Any], Any]) -> None:
    take(name, read(state.widget(key)))


def _date(written: str | None) -> date | None:
    with suppress(ValueError):
        known = date.fromisoformat(written or "")
        return known if EARLIEST <= known <= LATEST and known.isoformat() == written else None
    return None


def _sheet(
    data: Any, columns: Mapping[str, Any], key: str, typed: Callable[[Edits], None], *, num_rows: Literal["fixed", "dynamic"]
) -> None:
    st.data_editor(
        data,
        column_config=dict(columns),
        column_order=list(columns),
        num_rows=num_rows,
        hide_index=True,
        width="stretch",
        height="auto",
        row_height=ROW_HEIGHT,
        key=key,
        on_change=partial(_edited, key, typed),
    )


def _edited(key: str, typed: Callable[[Edits], None]) -> None:
    if edits := Edits.of(state.widget(key)):
        typed(edits)
