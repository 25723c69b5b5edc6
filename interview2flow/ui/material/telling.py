"""Proposals in plain words."""

from __future__ import annotations

from interview2flow.editing.proposals import Kind, Proposal
from interview2flow.model import Process
from interview2flow.ui.texts import Words


def headline(proposal: Proposal, process: Process, say: Words) -> str:
    """What would be done."""
    return say(
        f"proposals.kind.{proposal.kind}",
        theirs=proposal.theirs,
        about=named(process, proposal.about),
        to=named(process, proposal.to),
        kind=say(f"step.fact.{proposal.fact.kind}") if proposal.fact else "",
    )


def particulars(proposal: Proposal, process: Process, say: Words) -> str:
    """Where, by whom and when, as far as it is known."""
    parts = []
    if before := proposal.follows or (proposal.kind is Kind.ADD_STEP and named(process, proposal.about)):
        parts.append(say("proposals.where.after", about=before))
    if proposal.role:
        parts.append(say("proposals.where.role", role=proposal.role))
    if proposal.kind is Kind.ADD_WAY and proposal.theirs:
        parts.append(say("proposals.where.when", when=proposal.theirs))
    return " · ".join(parts)


def named(process: Process, element: str | None) -> str:
    """What a step is called."""
    return next((node.name for node in process.nodes if node.id == element), "")
