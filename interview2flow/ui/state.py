"""The only file that touches `st.session_state` and the address bar: where the reader is, and what this tab has open.

A reload empties the session, so what must outlast it stands in the address (view, project, language) or in the store.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar, cast

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from interview2flow.ui.work import Work

PROJECT: Final = "project"
VIEW: Final = "view"
LANGUAGE: Final = "lang"
WORK: Final = "work"
NOTICE: Final = "notice"
ROUND: Final = "round"
WHOLE_PAGE: Final = "whole page"
PANEL: Final = "panel-choice"
POINT: Final = "review point"
ANSWERS: Final = "answers round"
CANVAS: Final = "canvas-choice"
SHEET: Final = "sheet"
COMPARED: Final = ("earlier version", "later version")
UNFOLDED: Final = "versions shown"
PROPOSING: Final = "proposing"
FOLDED: Final = "fields folded away"

Field = TypeVar("Field")


class View(StrEnum):
    """The pages of the app."""

    PROJECTS = "projects"
    NEW = "new"
    PROJECT = "project"
    HISTORY = "history"
    MATERIAL = "material"
    MANUAL = "manual"


OF_A_PROJECT: Final = frozenset({View.HISTORY, View.MATERIAL, View.MANUAL})
"""The pages of one project besides its flowchart."""


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
    """Where the reader is; `project` is set on a project's own pages only."""

    view: View
    project: str | None = None


def place() -> Place:
    """Where the address says that we are."""
    named = st.query_params.get(VIEW)
    if project := st.query_params.get(PROJECT):
        return Place(view=View(named) if named in OF_A_PROJECT else View.PROJECT, project=project)
    return Place(view=View.NEW if named == View.NEW else View.PROJECTS)


def go(view: View, *, project: str | None = None) -> None:
    """Moves to another page; call from a handler, or before `st.rerun()`."""
    language = st.query_params.get(LANGUAGE)
    wanted = {LANGUAGE: language, VIEW: view if view in {View.NEW, *OF_A_PROJECT} else None, PROJECT: project}
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


def compared_keys(project: str) -> tuple[str, str]:
    """The keys of the fields that choose the two versions to compare."""
    return f"{COMPARED[0]} {project}", f"{COMPARED[1]} {project}"


def compared(project: str) -> tuple[int, int]:
    """The two versions that are compared; 0 where none is chosen yet."""
    first, second = (cast("int", st.session_state.get(key) or 0) for key in compared_keys(project))
    return first, second


def compare(project: str, before: int, after: int) -> None:
    """Chooses two versions; call from a handler, or before the fields are drawn."""
    st.session_state.update(zip(compared_keys(project), (before, after), strict=True))


def unfolded(project: str) -> int:
    """How much of the history the reader asked to see; 0: nothing beyond the newest."""
    return cast("int", st.session_state.get(f"{UNFOLDED} {project}", 0))


def unfold(project: str, shown: int) -> None:
    """Shows so much of the history."""
    st.session_state[f"{UNFOLDED} {project}"] = shown


def folded(element: str, fields: Sequence[Field]) -> Sequence[Field]:
    """Of the fields that can be folded away those that were when the element was selected: none moves while it is filled in."""
    found = cast("tuple[str, Sequence[Field]] | None", st.session_state.get(FOLDED))
    if found is None or found[0] != element:
        found = st.session_state[FOLDED] = (element, fields)
    return found[1]


def review_point() -> str | None:
    """The key of the point in the review list that is unfolded."""
    return cast("str | None", st.session_state.get(POINT))


def choose_point(key: str | None) -> None:
    """Unfolds another point."""
    st.session_state[POINT] = key


def answers_round() -> int:
    """Grows with each time that answers were handed in: the field for them starts empty again."""
    return cast("int", st.session_state.get(ANSWERS, 0))


def next_answers() -> None:
    """Empties the field for answers that came back."""
    st.session_state[ANSWERS] = answers_round() + 1


def files(key: str) -> Sequence[UploadedFile]:
    """What was handed in."""
    return cast("Sequence[UploadedFile]", st.session_state.get(key) or ())


def file(key: str) -> UploadedFile | None:
    """What was handed in where it is one file."""
    return cast("UploadedFile | None", st.session_state.get(key))


def proposing() -> bool:
    """Whether the reader looks at what later interviews bring."""
    return cast("bool", st.session_state.get(PROPOSING, False))


def propose() -> None:
    """Shows what later interviews bring."""
    st.session_state[PROPOSING] = True


def propose_later() -> None:
    """Hides it; a line tells that it is there."""
    st.session_state[PROPOSING] = False


def message(component: str, name: str) -> object:
    """What the front end of a component told under that name; None where it told nothing."""
    messages = widget(component)
    return messages.get(name) if isinstance(messages, Mapping) else None


def widget(key: str) -> object:
    """What a widget holds."""
    return st.session_state.get(key)


def hold(key: str, value: object) -> None:
    """What a widget holds from now on; call before it is drawn."""
    st.session_state[key] = value


def begin(key: str, value: object) -> None:
    """What a widget holds when it is drawn for the first time, or again after another page."""
    if key not in st.session_state:
        st.session_state[key] = value


def follow(key: str, value: object) -> None:
    """What a widget holds is what is known; where that is so already, the widget is left to whoever types in it."""
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def on_page(key: str) -> bool:
    """Whether a widget was drawn in the last run."""
    return key in st.session_state


def forget(key: str) -> None:
    """What a widget holds is not asked for any more."""
    st.session_state.pop(key, None)
