"""The manual's parts, one after the other, into a Word document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from docx.document import Document

from interview2flow.exporters._manual.content import Chapter, Flowchart, Form, Heading, Manual, Paragraph, Table
from interview2flow.exporters.docx.captions import Captions
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.flowchart import INTRODUCTION, Picture, Space
from interview2flow.exporters.docx.frame import Frame
from interview2flow.exporters.docx.lines import bookmarked, runs
from interview2flow.exporters.docx.pages import Page
from interview2flow.exporters.docx.pictures import placed
from interview2flow.exporters.docx.tables import table
from interview2flow.exporters.docx.template.place import CONTROL

FORMS = {Form.BODY: "BodyText", Form.BULLET: "ListBullet", Form.NUMBERED: "ListNumber", Form.NOTE: "Note"}
BELOW_TABLE = 240
"""Twips between a table and the words below it."""
Draw = Callable[[Space], Sequence[Picture]]
"""Makes the pictures of the flowchart, for the pages that there are."""


def write(document: Document, manual: Manual, *, draw: Draw | None = None, listed: bool = True) -> None:
    """Fills the document: title page, contents, chapters; then headers, footers and properties.

    A short document needs no table of contents: with `listed=False` it has none.
    """
    frame = Frame(document, manual, manual.fields)
    pen = _Pen(frame, manual, Captions(manual.labels, frame.bookmarks), draw)
    if frame.tells(CONTROL):
        frame.put(pen.control(), place=CONTROL)
    frame.put(pen.title_page())
    if listed:
        frame.put_contents()
    frame.put(pen.chapters())
    frame.finish(pen.last_page())


@dataclass(slots=True)
class _Pen:
    """Writes block by block, counting captions as it goes."""

    frame: Frame
    manual: Manual
    captions: Captions
    draw: Draw | None

    def title_page(self) -> Iterator[Element]:
        """Title, control block, and how to read the document, as far as the template does not tell it by itself."""
        if not self.frame.tells("title"):
            yield paragraph([run(self.manual.title)], style="Title")
            yield paragraph([run(self.manual.subtitle)], style="Subtitle")
        if not self.frame.tells(CONTROL):
            yield from self.control()
        for note in self.manual.legend:
            yield from self._block(note, self.frame.papers.text)

    def control(self) -> Iterator[Element]:
        """The control block."""
        if self.manual.control.rows:
            yield self._table(self.manual.control, self.frame.papers.text)

    def chapters(self) -> Iterator[Element]:
        """All chapters; where pages turn on their side, or back, a new section begins."""
        before = self.frame.papers.text
        for chapter in self.manual.chapters:
            page = self._page(chapter)
            if page != before:
                yield self.frame.section_end(before)
            yield from self._chapter(chapter, page, on_new_page=chapter.wide and page == before)
            before = page

    def last_page(self) -> Page:
        """The page that the last chapter stands on."""
        return self._page(self.manual.chapters[-1]) if self.manual.chapters else self.frame.papers.text

    def _page(self, chapter: Chapter) -> Page:
        return self.frame.papers.wide if chapter.wide else self.frame.papers.text

    def _chapter(self, chapter: Chapter, page: Page, *, on_new_page: bool) -> Iterator[Element]:
        marked = bookmarked([run(chapter.heading)], chapter.anchor, next(self.frame.bookmarks))
        yield paragraph(marked, *([element("w:pageBreakBefore")] if on_new_page else []), style="Heading1")
        for before, block, following in zip((None, *chapter.blocks), chapter.blocks, (*chapter.blocks[1:], None), strict=False):
            if isinstance(block, Flowchart):
                yield from self._pictures(block, page, above=self._above(chapter, block, page))
            else:
                apart, introduces = isinstance(before, Table), isinstance(following, Table | Flowchart)
                yield from self._block(block, page, apart=apart, introduces=introduces)

    def _block(
        self, block: Heading | Paragraph | Table, page: Page, *, apart: bool = False, introduces: bool = False
    ) -> Iterator[Element]:
        """Words stand `apart` from a table above them, and on one page with what they introduce."""
        match block:
            case Heading():
                yield paragraph([run(block.text)], style="Heading2")
            case Paragraph():
                keep = [element("w:keepNext")] if introduces else []
                room = [element("w:spacing", before=BELOW_TABLE)] if apart else []
                yield paragraph(runs(block.line), *keep, *room, style=FORMS[block.form])
            case Table():
                if block.caption:
                    yield self.captions.above_table(block)
                yield self._table(block, page)

    def _above(self, chapter: Chapter, chart: Flowchart, page: Page) -> float:
        """The room that the chapter's beginning takes from its first picture."""
        blocks = takewhile(lambda block: block is not chart, chapter.blocks)
        words = (each for block in blocks if isinstance(block, Heading | Paragraph) for each in self._block(block, page))
        return self.frame.height([paragraph([run(chapter.heading)], style="Heading1"), *words], page)

    def _pictures(self, chart: Flowchart, page: Page, *, above: float) -> Iterator[Element]:
        """The flowchart's parts with their captions; a part that needs another kind of page gets a section of its own."""
        space = Space(papers=self.frame.papers, introduction=max(above, INTRODUCTION))
        pictures = self.draw(space) if self.draw else ()
        current, count = page, sum(picture.part > 0 for picture in pictures)
        for number, picture in enumerate(pictures):
            if picture.page != current:
                yield self.frame.section_end(current)
                current = picture.page
            yield placed(self.frame.document, picture, chart, of=count)
            yield self.captions.below_figure(chart, part=picture.part, of=count, first=number == 0)
        if current != page:
            yield self.frame.section_end(current)

    def _table(self, content: Table, page: Page) -> Element:
        return table(content, width=page.text_width, bookmarks=self.frame.bookmarks)
