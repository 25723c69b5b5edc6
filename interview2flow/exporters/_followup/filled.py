"""A sheet that came back: the answers, each with its question, as they stand in the file."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Final

from interview2flow.errors import UnknownFormatError

FORMATS: Final = ("docx", "md")
"""The endings of the files that sheets come back in, without the dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A question as the sheet puts it, and what was written below it, empty where nothing was.

    `whom` is the heading that it stands under, `about` the id of what it is about, where the file has kept that.
    """

    question: str
    answer: str
    whom: str | None = None
    about: str | None = None


def filled(name: str, content: bytes, *, asked: Collection[str] = ()) -> tuple[Filled, ...]:
    """All questions of a sheet, in their order; none where the file is no such sheet.

    `asked` are the questions that may stand there: they are known again even where a program has done away with their style.

    Raises:
        UnknownFormatError: sheets are not written in this format.
        UnreadableFileError: the file cannot be understood.
    """
    ending = PurePath(name).suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise UnknownFormatError(ending, known=FORMATS)
    reader = import_module(f"{__package__}.from_{ending}")
    found: tuple[Filled, ...] = reader.read(name, content, frozenset(map(letters, asked)))
    return found


def letters(text: str) -> str:
    """What of a text nobody changes by reformatting it: its letters and digits."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
