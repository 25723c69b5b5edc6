"""Finds steps among the clauses."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.steps import detector
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tree import Tree, tree_of


def find_steps(doc: Doc, clauses: Sequence[Clause]) -> tuple[Mention, ...]:
    """The clauses that tell a step, each as one mention; by rule where nothing has been trained."""
    if not clauses:
        return ()
    trained = detector.load()
    if trained is None:
        tree = tree_of(doc)
        kept = [(c.index, 0.5) for c, part in zip(clauses, frames(doc, clauses), strict=True) if _looks_like_step(tree, c, part)]
    else:
        kept = [(number, float(p)) for number, p in enumerate(trained.probabilities(doc, clauses)) if p >= trained.threshold]
    return tuple(Mention(f"s{number}", (clause,), round(p, 4)) for number, (clause, p) in enumerate(kept, 1))


def _looks_like_step(tree: Tree, clause: Clause, part: Frame) -> bool:
    """Told now, by the interviewee, of a thing: the rule before anything is learned."""
    if clause.asked or tree.pos[clause.head] != "VERB" or clause.mark:
        return False
    now = part.passive or "Tense=Past" not in tree.morph[clause.head]
    return now and (part.object is not None or part.passive)


@Language.component("i2f_steps")
def steps(doc: Doc) -> Doc:
    """Sets `doc._.mentions`, one per telling."""
    doc._.mentions = find_steps(doc, doc._.clauses)
    return doc
