"""What can go wrong, and what the work is bound by."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Column, Row, Table
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.grids import entered
from interview2flow.exporters._manual.lines import cell


def chapter(draft: Draft) -> Chapter:
    """Risks with what is done against them; laws, rules and other manuals."""
    words = draft.chapter("risks")
    risks = entered(draft, "risks", {"risk": 50, "control": 50}, draft.details.risks)
    return Chapter(id="risks", heading=words["heading"], blocks=(risks, _references(draft)))


def _references(draft: Draft) -> Table:
    words = draft.chapter("risks")
    references = draft.details.references or (None,)
    return Table(
        columns=(Column(words["reference"], 1),),
        rows=tuple(Row((cell(draft.known(reference)),)) for reference in references),
        summary=words["references_summary"],
        caption=words["references_caption"],
    )
