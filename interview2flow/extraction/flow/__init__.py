"""What follows what: the arrows between steps, with their conditions, from the thread of the interview."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.flow.finding import find_relations
from interview2flow.extraction.thread import spin

__all__ = ["find_relations", "flow"]


@Language.component("i2f_flow")
def flow(doc: Doc) -> Doc:
    """Sets `doc._.relations`."""
    doc._.relations = find_relations(spin(doc, doc._.clauses, doc._.mentions), doc._.conditions)
    return doc
