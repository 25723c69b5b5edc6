"""The manual of a process, from all its chapters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview2flow.exporters._manual.chapters import (
    concluded,
    control,
    decisions,
    exceptions,
    flowchart,
    glance,
    open_questions,
    procedure,
    purpose,
    quotes,
    roles,
    summary,
)
from interview2flow.exporters._manual.content import Labels, Manual
from interview2flow.exporters._manual.details import Details
from interview2flow.exporters._manual.draft import Draft
from interview2flow.model import Finding, Process

CHAPTERS: Final = (
    summary,
    purpose,
    glance,
    roles,
    flowchart,
    procedure,
    decisions,
    exceptions,
    open_questions,
    concluded,
    quotes,
)
"""In the manual's order. Each has `chapter(draft) -> Chapter | None`; None where there is nothing to tell."""


def compose(process: Process, findings: Sequence[Finding], details: Details | None = None) -> Manual:
    """Everything that the manual of a process says.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    draft = Draft(process=process, findings=tuple(findings), details=details or Details())
    chapters = (module.chapter(draft) for module in CHAPTERS)
    return Manual(
        title=process.title,
        subtitle=draft.words["subtitle"],
        status=control.status(draft),
        locale=draft.words["locale"],
        control=control.table(draft),
        legend=control.legend(draft),
        chapters=tuple(chapter for chapter in chapters if chapter),
        labels=Labels(**draft.words["labels"]),
        numbers={task: str(number) for task, number in draft.numbers.items()},
    )
