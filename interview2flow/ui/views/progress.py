"""Making a draft while the reader sees how far it is."""

from __future__ import annotations

import streamlit as st

from interview2flow.storage import Store
from interview2flow.ui import library, state
from interview2flow.ui.texts import Words


def draft_with_progress(store: Store, project: str, say: Words) -> None:
    """Drafts a project's flowchart from its interviews and opens it; what went wrong is raised, the interviews stay."""
    bar = st.progress(0.0, text=say("new.reading", name="…"))

    def tell(name: str, share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=say("new.reading", name=name) if share < 1 else say("new.drawing"))

    steps = library.draft(store, project, progress=tell)
    bar.progress(1.0, text=say("new.drawing"))
    if not steps:
        state.notify(say("new.nothing_found"))
    state.go(state.View.PROJECT, project=project)
    st.rerun()
