"""Captions with numbers that Word keeps counting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from interview2flow.exporters._manual.content import Flowchart, Labels
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.fields import field


class Captions:
    """Numbers tables and figures, each in its own row."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._tables, self._figures = count(1), count(1)

    def above_table(self, words: str) -> Element:
        """`Table 3. The procedure, step by step`."""
        return paragraph(_caption(self._labels.table, next(self._tables), words), element("w:keepNext"), style="Caption")

    def below_figure(self, chart: Flowchart, *, number: int, of: int) -> Element:
        """`Figure 1. Flowchart: … (part 1 of 2)`."""
        words = chart.caption(part=number, parts=of)
        return paragraph(_caption(self._labels.figure, next(self._figures), words), style="FigureCaption")


def _caption(label: str, number: int, words: str) -> Iterator[Element]:
    yield run(f"{label} ")
    yield field(rf"SEQ {label} \* ARABIC", str(number))
    yield run(f". {words}")
