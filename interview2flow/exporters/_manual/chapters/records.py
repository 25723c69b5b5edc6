"""What is kept as proof of the work: the documents of the process, and what the coordinator says of their keeping."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import of_kind
from interview2flow.exporters._manual.grids import entered
from interview2flow.model import FactKind
from interview2flow.model.details import Record

WIDTHS = {"name": 30, "place": 25, "retention": 20, "owner": 25}
"""Columns, with their share of the page's width."""


def chapter(draft: Draft) -> Chapter:
    """The records that were entered; until then the documents told of, each with gaps."""
    words = draft.chapter("records")
    table = entered(draft, "records", WIDTHS, draft.details.records or _told(draft))
    intro = () if draft.details.records else (Paragraph((Text(words["intro"]),)),)
    return Chapter(id="records", heading=words["heading"], blocks=(*intro, table))


def _told(draft: Draft) -> list[Record]:
    facts = (fact for task in draft.process.tasks for fact in of_kind(task, FactKind.DOCUMENT))
    names = {fact.value.casefold(): fact.value for fact in facts}
    return [Record(name=name[:1].upper() + name[1:]) for name in names.values() if name.strip()]
