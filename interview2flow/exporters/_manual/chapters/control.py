"""The control block on the title page: which document this is, and who answers for it."""

from __future__ import annotations

from collections.abc import Collection

from interview2flow.exporters._manual.content import Column, Form, Mark, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, fill
from interview2flow.exporters._manual.status import Status, named, status_of


def table(draft: Draft, *, stated: Collection[str] = ()) -> Table:
    """Name and value of each, gaps marked, without what is stated elsewhere."""
    words = draft.words["control"]
    return Table(
        columns=(Column("", 30), Column("", 70)),
        rows=tuple(Row((cell(words[name]), cell(value))) for name, value in values(draft).items() if name not in stated),
        summary=words["summary"],
        headed=False,
    )


def values(draft: Draft) -> dict[str, Text]:
    """What the document is, by the names of the language's words for it."""
    details = draft.details
    return {
        "title": Text(draft.process.title),
        "number": draft.known(details.number),
        "version": Text(details.version),
        "status": Text(named(draft)),
        "date": draft.known(details.date),
        "review_date": draft.known(details.review_date),
        "owner": draft.known(details.owner),
        "author": draft.known(details.author),
        "approver": draft.known(details.approver),
        "classification": draft.known(details.classification),
    }


def legend(draft: Draft) -> tuple[Paragraph, ...]:
    """How gaps and conclusions are marked."""
    words = draft.words["legend"]
    document = words["draft" if status_of(draft) is Status.DRAFT else "manual"]
    line = fill(words["text"], document=document, gap=draft.gap("fill_in"), inferred=Text(words["inferred"], Mark.INFERRED))
    return (Paragraph(line, Form.NOTE),)
