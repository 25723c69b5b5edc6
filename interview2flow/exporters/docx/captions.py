"""Captions with numbers that Word keeps counting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from interview2flow.exporters._manual.content import Flowchart, Labels, Table
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.fields import field
from interview2flow.exporters.docx.lines import bookmarked


class Captions:
    """Numbers tables and figures, each in its own row."""

    def __init__(self, labels: Labels, bookmarks: count[int]) -> None:
        self._labels, self._bookmarks = labels, bookmarks
        self._tables, self._figures = count(1), count(1)

    def above_table(self, content: Table) -> Element:
        """`Table 3. The procedure, step by step`."""
        caption = self._caption(self._labels.table, next(self._tables), content.caption, content.anchor)
        return paragraph(caption, element("w:keepNext"), style="Caption")

    def below_figure(self, chart: Flowchart, *, part: int, of: int, first: bool) -> Element:
        """`Figure 2. Flowchart: … (part 1 of 2)`; the `first` one is what references lead to."""
        words = chart.caption(part=part, parts=of)
        anchor = chart.anchor if first else None
        return paragraph(self._caption(self._labels.figure, next(self._figures), words, anchor), style="FigureCaption")

    def _caption(self, label: str, number: int, words: str, anchor: str | None) -> Iterator[Element]:
        """References show the part that is marked: `Table 3`."""
        named = (run(f"{label}\u00a0"), field(rf"SEQ {label} \* ARABIC", str(number)))
        yield from bookmarked(named, anchor, next(self._bookmarks)) if anchor else named
        yield run(f". {words}")
