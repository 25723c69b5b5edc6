"""The process manual as a Word file: real styles, fields, captions and bookmarks, ready to be edited and approved.

`base/` is the unpacked Word file that a manual starts from where no company's template is given; its `word/styles.xml` is where
the looks are decided. `template/` has all that there is to a company's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from interview2flow.exporters._manual import Details, compose, instructed
from interview2flow.exporters._template import Template
from interview2flow.exporters.docx.flowchart import flowchart
from interview2flow.exporters.docx.package import pack
from interview2flow.exporters.docx.template import opened
from interview2flow.exporters.docx.template.place import stated
from interview2flow.exporters.docx.writer import write
from interview2flow.model import Finding, Process

__all__ = ["render"]


def render(
    process: Process,
    findings: Sequence[Finding],
    *,
    details: Details | None = None,
    since: Process | None = None,
    template: Template | None = None,
) -> bytes:
    """The manual as the bytes of a .docx file; the same process gives the same bytes.

    `details` is what the coordinator entered about the document; without it the manual shows marked gaps.
    What has changed `since` an earlier version is listed. A `template` gives it a company's looks and frame.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
        InvalidTemplateError: the template cannot be used.
    """
    document = opened(template)
    manual = compose(process, findings, details, since=since, stated=stated(document))
    write(document, manual, draw=partial(flowchart, instructed(process), manual.numbers))
    return pack(document)
