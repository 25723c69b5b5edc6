"""How Finnish denies: a verb of denial has the person, and the verb its bare stem, which is the imperative's form, too."""

from __future__ import annotations

from typing import Final

from interview2flow.languages.fi.imperative import imperative
from interview2flow.languages.phrase import Word

DENYING: Final = {
    ("1", "Sing"): "en",
    ("2", "Sing"): "et",
    ("3", "Sing"): "ei",
    ("1", "Plur"): "emme",
    ("2", "Plur"): "ette",
    ("3", "Plur"): "eivät",
}
TO_BE: Final = frozenset({"on", "ovat", "olen", "olet", "olemme", "olette"})
PASSIVE: Final = ("taan", "tään", "daan", "dään")
PRESENT: Final = frozenset({"Mood=Ind", "Tense=Pres"})


def denied(verb: Word) -> str | None:
    """The verb with its denial: "on" → "ei ole", "puuttuu" → "ei puutu", "hyväksytään" → "ei hyväksytä"."""
    form = verb.form.lower()
    if not verb.morph >= PRESENT:
        return None
    if form.endswith(PASSIVE):
        return f"ei {form[:-2]}"
    named = dict(feature.split("=", 1) for feature in verb.morph if "=" in feature)
    person = DENYING.get((named.get("Person", ""), named.get("Number", "")))
    stem = "ole" if form in TO_BE else imperative(verb.lemma)
    return f"{person} {stem}" if person and stem else None
