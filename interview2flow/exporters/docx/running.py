"""What stands on every page, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Callable
from string import Formatter
from typing import Final, Protocol

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Labels
from interview2flow.exporters.docx.elements import Element, paragraph, run
from interview2flow.exporters.docx.fields import field
from interview2flow.exporters.docx.sections import FOOTER, HEADER, running_parts

SEEN: Final = tuple(map(qn, ("w:drawing", "w:pict", "w:fldSimple", "w:fldChar", "w:ptab")))
"""What shows something without being words."""


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


def running(document: Document, manual: Titled, section: Element, *, dress: Callable[[Element], Element]) -> None:
    """Title and status above each page but the first, the page's number below each; a template's own stay as they are."""
    shown = running_parts(document, section).items()
    has_header, has_footer = (any(place[0] == tag and _says(part.element) for place, part in shown) for tag in (HEADER, FOOTER))
    ours = Section(section, document.part)  # type: ignore[arg-type]
    if not has_header and not has_footer:
        ours.different_first_page_header_footer = True
    if not has_header:
        title = run(" · ".join(filter(None, (manual.title, manual.status))))
        _put(ours.header, dress(paragraph([title], style="Header")))
    if not has_footer:
        _put(ours.footer, dress(_page_number(manual)))
    if not has_footer and ours.different_first_page_header_footer:
        _put(ours.first_page_footer, dress(_page_number(manual)))


def describe(document: Document, manual: Titled) -> None:
    """The title and the language; nobody's name, and no date that nobody gave."""
    properties = document.core_properties
    properties.title = properties.title or clean(manual.title)[:255]
    properties.subject = properties.subject or clean(manual.subtitle)[:255]
    properties.language = manual.locale
    for language in (*document.styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        _speak(language, manual.locale)


def _speak(language: Element, locale: str) -> None:
    """Has spelling checked in the manual's language; a template in that language keeps its country."""
    if language.get(qn("w:val"), "").partition("-")[0] != locale.partition("-")[0]:
        language.set(qn("w:val"), locale)
        if language.get(qn("w:eastAsia")):
            language.set(qn("w:eastAsia"), locale)


def _says(root: Element) -> bool:
    """Whether anything is to be seen in a header or footer."""
    return any((text.text or "").strip() for text in root.iter(qn("w:t"))) or next(root.iter(*SEEN), None) is not None


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
