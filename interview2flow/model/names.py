"""Names and titles as people type them."""

from __future__ import annotations


def tidy(text: str) -> str:
    """A name on one line, without characters that cannot be seen."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
