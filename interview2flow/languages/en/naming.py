"""How English names what an action is done to."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.languages.phrase import Word

THE = "the"
POINTING = frozenset({"my", "me", "our", "your", "their", "his", "her", "its", "this", "that", "these", "those"})


def object_phrase(words: Sequence[Word]) -> list[str]:
    """The words as said; whose it is does not matter in a manual: "my report" → "the report"."""
    return [THE if word.form.lower() in POINTING and not word.head else _spelt(word) for word in words]


def _spelt(word: Word) -> str:
    return word.form if word.pos in {"PROPN", "NOUN"} else word.form.lower()
