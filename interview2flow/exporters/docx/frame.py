"""The document that something is written into, ours or a company's: where it stands, in which styles, on which pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import count

from docx.document import Document
from docx.oxml.ns import qn

from interview2flow.exporters._manual.content import Text
from interview2flow.exporters.docx.contents import Spot, existing
from interview2flow.exporters.docx.elements import Element, element, paragraph
from interview2flow.exporters.docx.faces import theme_fonts
from interview2flow.exporters.docx.measures import Shapes
from interview2flow.exporters.docx.outline import outline
from interview2flow.exporters.docx.pages import Page, Papers, page_of
from interview2flow.exporters.docx.pagination import height, pages
from interview2flow.exporters.docx.running import Titled, describe, running
from interview2flow.exporters.docx.sections import Sections
from interview2flow.exporters.docx.template.loosening import drop_unused
from interview2flow.exporters.docx.template.place import CONTENTS, MANUAL, section_at, surroundings
from interview2flow.exporters.docx.template.stories import fill_all
from interview2flow.exporters.docx.template.styles import Styles


class Frame:
    """Takes what is written, piece by piece, and puts it where it belongs.

    Its placeholders are filled first, so that words of the manual are never taken for one.
    """

    def __init__(self, document: Document, about: Titled, values: Mapping[str, Text]) -> None:
        self.document, self._about = document, about
        self._body: Element = document.element.body
        self._around = surroundings(document)
        self._styles = Styles(document)
        fill_all(document, values, called=self._styles.called)
        running(document, about, self._around.section, dress=self._styles.dress)
        self._sections = Sections(document, self._around.section, self._shapes())
        self._contents: Spot | None = None
        self.bookmarks = count(_last_bookmark(document) + 1)
        if self._around.places[MANUAL].on_new_page:
            self.put([paragraph([], element("w:pageBreakBefore"), style="SectionEnd")])

    @property
    def papers(self) -> Papers:
        """The pages that there are."""
        return self._sections.papers

    def tells(self, placeholder: str) -> bool:
        """Whether the template's own text has a placeholder, so that its value need not be told again."""
        return placeholder in self._around.told

    def put(self, content: Iterable[Element], *, place: str = MANUAL) -> None:
        """Puts content where a placeholder stands, below what has been put there already."""
        for each in content:
            self._around.places[place].put(self._styles.dress(each), dress=self._styles.dress)

    def put_contents(self) -> None:
        """A table of contents comes here, unless the template has a place for it."""
        self._contents = existing(self._body)
        if self._contents is None:
            marker = paragraph([])
            self.put([marker], place=CONTENTS if CONTENTS in self._around.places else MANUAL)
            self._contents = Spot([marker])

    def section_end(self, page: Page) -> Element:
        """What closes a section of pages of one kind."""
        return self._sections.end(page)

    def height(self, content: Iterable[Element], page: Page) -> float:
        """How high content is on a page, in points."""
        root = element("w:body", *(self._styles.dress(each) for each in content))
        return height(root, self._shapes(), page.room[0])

    def finish(self, page: Page) -> None:
        """Closes the last section, whose pages are of that kind, lists the contents, and says what the file is."""
        if self._around.goes_on and page != self.papers.text:
            self.put([self.section_end(page)])
            page = self.papers.text
        self._sections.close(page)
        for place in self._around.places.values():
            place.clear(dress=self._styles.dress)
        if self._contents:
            self._list(self._contents)
        drop_unused(self.document)
        describe(self.document, self._about)

    def _list(self, spot: Spot) -> None:
        """Twice: the list itself takes room, and so moves what it lists."""
        entries = outline(self._body, self._styles, bookmarks=self.bookmarks, deepest=spot.deepest)
        if not entries:
            return
        width = page_of(section_at(self._body, spot.standing[0])).text_width
        fill = partial(spot.fill, entries, styles=self._styles, width=width, heading=self._about.labels.contents)
        fill({})
        fill(pages(self._body, self._shapes(), head=self._sections.head.needed, foot=self._sections.foot.needed))

    def _shapes(self) -> Shapes:
        return Shapes(self._styles.element, theme_fonts(self.document))


def _last_bookmark(document: Document) -> int:
    numbers = (mark.get(qn("w:id"), "") for mark in document.element.iter(qn("w:bookmarkStart")))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
