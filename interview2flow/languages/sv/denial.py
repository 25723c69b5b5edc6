"""How Swedish denies: the finite verb is followed by "inte"."""

from __future__ import annotations

from interview2flow.languages.phrase import Word


def denied(verb: Word) -> str | None:
    """The verb with its denial."""
    return f"{verb.form.lower()} inte" if "VerbForm=Fin" in verb.morph else None
