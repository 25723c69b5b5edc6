"""How a language denies a statement by its finite verb."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from interview2flow.languages.phrase import Word

Deny = Callable[[Word], str | None]
"""A finite verb with its denial: en "accepts" → "does not accept", sv "godkänner" → "godkänner inte", fi "tulee" → "ei tule".

None where the denied form is not known for certain.
"""


@cache
def denial(language: str) -> Deny:
    """How a language does that: `languages/<code>/denial.py`, `denied`."""
    return cast("Deny", import_module(f"interview2flow.languages.{language}.denial").denied)
