"""Interviews from files, one module per format, found by the file's ending.

A format module has one function, `read(name: str, content: bytes) -> tuple[Turn, ...]`, which raises nothing but our own errors.
Speakers and times are never invented. What formats have in common lies in `form`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules
from typing import Final

from interview2flow.errors import EmptyInterviewError, UnknownFormatError
from interview2flow.model import Transcript

FORMATS: Final = tuple(sorted(module.name for module in iter_modules(__path__) if not module.ispkg))
"""The endings that can be read, without the dot."""


def read(name: str, content: bytes) -> Transcript:
    """An interview from a file's name and content.

    Raises:
        UnknownFormatError: the ending is not known.
        UnreadableFileError: the file cannot be understood.
        EmptyInterviewError: there are no words in it.
    """
    ending = PurePath(name).suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        raise UnknownFormatError(ending, known=FORMATS)
    turns = import_module(f"{__name__}.{ending}").read(name, content)
    if not any(letter.isalnum() for turn in turns for letter in turn.text):
        raise EmptyInterviewError(name)
    return Transcript(name=name, turns=turns)


__all__ = ["FORMATS", "read"]
