"""What follows what: the arrows between steps, with their conditions, from the thread of the interview."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.flow.finding import find_relations
from interview2flow.extraction.order import thread_of

__all__ = ["find_relations", "flow"]


@Language.component("i2f_flow")
def flow(doc: Doc) -> Doc:
    """Sets `doc._.relations`."""
    doc._.relations = find_relations(thread_of(doc), doc._.conditions)
    return doc
