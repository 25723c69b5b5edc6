"""Ids that XML accepts, each only once in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from interview2flow.errors import InvalidProcessError
from interview2flow.exporters.bpmn.vocabulary import POOL

_FIRST: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
)
_FURTHER: Final = _FIRST + "\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
NCNAME: Final = re.compile(f"[{_FIRST}][{_FURTHER}]*")
"""The names that an xsd:ID may have (Namespaces in XML 1.0, without the rare planes)."""
NOT_FURTHER: Final = re.compile(f"[^{_FURTHER}]")


def identifier(element: etree._Element) -> str:
    """The id by which the process calls a node, lane or flow of the file; its place where it has none."""
    parent, own = element.getparent(), element.get("id")
    if own is None and parent is not None:
        own = f"{etree.QName(element).localname}_{parent.index(element)}"
    return legal(own or "")


def reference(element: etree._Element, key: str) -> str:
    """The id that an attribute refers to."""
    if not (referred := unprefixed(element.get(key, ""))):
        raise InvalidProcessError(f"{identifier(element)} has no {key}")
    return legal(referred)


def is_reference(element: etree._Element) -> bool:
    """Whether an element's text is the id of another."""
    return str(element.tag).endswith(("Ref", "Refs", "incoming", "outgoing"))


def unprefixed(name: str) -> str:
    """An id without the namespace prefix that some references carry."""
    return name.strip().rpartition(":")[2]


def legal(wanted: str) -> str:
    """The id itself where XML and the drawing accept it, else the nearest one that they do."""
    if wanted == POOL:
        return f"{wanted}_"
    if NCNAME.fullmatch(wanted):
        return wanted
    name = NOT_FURTHER.sub("_", wanted)
    return name if NCNAME.fullmatch(name) else f"_{name}"


class Identifiers:
    """Hands out ids for what stands in a file beside the process's own parts."""

    def __init__(self, own: Iterable[str], *, others: Iterable[str] = ()) -> None:
        self._taken = set(own)
        if POOL in self._taken:
            raise InvalidProcessError(f"the id {POOL} is kept for the pool")
        if wrong := sorted(name for name in self._taken if not NCNAME.fullmatch(name)):
            raise InvalidProcessError(f"the id {wrong[0]!r} cannot stand in XML")
        self._taken.update(others)

    def free(self, wanted: str) -> str:
        """The wanted id, or the next one that nothing else has."""
        while wanted in self._taken:
            wanted += "_"
        self._taken.add(wanted)
        return wanted
