"""The labels that every language has for speakers, and those that are none; a reader does not know the language yet."""

from __future__ import annotations

from functools import cache

from interview2flow.languages import LANGUAGES, texts


@cache
def words(kind: str) -> frozenset[str]:
    """All languages' words of that kind in `readers.toml`: "speakers", "not_speakers", "mail", "sender"."""
    return frozenset(word for language in LANGUAGES for word in texts(language, "readers")[kind])


def among(label: str, kind: str) -> bool:
    """Whether a label is one of those words, or one with a number ("Respondent 2")."""
    folded = label.casefold().strip(" .")
    return folded in words(kind) or folded.rstrip(" 0123456789") in words(kind)
