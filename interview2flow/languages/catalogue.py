"""Texts and word lists of a language, from `languages/<code>/<catalogue>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from interview2flow.errors import UnknownLanguageError

LANGUAGES: Final = ("en", "fi", "sv")


@cache
def texts(language: str, catalogue: str) -> Mapping[str, Any]:
    """One catalogue of a language: `texts("sv", "manual")["headings"]["purpose"]`.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    if language not in LANGUAGES:
        raise UnknownLanguageError(language, known=LANGUAGES)
    return tomllib.loads((files(__package__) / language / f"{catalogue}.toml").read_text(encoding="utf-8"))
