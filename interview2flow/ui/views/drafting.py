"""A draft that is being made: how far it is with each interview, and how to stop it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from interview2flow.storage import Store
from interview2flow.ui import drafting, page, saving, state
from interview2flow.ui.drafting import Drafting
from interview2flow.ui.markup import Markup, tag
from interview2flow.ui.material.merging import merging
from interview2flow.ui.texts import Words

EVERY: Final = 0.5
"""Seconds between two looks at how far it is."""

SETTING_OUT: Final = 0.04
"""Shown before the first interview is read: an empty bar looks as if nothing happened."""

SIGNS: Final = {"done": "✓", "reading": "…", "waiting": ""}


def begin(store: Store, project: str, say: Words) -> None:
    """Begins a draft and goes where it can be watched."""
    drafting.begin(store, project, note=say("drafting.read_again"))
    state.go(state.View.PROJECT, project=project)
    st.rerun()


@st.fragment(run_every=EVERY)
def watch(running: Drafting, say: Words) -> None:
    """Shows how far it is, until it has ended."""
    if running.over:
        st.rerun()
    with st.container(key="page"), st.container(border=True, key="drafting"):
        page.html(tag("h2", say("drafting.title")))
        st.progress(max(running.share, SETTING_OUT), text=doing(running, say))
        page.html(tag("ul", *(_line(running, number, say) for number in range(len(running.names))), class_="i2f-reading"))
        st.button(say("drafting.stop"), icon=":material/close:", on_click=running.stop)


def doing(running: Drafting, say: Words) -> str:
    """What is done just now."""
    if running.done < len(running.names):
        return say("new.reading", name=running.names[running.done])
    return say("new.drawing")


def _line(running: Drafting, number: int, say: Words) -> Markup:
    stage = "done" if number < running.done else "reading" if number == running.done else "waiting"
    name = tag("span", running.names[number], class_="i2f-file")
    sign = tag("span", SIGNS[stage], class_="i2f-stage", **{"aria-hidden": "true"})
    return tag("li", sign, name, tag("span", say(f"drafting.{stage}"), class_="i2f-muted"))


def outcome(store: Store, running: Drafting, say: Words) -> None:
    """Says what came of a draft that has ended, where that is not seen anyway."""
    if running.stopped:
        state.notify(say("drafting.stopped"))
    elif running.error:
        st.error(page.error_text(running.error, say), icon=":material/error:")
    elif running.drafted is None:
        st.error(say("errors.unexpected"), icon=":material/error:")
    elif not running.drafted.tasks:
        state.notify(say("new.nothing_found"))
    elif running.silent:
        state.notify(say("drafting.silent", names=", ".join(running.silent)))
    if running.drafted and running.again:
        _propose(store, running.project, say)


def _propose(store: Store, project: str, say: Words) -> None:
    """Shows what the interviews bring; says so where that is nothing."""
    work = saving.open_work(store, project)
    found = merging(store, work) if work else None
    if found and found.proposals:
        state.propose()
    else:
        state.notify(say("proposals.nothing_new"))
