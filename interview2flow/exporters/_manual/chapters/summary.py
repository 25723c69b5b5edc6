"""The summary: what the work is, in a few sentences, and how far this manual has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interview2flow.exporters._manual.chapters.open_questions import asked
from interview2flow.exporters._manual.content import Chapter, Paragraph
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import Part, fill, joined
from interview2flow.exporters._manual.status import status_of


def chapter(draft: Draft) -> Chapter:
    """Steps and roles, the longest wait, and what is still open."""
    words = draft.chapter("summary")
    return Chapter(id="summary", heading=words["heading"], blocks=(Paragraph(joined(_sentences(draft, words), " ")),))


def _sentences(draft: Draft, words: Mapping[str, Any]) -> Iterator[Part]:
    process = draft.process
    roles = sum(lane.named for lane in process.lanes)
    yield words["what"].format(
        title=process.title, steps=counted(words["steps"], len(process.tasks)), roles=counted(words["roles"], roles)
    )
    if process.interviews:
        yield words["from"].format(interviews=counted(words["interviews"], len(process.interviews)))
    if wait := next((finding.text for finding in draft.findings if finding.rule == "bottleneck"), None):
        yield words["wait"].format(wait=wait)
    if questions := len(asked(draft)):
        yield words["open"].format(questions=counted(words["questions"], questions))
    if status := status_of(draft):
        details = draft.details
        date, approver = draft.known(details.date), draft.known(details.approver)
        yield fill(words["statuses"][status], version=details.version, date=date, approver=approver)


def counted(forms: Mapping[str, str], number: int) -> str:
    """The number with its noun: "one step", "22 steps"."""
    return forms["one"] if number == 1 else forms["many"].format(n=number)
