"""How English denies: helping verbs take "not", all others "do not"."""

from __future__ import annotations

from typing import Final

from interview2flow.languages.phrase import Word

HELPING: Final = frozenset(
    {"do", "does", "did", "has", "have", "had", "will", "would", "should", "must", "could", "may", "might"}
)
SHORT: Final = {"'s": " is not", "'re": " are not", "'ve": " have not", "'ll": " will not", "can": "cannot"}
TO_BE: Final = frozenset({"is", "are", "was", "were"})


def denied(verb: Word) -> str | None:
    """The verb with its denial."""
    form = verb.form.lower()
    if form in SHORT:
        return SHORT[form]
    if form in TO_BE or (verb.pos == "AUX" and form in HELPING):
        return f"{form} not"
    if verb.pos != "VERB" or "VerbForm=Fin" not in verb.morph:
        return None
    if "Tense=Past" in verb.morph:
        return f"did not {verb.lemma}"
    return f"does not {verb.lemma}" if form != verb.lemma else f"do not {verb.lemma}"
