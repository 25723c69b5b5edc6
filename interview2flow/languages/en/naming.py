"""How English names what an action is done to."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.languages.phrase import Word

THE = "the"
OWNERS = frozenset({"'s", "’s", "'", "’"})
"""What belongs to the word before it: "the driver's tablet"."""
POINTING = frozenset({"my", "me", "our", "your", "their", "his", "her", "its", "this", "that", "these", "those"})


def object_phrase(words: Sequence[Word]) -> list[str]:
    """The words as said; whose it is does not matter in a manual: "my report" → "the report"."""
    named: list[str] = []
    for word in words:
        if word.form in OWNERS and named:
            named[-1] += word.form
        else:
            named.append(THE if word.form.lower() in POINTING and not word.head else _spelt(word))
    return named


def _spelt(word: Word) -> str:
    return word.form if word.pos in {"PROPN", "NOUN"} else word.form.lower()
