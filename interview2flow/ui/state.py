"""The only file that touches `st.session_state` and the address bar: where the reader is, and what this tab has open.

A reload empties the session, so what must outlast it stands in the address (view, project, language) or in the store.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, cast

import streamlit as st

from interview2flow.ui.work import Work

PROJECT: Final = "project"
VIEW: Final = "view"
LANGUAGE: Final = "lang"
WORK: Final = "work"
NOTICE: Final = "notice"
ROUND: Final = "round"
WHOLE_PAGE: Final = "whole page"
PANEL: Final = "panel-choice"
CANVAS: Final = "canvas-choice"
SHEET: Final = "sheet"


class View(StrEnum):
    """The pages of the app."""

    PROJECTS = "projects"
    NEW = "new"
    PROJECT = "project"


class Canvas(StrEnum):
    """How the process is shown."""

    FLOWCHART = "flowchart"
    TABLE = "table"


class Panel(StrEnum):
    """What can stand beside the flowchart."""

    STEP = "step"
    INTERVIEW = "interview"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The version with which the table was opened, and the newest one that was made in it; each sheet has a new `number`."""

    number: int
    project: str
    xml: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the reader is; `project` is set on the project's own page only."""

    view: View
    project: str | None = None


def place() -> Place:
    """Where the address says that we are."""
    if project := st.query_params.get(PROJECT):
        return Place(view=View.PROJECT, project=project)
    return Place(view=View.NEW if st.query_params.get(VIEW) == View.NEW else View.PROJECTS)


def go(view: View, *, project: str | None = None) -> None:
    """Moves to another page; call from a handler, or before `st.rerun()`."""
    language = st.query_params.get(LANGUAGE)
    wanted = {LANGUAGE: language, VIEW: View.NEW if view is View.NEW else None, PROJECT: project}
    st.query_params.from_dict({key: value for key, value in wanted.items() if value})
    st.session_state.pop(WORK, None)
    st.session_state[ROUND] = form_round() + 1


def form_round() -> int:
    """Grows with each move: widgets that carry it in their key start empty on each visit."""
    return cast("int", st.session_state.get(ROUND, 0))


def language_setting() -> str | None:
    """The language that the reader chose, None where the browser decides."""
    return st.query_params.get(LANGUAGE)


def set_language(code: str) -> None:
    """Remembers the reader's choice of language in the address."""
    st.query_params[LANGUAGE] = code


def work(project: str) -> Work | None:
    """What this tab has open of a project; None on the first visit and after a reload."""
    found = cast("Work | None", st.session_state.get(WORK))
    return found if found and found.project == project else None


def keep(work_now: Work) -> None:
    """Remembers what this tab has open."""
    st.session_state[WORK] = work_now


def notify(text: str) -> None:
    """Leaves a message for the next run of the page, shown once."""
    st.session_state[NOTICE] = text


def take_notice() -> str | None:
    """The message left by the last handler."""
    return cast("str | None", st.session_state.pop(NOTICE, None))


def ask_for_whole_page() -> None:
    """What stands outside of the part that runs again has changed, too."""
    st.session_state[WHOLE_PAGE] = True


def whole_page_asked() -> bool:
    """Whether a handler asked for it since the last time."""
    return cast("bool", st.session_state.pop(WHOLE_PAGE, False))


def panel() -> Panel:
    """What stands beside the flowchart now."""
    chosen = st.session_state.get(PANEL)
    return Panel(chosen) if chosen else Panel.STEP


def show_panel(chosen: Panel) -> None:
    """Puts something else beside the flowchart; call from a handler."""
    st.session_state[PANEL] = chosen.value


def canvas() -> Canvas:
    """How the process is shown now."""
    chosen = st.session_state.get(CANVAS)
    return Canvas(chosen) if chosen else Canvas.FLOWCHART


def sheet(work_now: Work) -> Sheet:
    """The sheet that is open; a new one where the process was changed elsewhere meanwhile."""
    found = cast("Sheet | None", st.session_state.get(SHEET))
    if found is None or (found.project, found.revision) != (work_now.project, work_now.revision):
        number = found.number + 1 if found else 1
        found = Sheet(number=number, project=work_now.project, xml=work_now.xml, revision=work_now.revision)
        st.session_state[SHEET] = found
    return found


def sheet_stored(revision: int) -> None:
    """What was typed into the open sheet is stored as that revision."""
    found = cast("Sheet | None", st.session_state.get(SHEET))
    if found:
        st.session_state[SHEET] = replace(found, revision=revision)


def close_sheet() -> None:
    """The next sheet shows the process as it is then."""
    found = cast("Sheet | None", st.session_state.get(SHEET))
    if found:
        st.session_state[SHEET] = replace(found, revision=-1)


def widget(key: str) -> object:
    """What a widget holds."""
    return st.session_state.get(key)
