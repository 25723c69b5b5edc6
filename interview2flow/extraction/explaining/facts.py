"""What is told with a step, and where."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction.explaining.parts import Part
from interview2flow.extraction.steps.mention import Mention

QUESTION: Final = "What is told with it?"


def why_facts(doc: Doc, mention: Mention) -> Part:
    """The facts with the words they come from."""
    told = [
        f"{fact.kind} “{fact.value}”" + (f" from “{fact.evidence.quote}”" if fact.evidence else "")
        for fact in doc._.facts.get(mention.id, ())
    ]
    return Part(QUESTION, "; ".join(told) or "nothing")
