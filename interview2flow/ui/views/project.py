"""A project's own page: the flowchart, what is known beside it, and what can be downloaded."""

from __future__ import annotations

from functools import partial

import streamlit as st

from interview2flow.editing.drawing import arranged
from interview2flow.errors import Interview2FlowError
from interview2flow.storage import Project, Store
from interview2flow.ui import drafting, library, page, saving, state
from interview2flow.ui.editor import canvas
from interview2flow.ui.marks import marks
from interview2flow.ui.markup import tag
from interview2flow.ui.material import panel as proposing
from interview2flow.ui.material.merging import merging
from interview2flow.ui.panels.beside import beside
from interview2flow.ui.reading import Reading, read
from interview2flow.ui.saving import Edit
from interview2flow.ui.table.view import table
from interview2flow.ui.texts import Words
from interview2flow.ui.views import drafting as at_work
from interview2flow.ui.views.conflict import conflict
from interview2flow.ui.views.downloads import downloads
from interview2flow.ui.work import Change, Work


def show(store: Store, project_id: str, say: Words) -> None:
    """The page."""
    project = library.find(store, project_id)
    if project is None:
        _gone(say)
        return
    running = drafting.of(store, project_id)
    if running and not running.over:
        _top(store, project, say, drafted=False, busy=True)
        at_work.watch(running, say)
        return
    if running:
        drafting.forget(store, project_id)
        at_work.outcome(store, running, say)
    work = state.work(project_id) or saving.open_work(store, project_id)
    _top(store, project, say, drafted=work is not None)
    if work is None:
        _undrafted(store, project_id, say)
        return
    state.keep(work)
    _desk(store, project_id, say)


def _gone(say: Words) -> None:
    st.warning(say("project.gone"))
    st.button(say("project.to_projects"), on_click=state.go, args=(state.View.PROJECTS,))


def _undrafted(store: Store, project_id: str, say: Words) -> None:
    with st.container(key="page"):
        if not store.interviews(project_id):
            st.info(say("material.none"))
            st.button(say("material.add"), type="primary", on_click=partial(state.go, state.View.MATERIAL, project=project_id))
            return
        st.info(say("project.undrafted"))
        if st.button(say("project.draft_again"), type="primary"):
            at_work.begin(store, project_id, say)


def _top(store: Store, project: Project, say: Words, *, drafted: bool, busy: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("back"), type="tertiary", icon=":material/arrow_back:", on_click=state.go, args=(state.View.PROJECTS,))
        page.html(tag("h1", project.title or say("projects.unnamed"), class_="i2f-title"))
        if not busy:
            _leading_to(state.View.MATERIAL, project, say("project.interviews"), icon=":material/forum:")
        if drafted:
            _leading_to(state.View.HISTORY, project, say("project.history"), icon=":material/history:")
            _leading_to(state.View.MANUAL, project, say("project.manual"), icon=":material/edit_document:")
            downloads(store, project, say)


def _leading_to(view: state.View, project: Project, label: str, *, icon: str) -> None:
    st.button(label, type="tertiary", icon=icon, on_click=state.go, args=(view,), kwargs={"project": project.id})


@st.fragment
def _desk(store: Store, project_id: str, say: Words) -> None:
    """The part that runs again at each click in the flowchart, without the rest of the page."""
    work = state.work(project_id)
    if work is None or state.whole_page_asked():
        st.rerun()
    with page.plain_errors(say):
        if work.refusal:
            conflict(store, work, say)
        reading = _reading(work, say)
        left, right = st.columns([0.72, 0.28], gap="small")
        with left:
            _canvas(store, work, reading, say)
        with right, st.container(key="panel"):
            if reading:
                _beside(store, work, reading, say)
    page.notice()


def _beside(store: Store, work: Work, reading: Reading, say: Words) -> None:
    """What later interviews bring, where the reader looks at it; else the step, the interviews and what is to check."""
    carry = partial(_edited, store, work.project, say)
    found = merging(store, work)
    if found and found.proposals and state.proposing():
        proposing.panel(found, reading.process, work.project, say, carry=carry)
        return
    if found and found.proposals:
        proposing.banner(found, say)
    elif state.proposing():
        state.propose_later()
        state.notify(say("proposals.decided"))
    beside(store, work, reading, say, carry=carry)


def _canvas(store: Store, work: Work, reading: Reading | None, say: Words) -> None:
    """The process as a flowchart or as a table."""
    _canvas_choice(say)
    if state.canvas() is state.Canvas.TABLE and reading:
        table(work, say, carry=partial(_edited, store, work.project, say))
        return
    canvas(
        work,
        marks=marks(reading) if reading else {},
        texts=say.part("editor"),
        on_change=partial(_changed, store, work.project),
        on_select=partial(_selected, work.project),
        on_arrange=partial(_arranged, store, work.project, say),
        on_lost=partial(_lost, work.project),
    )


def _canvas_choice(say: Words) -> None:
    st.segmented_control(
        say("project.shown_as"),
        [shown.value for shown in state.Canvas],
        format_func=lambda value: say(f"project.shown.{value}"),
        required=True,
        default=state.Canvas.FLOWCHART.value if state.widget(state.CANVAS) is None else None,
        key=state.CANVAS,
        label_visibility="collapsed",
    )


def _reading(work: Work, say: Words) -> Reading | None:
    try:
        return read(work.xml)
    except Interview2FlowError as error:
        st.warning(f"{say('project.unreadable')} {page.error_text(error, say)}", icon=":material/warning:")
        return None


def _changed(store: Store, project_id: str, change: Change) -> None:
    if work := state.work(project_id) or saving.open_work(store, project_id):
        before = store.project(project_id).title
        state.keep(saving.save(store, work, change))
        if store.project(project_id).title != before:
            state.ask_for_whole_page()


def _selected(project_id: str, element: str | None, known: int | None) -> None:
    if work := state.work(project_id):
        state.keep(work.select(element, known=known))


def _arranged(store: Store, project_id: str, say: Words) -> None:
    _edited(store, project_id, say, arranged, say("history.arranged"))


def _edited(store: Store, project_id: str, say: Words, edit: Edit, note: str) -> None:
    """Carries out an edit that was made beside the picture; one that cannot be is said, and nothing has changed."""
    if work := state.work(project_id):
        try:
            state.keep(saving.edit(store, work, edit, note=note))
        except Interview2FlowError as error:
            state.notify(page.error_text(error, say))


def _lost(project_id: str) -> None:
    if work := state.work(project_id):
        state.keep(work.forgotten())
