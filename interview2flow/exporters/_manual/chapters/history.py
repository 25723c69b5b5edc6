"""The list of versions, and who has approved this one."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.exporters._manual.chapters import changes
from interview2flow.exporters._manual.content import Chapter, Column, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.grids import entered
from interview2flow.exporters._manual.lines import cell
from interview2flow.model.details import Revision

VERSIONS = {"version": 12, "date": 16, "author": 26, "change": 46}
APPROVAL = {"part": 22, "name": 32, "date": 18, "signature": 28}
ROOM = 2
"""Rows for the versions to come."""


def chapter(draft: Draft) -> Chapter:
    """Two tables: versions, this one among them, and signatures."""
    versions = entered(draft, "history", VERSIONS, _versions(draft), table="versions_", blank=ROOM)
    return Chapter(id="history", heading=draft.chapter("history")["heading"], blocks=(versions, _approval(draft)))


def _versions(draft: Draft) -> list[Revision]:
    """The versions that were entered, and this one where it is not among them; what changed is told by the list of changes."""
    details = draft.details
    this = Revision(version=details.version, date=details.date, author=details.author)
    known = any(revision.version == this.version for revision in details.revisions)
    versions = [*details.revisions, *([] if known else [this])]
    noted = changes.noted(draft)
    return [replace(each, change=each.change or noted) if each.version == this.version else each for each in versions]


def _approval(draft: Draft) -> Table:
    words, details = draft.chapter("history"), draft.details
    parts = {"prepared": details.author, "reviewed": details.owner, "approved": details.approver}
    return Table(
        columns=tuple(Column(words["columns"][name], width) for name, width in APPROVAL.items()),
        rows=tuple(
            Row((cell(Text(words[part])), cell(draft.known(name)), cell(""), cell("", ""))) for part, name in parts.items()
        ),
        summary=words["approval_summary"],
        caption=words["approval_caption"],
    )
