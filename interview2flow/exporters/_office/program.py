"""Where LibreOffice is, on the systems that we know."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from interview2flow.errors import OfficeMissingError

NAMES: Final = ("soffice", "libreoffice")
MAC: Final = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
WINDOWS: Final = ("ProgramFiles", "ProgramFiles(x86)")
"""The variables that name the folders of programs."""


def installed() -> bool:
    """Whether LibreOffice can be used here."""
    return next(_places(), None) is not None


def program() -> Path:
    """LibreOffice's program.

    Raises:
        OfficeMissingError: it is not installed, or not where it is looked for.
    """
    if found := next(_places(), None):
        return found
    raise OfficeMissingError


def _places() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES if (found := shutil.which(name)))
    folders = (os.environ.get(name) for name in WINDOWS)
    usual = (MAC, *(Path(folder) / "LibreOffice" / "program" / "soffice.exe" for folder in folders if folder))
    yield from (place for place in usual if place.is_file())
