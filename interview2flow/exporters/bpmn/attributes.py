"""Attributes of XML elements as typed values, and the other way round."""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import Final, TypeVar

from lxml import etree

from interview2flow.errors import InvalidProcessError

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML 1.0 file cannot hold."""

Choice = TypeVar("Choice", bound=StrEnum)


def writable(text: str) -> str:
    """The text as XML can hold it."""
    return NOT_XML.sub("\ufffd", text)


def add(parent: etree._Element, tag: str, **attributes: str | None) -> etree._Element:
    """A new last child; attributes that are None are left out."""
    child = etree.SubElement(parent, tag)
    for key, value in attributes.items():
        if value is not None:
            child.set(key, writable(value))
    return child


def label(element: etree._Element, *, known: str | None = None) -> str:
    """The name on a shape or arrow, on one line unless it is letter by letter the one that is known."""
    name = element.get("name", "")
    return name if name == known else " ".join(name.split())


def whole(element: etree._Element, key: str) -> int:
    """A whole number, 0 or more."""
    text = element.get(key, "")
    if not (text.isascii() and text.isdecimal() and len(text) < len("1000000000")):
        raise _wrong(element, key, text)
    return int(text)


def real(element: etree._Element, key: str, *, default: float | None = None) -> float:
    """A finite number."""
    text = element.get(key)
    if text is None and default is not None:
        return default
    try:
        number = float(text or "")
    except ValueError as error:
        raise _wrong(element, key, text or "") from error
    if not math.isfinite(number):
        raise _wrong(element, key, text or "")
    return number


def choice(element: etree._Element, key: str, kind: type[Choice]) -> Choice:
    """One of the values that there are."""
    text = element.get(key, "")
    try:
        return kind(text)
    except ValueError as error:
        raise _wrong(element, key, text) from error


def number(value: float) -> str:
    """The shortest form that reads back as the same number."""
    return str(int(value)) if value == int(value) else repr(value)


def _wrong(element: etree._Element, key: str, text: str) -> InvalidProcessError:
    return InvalidProcessError(f"{etree.QName(element).localname} has {key}={text[:40]!r}, which cannot be")
