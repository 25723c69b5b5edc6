"""Making a draft while the reader sees how far it is."""

from __future__ import annotations

from typing import Final

import streamlit as st

from interview2flow.storage import Store
from interview2flow.ui import library, state
from interview2flow.ui.texts import Words

SETTING_OUT: Final = 0.08
"""Shown before the first interview is read: an empty bar looks as if nothing happened."""

ARRIVING: Final = 0.95


def draft_with_progress(store: Store, project: str, say: Words) -> None:
    """Drafts a project's flowchart from its interviews and opens it; what went wrong is raised, the interviews stay."""
    bar = st.progress(SETTING_OUT, text=say("new.reading", name="…"))

    def tell(name: str, share: float) -> None:
        done = SETTING_OUT + (ARRIVING - SETTING_OUT) * min(max(share, 0.0), 1.0)
        bar.progress(done, text=say("new.reading", name=name) if share < 1 else say("new.drawing"))

    steps = library.draft(store, project, progress=tell)
    bar.progress(ARRIVING, text=say("new.drawing"))
    if not steps:
        state.notify(say("new.nothing_found"))
    state.go(state.View.PROJECT, project=project)
    st.rerun()
