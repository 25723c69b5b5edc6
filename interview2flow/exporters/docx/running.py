"""What stands on every page, and what the file says of itself."""

from __future__ import annotations

from string import Formatter
from typing import Protocol

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Labels
from interview2flow.exporters.docx.elements import Element, paragraph, run
from interview2flow.exporters.docx.fields import field


class Titled(Protocol):
    """What a document says of itself."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def subtitle(self) -> str:
        """What it is."""

    @property
    def status(self) -> str:
        """What stands behind the title on every page."""

    @property
    def locale(self) -> str:
        """The language's code, with the country."""

    @property
    def labels(self) -> Labels:
        """Words beside the content."""


def running(document: Document, manual: Titled) -> None:
    """Title and status above each page but the first, the page's number below each; later sections go on with them."""
    first = document.sections[0]
    first.different_first_page_header_footer = True
    _put(first.header, paragraph([run(" · ".join(filter(None, (manual.title, manual.status))))], style="Header"))
    _put(first.footer, _page_number(manual))
    _put(first.first_page_footer, _page_number(manual))


def describe(document: Document, manual: Titled) -> None:
    """The title and the language; nobody's name, and no date that nobody gave."""
    properties = document.core_properties
    properties.title = clean(manual.title)[:255]
    properties.subject = clean(manual.subtitle)[:255]
    properties.language = manual.locale
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), manual.locale)
        language.set(qn("w:eastAsia"), manual.locale)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), manual.locale)


def _put(place: _Header | _Footer, content: Element) -> None:
    place.is_linked_to_previous = False
    for old in list(place._element):  # noqa: SLF001  # python-docx opens it in no other way
        old.getparent().remove(old)
    place._element.append(content)  # noqa: SLF001


def _page_number(manual: Titled) -> Element:
    parts = {"page": field("PAGE", "1"), "pages": field("NUMPAGES", "1")}
    content: list[Element] = []
    for words, place, _, _ in Formatter().parse(manual.labels.page):
        content += [run(words)] if words else []
        content += [parts[place]] if place else []
    return paragraph(content, style="Footer")
