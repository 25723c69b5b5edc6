"""The same step told twice becomes one."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause, relation
from interview2flow.extraction.steps.mention import Mention


def merge_retellings(doc: Doc, clauses: Sequence[Clause], told: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions with the same verb and object joined; ids are given anew in the order first told."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in told:
        groups.setdefault(_key(doc, clauses[mention.tellings[0]]), []).append(mention)
    return tuple(
        Mention(f"s{number}", tuple(sorted(t for m in group for t in m.tellings)), max(m.probability for m in group))
        for number, group in enumerate(groups.values(), 1)
    )


def _key(doc: Doc, clause: Clause) -> tuple[str, ...]:
    head = doc[clause.head]
    objects = sorted(child.lemma_.lower() for child in head.children if relation(child) == "obj" and child.pos_ != "PRON")
    return (head.lemma_.lower(), *objects) if objects else (str(clause.index),)


@Language.component("i2f_retelling")
def retelling(doc: Doc) -> Doc:
    """Sets `doc._.mentions` anew, retellings merged."""
    doc._.mentions = merge_retellings(doc, doc._.clauses, doc._.mentions)
    return doc
