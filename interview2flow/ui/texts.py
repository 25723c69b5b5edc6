"""The words of the interface, from `texts/<code>.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

LANGUAGES: Final = {"en": "English", "sv": "Svenska", "fi": "Suomi"}
FALLBACK: Final = "en"


class Words:
    """One language's words: `words("projects.title")`, `words("projects.interviews", count=3)`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._tree = tomllib.loads((files(__package__) / "texts" / f"{language}.toml").read_text(encoding="utf-8"))

    def __call__(self, key: str, **values: object) -> str:
        """The text at `key`, its `{names}` filled in; where a text has a form for one and for many, `count` chooses."""
        text = self._at(key)
        if isinstance(text, Mapping):
            text = text["one" if values.get("count") == 1 else "many"]
        return str(text).format(**values) if values else str(text)

    def part(self, key: str) -> Mapping[str, Any]:
        """A whole branch, for the editor's front end."""
        branch = self._at(key)
        if not isinstance(branch, Mapping):
            raise KeyError(key)
        return branch

    def _at(self, key: str) -> Any:
        place: Any = self._tree
        for step in key.split("."):
            place = place[step]
        return place


@cache
def words(language: str) -> Words:
    """The words of a language that LANGUAGES lists."""
    return Words(language)


def choose_language(*, setting: str | None, browser: str | None) -> str:
    """The language that was set; else the browser's (`sv-FI` → `sv`) where we speak it; else English."""
    for wish in (setting, browser):
        code = (wish or "").partition("-")[0].partition("_")[0].lower()
        if code in LANGUAGES:
            return code
    return FALLBACK
