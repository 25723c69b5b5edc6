"""The list of projects, and where it is empty, how to begin."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from interview2flow.storage import ProjectSummary, Store
from interview2flow.ui import library, page, state
from interview2flow.ui.dates import when
from interview2flow.ui.examples import example
from interview2flow.ui.markup import joined, tag
from interview2flow.ui.texts import Words
from interview2flow.ui.views import drafting


def show(store: Store, say: Words) -> None:
    """The first page."""
    with st.container(key="page"):
        page.brand_row(say)
        known = store.projects()
        if known:
            _list(store, known, say)
        else:
            _empty(store, say)


def _empty(store: Store, say: Words) -> None:
    st.space("medium")
    with st.container(border=True, key="empty", gap="medium"):
        page.html(joined([tag("h2", say("projects.empty_title")), tag("p", say("projects.empty_text"), class_="i2f-lead")]))
        with st.container(horizontal=True):
            _new_button(say)
            _example_button(store, say)
        page.html(tag("p", say("projects.empty_private"), class_="i2f-muted"))


def _list(store: Store, known: tuple[ProjectSummary, ...], say: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title(say("projects.title"), anchor=False, width="stretch")
        _example_button(store, say)
        _new_button(say)
    for project in known:
        _row(store, project, say)


def _new_button(say: Words) -> None:
    st.button(say("projects.new"), type="primary", icon=":material/add:", on_click=state.go, args=(state.View.NEW,))


def _example_button(store: Store, say: Words) -> None:
    if st.button(say("projects.example"), icon=":material/play_circle:"):
        drafting.begin(store, library.begin_example(store, example(say.language)), say)


def _row(store: Store, project: ProjectSummary, say: Words) -> None:
    title = project.title or say("projects.unnamed")
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"project-{project.id}"):
        page.html(joined([tag("div", title, class_="i2f-row-title"), tag("p", _about(project, say), class_="i2f-muted")]))
        st.button(
            say("projects.open"),
            key=f"open-{project.id}",
            on_click=partial(state.go, state.View.PROJECT, project=project.id),
        )
        chosen = st.menu_button(
            say("more"),
            list(ACTIONS),
            key=f"more-{project.id}",
            format_func=lambda action: say(f"projects.{action}"),
            icon=":material/more_horiz:",
            type="tertiary",
        )
    if chosen:
        ACTIONS[chosen](store, project, say)


def _about(project: ProjectSummary, say: Words) -> str:
    changed = say("projects.changed", when=when(project.changed, say, zone=st.context.timezone))
    parts = [say("projects.interviews", count=project.interviews), changed]
    if project.revision is None:
        parts.append(say("projects.undrafted"))
    return " · ".join(parts)


def _rename(store: Store, project: ProjectSummary, say: Words) -> None:
    @st.dialog(say("projects.rename"))
    def ask() -> None:
        with st.form("rename", border=False):
            title = st.text_input(say("projects.rename_label"), value=project.title)
            if st.form_submit_button(say("projects.save_name"), type="primary"):
                library.rename(store, project.id, title)
                st.rerun()

    ask()


def _delete(store: Store, project: ProjectSummary, say: Words) -> None:
    @st.dialog(say("projects.delete_title"))
    def ask() -> None:
        title = project.title or say("projects.unnamed")
        page.html(tag("p", say("projects.delete_text", title=title)))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("cancel")):
                st.rerun()
            if st.button(say("projects.delete_confirm"), type="primary"):
                store.delete(project.id)
                state.notify(say("projects.deleted", title=title))
                st.rerun()

    ask()


ACTIONS: Final = {"rename": _rename, "delete": _delete}
"""What can be done with a project in the list, besides opening it."""
