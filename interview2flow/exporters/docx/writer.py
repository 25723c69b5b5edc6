"""The manual's parts, one after the other, into a Word document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby, zip_longest

from docx.document import Document

from interview2flow.exporters._manual.content import Block, Chapter, Flowchart, Form, Heading, Manual, Paragraph, Table
from interview2flow.exporters.docx.captions import Captions
from interview2flow.exporters.docx.contents import contents
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.flowchart import Picture
from interview2flow.exporters.docx.lines import bookmarked, runs
from interview2flow.exporters.docx.outline import Entry, outline
from interview2flow.exporters.docx.pages import LANDSCAPE, PORTRAIT, Page
from interview2flow.exporters.docx.pagination import pages
from interview2flow.exporters.docx.pictures import placed
from interview2flow.exporters.docx.running import describe, running
from interview2flow.exporters.docx.tables import table

FORMS = {Form.BODY: None, Form.BULLET: "ListBullet", Form.NUMBERED: "ListNumber", Form.NOTE: "Note"}


def write(document: Document, manual: Manual, *, pictures: Sequence[Picture], listed: bool = True) -> None:
    """Fills the document: title page, contents, chapters; then headers, footers and properties.

    A short document needs no table of contents: with `listed=False` it has none.
    """
    body = document.element.body
    last = body.sectPr
    entries = outline(manual)
    pen = _Pen(document, manual, pictures, iter(entries), Captions(manual.labels))
    table_of_contents = contents(manual.labels.contents, entries, {})
    for made in (*pen.title_page(), *([table_of_contents] if listed else []), *pen.chapters(last)):
        last.addprevious(made)
    if listed:
        found = pages(body, document.styles.element)
        body.replace(table_of_contents, contents(manual.labels.contents, entries, found))
    running(document, manual)
    describe(document, manual)


@dataclass(slots=True)
class _Pen:
    """Writes block by block, counting bookmarks, captions and headings as it goes."""

    document: Document
    manual: Manual
    pictures: Sequence[Picture]
    entries: Iterator[Entry]
    captions: Captions
    bookmarks: count[int] = field(default_factory=lambda: count(1))

    def title_page(self) -> Iterator[Element]:
        """Title, control block, and how to read the document."""
        yield paragraph([run(self.manual.title)], style="Title")
        yield paragraph([run(self.manual.subtitle)], style="Subtitle")
        yield self._table(self.manual.control, PORTRAIT)
        for note in self.manual.legend:
            yield from self._block(note, PORTRAIT)

    def chapters(self, last: Element) -> Iterator[Element]:
        """All chapters; where pages turn on their side, or back, a new section begins. `last` is the last section's shape."""
        groups = [(wide, list(group)) for wide, group in groupby(self.manual.chapters, key=lambda chapter: chapter.wide)]
        for number, (wide, chapters) in enumerate(groups, 1):
            page = LANDSCAPE if wide else PORTRAIT
            for place, chapter in enumerate(chapters):
                yield from self._chapter(chapter, page, on_new_page=wide and place > 0)
            if number < len(groups):
                yield _section_end(page)
            else:
                last[:] = page.shape()

    def _chapter(self, chapter: Chapter, page: Page, *, on_new_page: bool) -> Iterator[Element]:
        yield self._heading(chapter.heading, *([element("w:pageBreakBefore")] if on_new_page else []))
        for block, following in zip_longest(chapter.blocks, chapter.blocks[1:]):
            yield from self._block(block, page, introduces=isinstance(following, Table | Flowchart))

    def _block(self, block: Block, page: Page, *, introduces: bool = False) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block.text)
            case Paragraph():
                keep = [element("w:keepNext")] if introduces else []
                yield paragraph(runs(block.line), *keep, style=FORMS[block.form])
            case Table():
                if block.caption:
                    yield self.captions.above_table(block.caption)
                yield self._table(block, page)
            case _:
                yield from self._pictures(block, page)

    def _pictures(self, chart: Flowchart, page: Page) -> Iterator[Element]:
        """The flowchart's parts with their captions; a part that needs another kind of page gets a section of its own."""
        current = page
        for number, picture in enumerate(self.pictures, 1):
            if picture.page != current:
                yield _section_end(current)
                current = picture.page
            yield placed(self.document, picture, chart, number=number, of=len(self.pictures))
            yield self.captions.below_figure(chart, number=number, of=len(self.pictures))
        if current != page:
            yield _section_end(current)

    def _heading(self, words: str, *properties: Element) -> Element:
        entry = next(self.entries)
        marked = bookmarked([run(words)], entry.anchor, next(self.bookmarks))
        return paragraph(marked, *properties, style=f"Heading{entry.level}")

    def _table(self, content: Table, page: Page) -> Element:
        return table(content, width=page.text_width, bookmarks=self.bookmarks)


def _section_end(page: Page) -> Element:
    """What closes a section of pages of one kind."""
    return paragraph([], element("w:sectPr", *page.shape()), style="SectionEnd")
