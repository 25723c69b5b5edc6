"""Under which condition a step is done: candidate passages, how likely each is, and how it reads on an arrow."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.conditions.finding import Conditions, Heard, find_conditions
from interview2flow.extraction.order import thread_of

__all__ = ["Conditions", "Heard", "conditions", "find_conditions"]


@Language.component("i2f_conditions")
def conditions(doc: Doc) -> Doc:
    """Sets `doc._.conditions`."""
    doc._.conditions = find_conditions(thread_of(doc))
    return doc
