"""The top of a project's pages besides the flowchart: the way back, and what the page is for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from interview2flow.storage import Project
from interview2flow.ui import page, state
from interview2flow.ui.markup import tag
from interview2flow.ui.texts import Words


def heading(project: Project, title: str, lead: str, say: Words, *, beside: Callable[[], None] | None = None) -> None:
    """The way back to the flowchart, the project's name, the page's title and a sentence about it; `beside` draws the rest."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            say("project.to_flowchart"),
            type="tertiary",
            icon=":material/arrow_back:",
            on_click=state.go,
            args=(state.View.PROJECT,),
            kwargs={"project": project.id},
        )
        name = project.title or say("projects.unnamed")
        page.html(tag("h1", title, tag("small", f" · {name}"), class_="i2f-title"))
        if beside:
            beside()
    page.html(tag("p", lead, class_="i2f-muted i2f-wide"))
