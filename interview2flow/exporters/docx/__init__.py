"""The process manual as a Word file: real styles, fields, captions and bookmarks, ready to be edited and approved.

`base/` is the unpacked Word file that every manual starts from; its `word/styles.xml` is where the looks are decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.exporters._manual import Details, compose
from interview2flow.exporters.docx.flowchart import flowchart
from interview2flow.exporters.docx.package import base, pack
from interview2flow.exporters.docx.writer import write
from interview2flow.model import Finding, Process

__all__ = ["render"]


def render(
    process: Process, findings: Sequence[Finding], *, details: Details | None = None, since: Process | None = None
) -> bytes:
    """The manual as the bytes of a .docx file; the same process gives the same bytes.

    `details` is what the coordinator entered about the document; without it the manual shows marked gaps.
    What has changed `since` an earlier version is listed.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    manual = compose(process, findings, details, since=since)
    document = base()
    write(document, manual, pictures=flowchart(process, manual.numbers))
    return pack(document)
