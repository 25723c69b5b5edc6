"""The Word file as a package: what it starts from, and how it is written so that the same content gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can hold; it stands for no time at all."""

ANY_SYSTEM: Final = 0
"""The zip format's code for files without a system's own rights."""


def base() -> Document:
    """An empty manual with our styles, from the files under `base/`."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, data in _parts(files(__package__) / "base"):
            package.writestr(entry(name), data)
    content.seek(0)
    return docx.Document(content)


def pack(document: Document) -> bytes:
    """The document's file, without a trace of when and where it was made."""
    written, content = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as package, ZipFile(content, "w", ZIP_DEFLATED) as result:
        for name in package.namelist():
            result.writestr(entry(name), package.read(name))
    return content.getvalue()


def _parts(folder: Traversable, path: str = "") -> Iterator[tuple[str, bytes]]:
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.is_dir():
            yield from _parts(part, f"{path}{part.name}/")
        else:
            yield f"{path}{part.name}", part.read_bytes()


def entry(name: str) -> ZipInfo:
    """A file in a zip, without a trace of when and where it was put there."""
    made = ZipInfo(name, EARLIEST)
    made.compress_type = ZIP_DEFLATED
    made.create_system = ANY_SYSTEM
    return made
