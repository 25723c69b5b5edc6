"""The manual of a process, from all its chapters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from interview2flow.errors import InvalidDetailsError
from interview2flow.exporters._manual import placeholders
from interview2flow.exporters._manual.chapters import (
    changes,
    concluded,
    control,
    decisions,
    definitions,
    exceptions,
    flowchart,
    glance,
    history,
    instructions,
    materials,
    measurements,
    open_questions,
    procedure,
    purpose,
    quotes,
    raci,
    records,
    risks,
    roles,
    summary,
    training,
)
from interview2flow.exporters._manual.content import Labels, Manual
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.references import settled
from interview2flow.exporters._manual.status import running
from interview2flow.model import Finding, Process
from interview2flow.model.details import Details

CHAPTERS: Final = (
    summary,
    history,
    changes,
    purpose,
    definitions,
    glance,
    roles,
    raci,
    flowchart,
    procedure,
    instructions,
    decisions,
    exceptions,
    materials,
    records,
    measurements,
    risks,
    training,
    open_questions,
    concluded,
    quotes,
)
"""In the manual's order. Each has `chapter(draft) -> Chapter | None`; None where there is nothing to tell."""

IDS: Final = tuple(module.__name__.rpartition(".")[2] for module in CHAPTERS)
"""What each chapter is called where one is left out."""


def compose(
    process: Process,
    findings: Sequence[Finding],
    details: Details | None = None,
    *,
    since: Process | None = None,
    stated: Collection[str] = (),
) -> Manual:
    """Everything that the manual of a process says, with what has changed `since` an earlier version.

    The control block leaves out what is `stated` elsewhere, on a company's own cover.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
        InvalidDetailsError: the details speak of a step or chapter that there is not.
    """
    draft = Draft(process=process, findings=tuple(findings), details=details or Details(), since=since)
    if unknown := [name for name in draft.details.leave_out if name not in IDS]:
        raise InvalidDetailsError("leave_out", reason=f"there is no chapter “{unknown[0]}”; use {', '.join(IDS)}")
    shown = (module for name, module in zip(IDS, CHAPTERS, strict=True) if name not in draft.details.leave_out)
    chapters = [chapter for module in shown if (chapter := module.chapter(draft))]
    labels = Labels(**draft.words["labels"])
    return Manual(
        title=process.title,
        subtitle=draft.words["subtitle"],
        status=running(draft),
        locale=draft.words["locale"],
        control=control.table(draft, stated=stated),
        legend=control.legend(draft),
        chapters=settled(chapters, labels),
        labels=labels,
        numbers={task: str(number) for task, number in draft.numbers.items()},
        fields=placeholders.values(draft, title=draft.process.title, subtitle=draft.words["subtitle"]),
    )
