"""Where the trained pipelines lie: inside the installed package, or in the repository beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from interview2flow.errors import UnknownLanguageError
from interview2flow.languages.catalogue import LANGUAGES

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_PLACES: Final = (_PACKAGE / "models", _PACKAGE.parent / "models")


def folder(language: str) -> Path:
    """The folder of a language's spaCy pipeline and table of lemmas.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    if language not in LANGUAGES:
        raise UnknownLanguageError(language, known=LANGUAGES)
    return place(language)


def place(name: str) -> Path:
    """A folder of trained parts by its name under `models/`."""
    return next((models for models in _PLACES if (models / name).is_dir()), _PLACES[0]) / name
