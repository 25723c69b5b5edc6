"""What stands beside the flowchart: the selected step, the interviews, and all that is to check."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from interview2flow.editing.telling import from_words
from interview2flow.model import Evidence
from interview2flow.storage import Store
from interview2flow.ui import page, state
from interview2flow.ui.checklist import listed
from interview2flow.ui.interview.pane import pane
from interview2flow.ui.markup import tag
from interview2flow.ui.panels.details import details
from interview2flow.ui.panels.inspector import essentials, particulars
from interview2flow.ui.panels.review import review
from interview2flow.ui.reading import Reading, read
from interview2flow.ui.saving import Carry
from interview2flow.ui.texts import Words
from interview2flow.ui.work import Work

MARK: Final = "data-i2f-about"
"""Ends the panel and names the element that it is about: till it does, the editor lets nobody type into the panel."""


def beside(store: Store, work: Work, reading: Reading, say: Words, *, carry: Carry) -> None:
    """The panel with its choice of what to see; `carry` carries edits out."""
    _choice(len(listed(work.xml).open), say)
    match state.panel():
        case state.Panel.STEP:
            essentials(reading.process, work.selected, say, carry=carry)
            page.html(tag("div", details(reading, work.selected, say), class_="i2f-panel"))
            particulars(reading.process, work.selected, say, carry=carry)
            page.html(tag("i", **{MARK: work.selected or ""}))
        case state.Panel.INTERVIEW:
            transcripts = [interview.transcript for interview in store.interviews(work.project)]
            if not transcripts:
                page.html(tag("p", say("interview.none"), class_="i2f-hint"))
                return
            pane(
                reading.process,
                transcripts,
                project=work.project,
                selected=work.selected,
                texts=say.part("interview"),
                on_pick=partial(_look_at, work.project),
                on_make=partial(_make_step, work.project, carry),
            )
        case state.Panel.REVIEW:
            review(store, work, say, carry=carry)


def _choice(to_check: int, say: Words) -> None:
    names = {
        state.Panel.STEP: say("project.step_tab"),
        state.Panel.INTERVIEW: say("project.interview_tab"),
        state.Panel.REVIEW: say("project.review_tab", count=to_check),
    }
    st.segmented_control(
        say("project.beside"),
        [panel.value for panel in names],
        format_func=lambda value: names[state.Panel(value)],
        required=True,
        default=state.Panel.STEP.value if state.widget(state.PANEL) is None else None,
        key=state.PANEL,
        label_visibility="collapsed",
        width="stretch",
    )


def _make_step(project_id: str, carry: Carry, words: Evidence) -> None:
    """The words that were marked become a step behind the one told before; it is shown, to be put into better words."""
    known = {task.id for task in read(_xml(project_id)).process.tasks}
    carry(partial(from_words, words=words), "")
    added = next((task.id for task in read(_xml(project_id)).process.tasks if task.id not in known), None)
    if added:
        _open(project_id, added)


def _xml(project_id: str) -> str:
    work = state.work(project_id)
    return work.xml if work else ""


def _look_at(project_id: str, element: str | None) -> None:
    work = state.work(project_id)
    if work and element:
        state.keep(work.look_at(element))


def _open(project_id: str, element: str | None) -> None:
    """Shows an element on the picture and what is known of it beside."""
    _look_at(project_id, element)
    state.show_panel(state.Panel.STEP)
