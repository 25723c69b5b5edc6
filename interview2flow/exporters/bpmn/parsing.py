"""Strange XML, opened safely: no entities, no document types, no network, no more than a process can need."""

from __future__ import annotations

from typing import Final

from lxml import etree

from interview2flow.errors import UnreadableFileError
from interview2flow.exporters.bpmn.vocabulary import BPMN

LARGEST: Final = 10_000_000
"""In bytes; 500 steps with all their quotes take about one million."""


def parse(content: bytes, *, name: str, spaced: bool = True) -> etree._Element:
    """The root of a BPMN 2.0 file: `bpmn:definitions`; with `spaced=False` without the blanks that only indent it.

    Raises:
        UnreadableFileError: it is too large, no XML, no BPMN, or declares a document type.
    """
    if len(content) > LARGEST:
        raise UnreadableFileError(name, reason=f"it is larger than {LARGEST // 1_000_000} MB")
    try:
        root = etree.fromstring(content, _parser(spaced=spaced))
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise UnreadableFileError(name, reason=f"it is no well-formed XML ({_first_line(error)})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFileError(name, reason="it declares a document type, which BPMN files do not and which is unsafe")
    if root.tag != BPMN + "definitions":
        raise UnreadableFileError(name, reason=f"it is no BPMN 2.0 file, since it starts with <{etree.QName(root).localname}>")
    return root


def _parser(*, spaced: bool) -> etree.XMLParser:
    # A parser for each call: lxml's are not meant to be shared between threads. libxml2 keeps its own limits on depth (256)
    # and on what entities may grow to, as long as huge_tree is off.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=not spaced,
    )


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
