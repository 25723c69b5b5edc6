"""The table of contents: Word's own field, filled in already, so that it is never empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.fields import begin, end
from interview2flow.exporters.docx.outline import Entry

INSTRUCTION: Final = r'TOC \o "1-2" \h \z \u'


def contents(heading: str, entries: Sequence[Entry]) -> Element:
    """The block that Word knows as a table of contents, with a button to bring it up to date.

    Page numbers come when Word does that: only Word knows them, and wrong ones would be worse than none.
    """
    lines = [_line(entry) for entry in entries]
    for opening in reversed(tuple(begin(INSTRUCTION))):
        lines[0].insert(1, opening)
    return element(
        "w:sdt",
        element(
            "w:sdtPr",
            element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique")),
        ),
        element("w:sdtContent", paragraph([run(heading)], style="TOCHeading"), *lines, paragraph([end()])),
    )


def _line(entry: Entry) -> Element:
    words = (run(entry.number), run(element("w:tab")), run(entry.text))
    return paragraph([element("w:hyperlink", *words, anchor=entry.anchor, history=1)], style=f"TOC{entry.level}")
