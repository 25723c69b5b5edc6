"""What stands on every page, and what the file says of itself."""

from __future__ import annotations

from string import Formatter

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Manual
from interview2flow.exporters.docx.elements import Element, paragraph, run
from interview2flow.exporters.docx.fields import field


def running(document: Document, manual: Manual) -> None:
    """Title and status above each page but the first, the page's number below each; later sections go on with them."""
    first = document.sections[0]
    first.different_first_page_header_footer = True
    _put(first.header, paragraph([run(f"{manual.title} · {manual.status}")], style="Header"))
    _put(first.footer, _page_number(manual))
    _put(first.first_page_footer, _page_number(manual))


def describe(document: Document, manual: Manual) -> None:
    """The title and the language; nobody's name, and no date that nobody gave."""
    properties = document.core_properties
    properties.title = clean(manual.title)[:255]
    properties.subject = manual.subtitle
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


def _page_number(manual: Manual) -> Element:
    parts = {"page": field("PAGE", "1"), "pages": field("NUMPAGES", "1")}
    content: list[Element] = []
    for words, place, _, _ in Formatter().parse(manual.labels.page):
        content += [run(words)] if words else []
        content += [parts[place]] if place else []
    return paragraph(content, style="Footer")
