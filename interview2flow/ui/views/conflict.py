"""What to do where two people changed the same flowchart: a choice in which nothing is lost."""

from __future__ import annotations

from functools import partial

import streamlit as st

from interview2flow.storage import Store
from interview2flow.ui import saving, state
from interview2flow.ui.texts import Words
from interview2flow.ui.work import Work


def conflict(store: Store, work: Work, say: Words) -> None:
    """Says what happened and asks which version to go on with."""
    if work.refusal is None:
        return
    with st.container(key="conflict"):
        text = say("conflict.text", newest=work.refusal.newest, mine=work.refusal.change.based_on)
        st.warning(f"**{say('conflict.title')}.** {text}", icon=":material/call_split:")
        with st.container(horizontal=True):
            st.button(say("conflict.mine"), type="primary", on_click=partial(_keep_mine, store, work.project, say))
            st.button(say("conflict.theirs"), on_click=partial(_take_theirs, store, work.project, say))


def _keep_mine(store: Store, project_id: str, say: Words) -> None:
    if work := state.work(project_id):
        state.keep(saving.keep_mine(store, work, note=say("conflict.note_mine")))
        state.notify(say("conflict.kept"))


def _take_theirs(store: Store, project_id: str, say: Words) -> None:
    if work := state.work(project_id):
        state.keep(saving.take_theirs(store, work))
        state.notify(say("conflict.taken"))
