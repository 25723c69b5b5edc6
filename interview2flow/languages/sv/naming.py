"""How Swedish names what an action is done to."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.languages.phrase import Word

POINTING = frozenset(
    {
        "min",
        "mitt",
        "mina",
        "vår",
        "vårt",
        "våra",
        "din",
        "ditt",
        "dina",
        "sin",
        "sitt",
        "sina",
        "hans",
        "hennes",
        "deras",
        "dess",
        "ert",
        "er",
    }
)
PLACING = frozenset({"där", "här"})


def object_phrase(words: Sequence[Word]) -> list[str]:
    """The words as said, without whose it is and without pointing: "min rapport" → "rapport", "den där listan" → "listan"."""
    kept = [word for word in words if word.head or word.form.lower() not in POINTING | PLACING]
    return [_spelt(word) for word in kept if word.head or not _bare_article(word, kept)]


def _bare_article(word: Word, kept: Sequence[Word]) -> bool:
    """A "den" before a definite noun with no adjective between them says nothing."""
    adjectives = any(other.rel == "amod" for other in kept)
    return word.rel == "det" and word.lemma in {"den", "denna"} and not adjectives


def _spelt(word: Word) -> str:
    return word.form if word.pos in {"PROPN", "NOUN"} else word.form.lower()
