"""What is on which page of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import Destination


def headings(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """The headings among its bookmarks in their order, each with its page, from 1."""
    reader = PdfReader(BytesIO(pdf))
    return tuple((str(found.title), (reader.get_destination_page_number(found) or 0) + 1) for found in _flat(reader.outline))


def _flat(bookmarks: Iterable[Any]) -> Iterator[Destination]:
    for bookmark in bookmarks:
        if isinstance(bookmark, Destination):
            yield bookmark
        else:
            yield from _flat(bookmark)
