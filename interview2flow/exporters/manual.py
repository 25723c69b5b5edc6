"""The manual as PDF, to read and to print: the Word file, laid out by LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.exporters import _office, docx
from interview2flow.exporters._manual import Details
from interview2flow.exporters._office.outline import headings
from interview2flow.exporters._template import Template
from interview2flow.exporters.docx.page_numbers import corrected
from interview2flow.model import Finding, Process


def render(
    process: Process,
    findings: Sequence[Finding],
    *,
    details: Details | None = None,
    since: Process | None = None,
    template: Template | None = None,
) -> bytes:
    """The manual as the bytes of a .pdf file, with bookmarks, and with the pages in its contents that it really has.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
        InvalidTemplateError: the template cannot be used.
        OfficeMissingError: LibreOffice is not installed.
        OfficeFailedError: LibreOffice makes no PDF, or not in time.
    """
    content = docx.render(process, findings, details=details, since=since, template=template)
    pdf = _office.printed(content)
    if put_right := corrected(content, headings(pdf)):
        return _office.printed(put_right)
    return pdf


def available() -> bool:
    """Whether LibreOffice is there to make it."""
    return _office.installed()
