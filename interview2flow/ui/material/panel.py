"""The proposals beside the flowchart: one after the other is taken or left, with the words that speak for it."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from interview2flow.editing.proposals import Kind, Proposal
from interview2flow.model import Process
from interview2flow.ui import page, state
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.material.merging import Merging
from interview2flow.ui.material.telling import headline, particulars
from interview2flow.ui.panels.parts import NOTHING, chip, quotes
from interview2flow.ui.saving import Carry
from interview2flow.ui.texts import Words
from interview2flow.ui.versions.differing import process_of

SHOWN: Final = 12
"""Proposals that are shown at once: the next ones come up as these are decided."""

TWO_SIDED: Final = {Kind.RENAME, Kind.REASSIGN}
"""Where something takes the place of something else."""


def banner(found: Merging, say: Words) -> None:
    """Says quietly that there are proposals."""
    with st.container(horizontal=True, vertical_alignment="center", key="proposals-banner"):
        page.html(tag("p", tag("b", say("proposals.waiting", count=len(found.proposals)))))
        st.button(say("proposals.look"), on_click=state.propose)


def panel(found: Merging, process: Process, project: str, say: Words, *, carry: Carry) -> None:
    """All that is to be decided; `carry` carries edits out."""
    with st.container(horizontal=True, vertical_alignment="center", key="proposals-head"):
        page.html(tag("h2", say("proposals.waiting", count=len(found.proposals))))
        st.button(say("proposals.later"), type="tertiary", on_click=state.propose_later)
    page.html(tag("p", say("proposals.lead"), class_="i2f-muted"))
    if count := found.uncontested:
        note = say("proposals.taken_note")
        st.button(
            say("proposals.take_all", count=count),
            icon=":material/done_all:",
            width="stretch",
            on_click=carry,
            args=(found.take_uncontested(), note),
        )
    for proposal in found.proposals[:SHOWN]:
        _proposal(found, proposal, process, project, say, carry)
    if (rest := len(found.proposals) - SHOWN) > 0:
        page.html(tag("p", say("versions.more", count=rest), class_="i2f-muted"))


def _proposal(found: Merging, proposal: Proposal, process: Process, project: str, say: Words, carry: Carry) -> None:
    with st.container(border=True, key=f"proposal-{proposal.key}", gap="small"):
        page.html(tag("div", _told(proposal, process, say), class_="i2f-panel"))
        with st.container(horizontal=True):
            take = partial(_take, found, proposal, project, carry, say("proposals.taken_note"))
            st.button(say("proposals.take"), key=f"take {proposal.key}", on_click=take)
            leave = partial(carry, found.leave(proposal), say("proposals.left_note"))
            st.button(say("proposals.leave"), key=f"leave {proposal.key}", on_click=leave)
            if proposal.about:
                show = partial(_look_at, project, proposal.about)
                st.button(say("proposals.show"), key=f"show {proposal.key}", type="tertiary", on_click=show)


def _take(found: Merging, proposal: Proposal, project: str, carry: Carry, note: str) -> None:
    """Carries a proposal out and shows the step that it concerns."""
    before = state.work(project)
    carry(found.take(proposal), note)
    after = state.work(project)
    if before and after and before.xml != after.xml:
        known = {node.id for node in process_of(before.xml).nodes}
        added = next((task.id for task in process_of(after.xml).tasks if task.id not in known), None)
        if shown := added or proposal.about:
            _look_at(project, shown)


def _told(proposal: Proposal, process: Process, say: Words) -> Markup:
    where = particulars(proposal, process, say)
    return joined(
        [
            tag("p", tag("b", headline(proposal, process, say))),
            chip(say("proposals.contested"), "doubt") if proposal.contested else NOTHING,
            tag("p", where, class_="i2f-muted") if where else NOTHING,
            _both(proposal, say) if proposal.kind in TWO_SIDED else NOTHING,
            quotes(proposal.evidence, process, say),
        ]
    )


def _both(proposal: Proposal, say: Words) -> Markup:
    sides = ((say("proposals.mine"), proposal.mine or say("proposals.nobody")), (say("proposals.theirs"), proposal.theirs))
    return tag("dl", *(joined([tag("dt", name), tag("dd", text)]) for name, text in sides), class_="i2f-facts")


def _look_at(project: str, element: str) -> None:
    if work := state.work(project):
        state.keep(work.look_at(element))
