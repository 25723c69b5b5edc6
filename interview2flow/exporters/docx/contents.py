"""The table of contents: Word's own field, filled in already, so that it is never empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.fields import begin, end
from interview2flow.exporters.docx.outline import Entry

INSTRUCTION: Final = r'TOC \o "1-2" \h \z \u'


def contents(heading: str, entries: Sequence[Entry], pages: Mapping[str, int]) -> Element:
    """The block that Word knows as a table of contents, with a button to bring it up to date.

    `pages` has the page of each entry by its anchor.
    """
    lines = [_line(entry, pages.get(entry.anchor, 1)) for entry in entries]
    for opening in reversed(tuple(begin(INSTRUCTION))):
        lines[0].insert(1, opening)
    lines[-1].append(end())
    return element(
        "w:sdt",
        element(
            "w:sdtPr",
            element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique")),
        ),
        element("w:sdtContent", paragraph([run(heading)], style="TOCHeading"), *lines),
    )


def _line(entry: Entry, page: int) -> Element:
    words = (run(entry.number), run(element("w:tab")), run(entry.text), run(element("w:tab")))
    number = (*begin(rf"PAGEREF {entry.anchor} \h"), run(str(page)), end())
    link = element("w:hyperlink", *words, *number, anchor=entry.anchor, history=1)
    return paragraph([link], style=f"TOC{entry.level}")
