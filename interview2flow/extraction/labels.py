"""How a step is called in a manual: verb first, its object named, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause, relation
from interview2flow.extraction.steps.mention import Mention


@dataclass(frozen=True, slots=True)
class Label:
    """`text` is the wording, `action` the verb's lemma, `terms` the lemmas of the content words."""

    text: str
    action: str
    terms: frozenset[str]


def find_labels(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> dict[str, Label]:
    """By mention, its label, worded by the first telling."""
    return {mention.id: _label(doc, clauses[mention.tellings[0]]) for mention in mentions}


def _label(doc: Doc, clause: Clause) -> Label:
    head = doc[clause.head]
    objects = [child for child in head.children if relation(child) == "obj" or child.dep_ == "nsubj:pass"]
    words = [doc[i].text for child in objects for i in clause.tokens if child.left_edge.i <= i <= child.right_edge.i]
    content = {doc[i].lemma_.lower() for i in clause.tokens if doc[i].pos_ in {"NOUN", "VERB", "PROPN", "ADJ", "NUM"}}
    return Label(" ".join([head.lemma_, *words]), head.lemma_, frozenset(content))


@Language.component("i2f_labels")
def labels(doc: Doc) -> Doc:
    """Sets `doc._.labels`."""
    doc._.labels = find_labels(doc, doc._.clauses, doc._.mentions)
    return doc
