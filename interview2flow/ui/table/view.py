"""The table beside the flowchart's place: edited like a sheet, stored at each change."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import streamlit as st

from interview2flow.editing.rows import apply, rows_of
from interview2flow.model import Process
from interview2flow.ui import state
from interview2flow.ui.reading import read
from interview2flow.ui.saving import Carry
from interview2flow.ui.table.cells import Cells, Column, Edits, cells_of, edited
from interview2flow.ui.texts import Words
from interview2flow.ui.work import Work

HEIGHT: Final = 530
"""Pixels: what a small laptop's window has room for below the heading."""


def table(work: Work, say: Words, *, carry: Carry) -> None:
    """Shows the process as it was when the table was opened, with all that was typed since.

    So the sheet stays the one that is typed in; it is drawn anew when the process was changed elsewhere, or on demand.
    """
    sheet = state.sheet(work)
    process = read(sheet.xml).process
    rows = rows_of(process)
    left, right = st.columns([0.8, 0.2], vertical_alignment="center")
    left.caption(say("table.lead", end=say("table.end")))
    right.button(say("table.anew"), icon=":material/format_list_numbered:", on_click=state.close_sheet, width="stretch")
    key = f"table-{work.project}-{sheet.number}"
    st.data_editor(
        [cells_of(row, end=say("table.end")) for row in rows] or [_empty()],
        column_config=_columns(process, say),
        column_order=[column.value for column in Column],
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        height=HEIGHT,
        row_height=36,
        key=key,
        on_change=partial(_typed, key, work.project, sheet.xml, carry, say("table.end")),
    )


def _empty() -> Cells:
    return dict.fromkeys((column.value for column in Column), "")


def _columns(process: Process, say: Words) -> dict[str, Any]:
    texts = {column.value: st.column_config.TextColumn(say(f"table.columns.{column.name.lower()}")) for column in Column}
    number, step = say("table.columns.number"), say("table.columns.step")
    return {
        **texts,
        Column.NUMBER: st.column_config.TextColumn(number, width=60, help=say("table.number_help")),
        Column.STEP: st.column_config.TextColumn(step, width="large", required=True),
        Column.ROLE: st.column_config.TextColumn(say("table.columns.role"), help=", ".join(lane.name for lane in process.lanes)),
        Column.NEXT: st.column_config.TextColumn(
            say("table.columns.next"), width=100, help=say("table.next_help", end=say("table.end"))
        ),
        Column.CONDITION: st.column_config.TextColumn(say("table.columns.condition"), help=say("table.condition_help")),
    }


def _typed(key: str, project: str, xml: str, carry: Carry, end: str) -> None:
    """All that was typed since the sheet was opened makes the new version: out of what it was opened with."""
    edits = Edits.of(state.widget(key))
    work = state.work(project)
    if edits is None or work is None:
        return
    opened = read(xml).process
    rows = edited(rows_of(opened), edits, end=end)
    carry(lambda _: apply(opened, rows), "")
    after = state.work(project)
    if after is not None and after.revision != work.revision:
        state.sheet_stored(after.revision)
