"""What extraction writes on a Doc: every value is computed first and stored here last."""

from __future__ import annotations

from typing import Any, Final

from spacy.tokens import Doc

FIELDS: Final[dict[str, Any]] = {
    "transcript": None,  # model.Transcript: the interview itself
    "asked": (),  # tuple[bool, ...]: by turn, whether the interviewer speaks
    "clauses": (),  # tuple[clauses.Clause, ...]
    "mentions": (),  # tuple[steps.Mention, ...]
    "actors": {},  # {mention id: model.Actor | None}
    "facts": {},  # {mention id: tuple[model.Fact, ...]}
    "open_points": (),  # tuple[model.Question, ...]
    "labels": {},  # {mention id: labels.Label}
    "conditions": None,  # conditions.Conditions: by telling
    "denials": (),  # tuple[model.Step, ...]: what is said not to be done
    "relations": (),  # tuple[model.Relation, ...]
}


def register() -> None:
    """Makes the fields known to spaCy; may be called again."""
    for name, default in FIELDS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
