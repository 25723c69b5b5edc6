"""How Finnish names what an action is done to: the accusative becomes the nominative that stands beside an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow.languages import texts
from interview2flow.languages.phrase import Word

GENITIVE = "Case=Gen"
ALIKE = 3
"""So many first letters a dictionary form shares with its word, or all but its last two; else it is taken for a mistake."""


def object_phrase(words: Sequence[Word]) -> list[str]:
    """Turns "hyväksytyn laskun" into "hyväksytty lasku"; a partitive stays as it is: "laskua"."""
    kept = [word for word in words if word.head or not _pointing(word)]
    singular = any(word.head and GENITIVE in word.morph for word in kept)
    return [_nominative(word) if word.direct and _of_object(word, joined=singular) else _spelt(word) for word in kept]


def _of_object(word: Word, *, joined: bool) -> bool:
    """Whether the word itself is the object, agrees with it, or is a further one: "tilin ja kustannuspaikan"."""
    return word.head or word.agrees or (joined and word.rel == "conj")


def _pointing(word: Word) -> bool:
    return word.pos in {"PRON", "DET"} and (word.lemma in texts("fi", "labels")["pointing"] or word.rel == "det")


def _nominative(word: Word) -> str:
    form = _spelt(word)
    if GENITIVE not in word.morph or "Number=Plur" in word.morph or not form.endswith("n"):
        return form
    for ending, base in texts("fi", "labels")["participles"].items():
        if word.pos in {"VERB", "ADJ"} and form.endswith(ending):
            return form.removesuffix(ending) + str(base)
    shared = min(ALIKE, max(len(word.lemma) - 2, 1))
    if word.pos != "VERB" and word.lemma[:shared].lower() == form[:shared].lower():
        return word.lemma if word.pos == "PROPN" or not form[0].isupper() else word.lemma.capitalize()
    return form


def _spelt(word: Word) -> str:
    return word.form if word.pos in {"PROPN", "NOUN"} else word.form.lower()
