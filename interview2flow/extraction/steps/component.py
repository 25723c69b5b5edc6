"""Finds steps among the clauses."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause, relation
from interview2flow.extraction.steps.mention import Mention


def find_steps(doc: Doc, clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """The clauses that tell a step, each as one mention."""
    kept = [clause for clause in clauses if _looks_like_step(doc, clause)]
    return tuple(Mention(f"s{number}", (clause.index,), 0.5) for number, clause in enumerate(kept, 1))


def _looks_like_step(doc: Doc, clause: Clause) -> bool:
    head = doc[clause.head]
    if clause.asked or head.pos_ != "VERB" or clause.mark:
        return False
    present = "Pres" in head.morph.get("Tense") or "Pass" in head.morph.get("Voice")
    return present and any(relation(child) in {"obj", "nsubj"} and child.pos_ == "NOUN" for child in head.children)


@Language.component("i2f_steps")
def steps(doc: Doc) -> Doc:
    """Sets `doc._.mentions`, one per telling."""
    doc._.mentions = find_steps(doc, doc._.clauses)
    return doc
