"""Numbered headings and lists: ours put beside those of a template, and what a heading's number looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from string import ascii_uppercase
from typing import Final, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from interview2flow.exporters.docx.elements import Element, attribute, element

NAME: Final = PackURI("/word/numbering.xml")
PLACE: Final = re.compile(r"%([1-9])")
ROMAN: Final = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def _roman(count: int) -> str:
    written = ""
    for letters, worth in ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written


def _letter(count: int) -> str:
    return ascii_uppercase[(count - 1) % len(ascii_uppercase)]


WRITTEN: Final[dict[str | None, Callable[[int], str]]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "upperLetter": _letter,
    "lowerLetter": lambda count: _letter(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "decimalZero": "{:02}".format,
}
"""How numbers are written that are not plain."""


def numbering_of(document: Document) -> Element:
    """The template's definitions of numbers and bullets; an empty list of them where it has none."""
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return cast("Element", relation.target_part.element)
    empty = cast("BaseOxmlElement", element("w:numbering"))
    part = NumberingPart(NAME, CONTENT_TYPE.WML_NUMBERING, empty, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return cast("Element", part.element)


def adopt(theirs: Element, ours: Element, number: str) -> tuple[str, Element]:
    """Puts one of our lists beside the template's; gives the number that it has there, and the list."""
    abstract = deepcopy(cast("Element", _abstract(ours, number)))
    name, new = str(_next(theirs, "w:abstractNum", "w:abstractNumId")), str(_next(theirs, "w:num", "w:numId"))
    abstract.set(qn("w:abstractNumId"), name)
    nums = theirs.findall(qn("w:num"))
    if nums:
        nums[0].addprevious(abstract)
    else:
        theirs.append(abstract)
    [abstract, *nums][-1].addnext(element("w:num", element("w:abstractNumId", val=name), numId=new))
    return new, abstract


def level(numbering: Element, number: str, depth: str) -> Element | None:
    """How a list numbers one of its levels; None where there is no such list."""
    abstract = _abstract(numbering, number)
    levels = () if abstract is None else abstract.findall(qn("w:lvl"))
    return next((found for found in levels if found.get(qn("w:ilvl")) == depth), None)


def label(levels: Sequence[Element | None], counted: Sequence[int]) -> str:
    """The number of a heading as Word shows it; empty where headings of its level have none."""
    last = levels[len(counted) - 1]
    shape = None if last is None else attribute(last, "w:lvlText")
    if shape is None:
        return ""
    written = [_written(count, shaped) for count, shaped in zip(counted, levels, strict=False)]
    return PLACE.sub(lambda match: written[int(match[1]) - 1] if int(match[1]) <= len(written) else "", shape).strip()


def _written(count: int, shaped: Element | None) -> str:
    form = None if shaped is None else attribute(shaped, "w:numFmt")
    return WRITTEN[form](count) if form in WRITTEN else str(count)


def _abstract(numbering: Element, number: str) -> Element | None:
    """What a list's number stands for."""
    nums = (num for num in numbering.findall(qn("w:num")) if num.get(qn("w:numId")) == number)
    wanted = next((attribute(num, "w:abstractNumId") for num in nums), None)
    known = numbering.findall(qn("w:abstractNum"))
    return next((each for each in known if each.get(qn("w:abstractNumId")) == wanted), None)


def _next(numbering: Element, tag: str, name: str) -> int:
    return max((int(each.get(qn(name), 0)) for each in numbering.findall(qn(tag))), default=0) + 1
