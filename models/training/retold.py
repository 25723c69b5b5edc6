"""Clauses that tell a gold step once more though no quote says so.

They are neither right nor wrong for the step detector, and examples for the judge of retellings.
"""

from __future__ import annotations

from functools import cache

from interview2flow.extraction.frame import frames
from interview2flow.extraction.naming import Namer
from interview2flow.languages import texts
from models.scoring.wording import best
from models.training import align
from models.training.cases import Case, as_list

OTHERWISE_MEANT = ("condition", "negation", "asking", "hypothetical")
ALIKE = 0.6
"""How alike the clause's label and one of the step's wordings are at least (same measure as the scoring's)."""


def _verbs(case: Case) -> dict[str, set[str]]:
    return {
        name: {case.docs[doc][case.docs[doc]._.clauses[clause].head].lemma_ for doc, clause in told}
        for name, told in align.tellings(case).items()
    } | {name: set() for name in case.steps.keys() - align.tellings(case).keys()}


@cache
def retold(case: Case) -> dict[tuple[int, int], str]:
    """By (doc, clause), the step; only where one step alone is meant, and the clause is no condition."""
    aligned = align.align(case)
    taken = {(told.doc, told.clause) for told in aligned} | align.beside(case, aligned)
    wordings = {name: [str(step["do"]), *map(str, as_list(step.get("also")))] for name, step in case.steps.items()}
    cues = texts(case.language, "clauses")["cues"]
    other = frozenset(word for name in OTHERWISE_MEANT for word in cues[name])
    verbs = _verbs(case)
    found = {}
    for number, doc in enumerate(case.docs):
        steps = frozenset(told.clause for told in aligned if told.doc == number and told.step is not None)
        parts = frames(doc, doc._.clauses)
        namer = Namer(doc, doc._.clauses, parts, steps)
        for clause in doc._.clauses:
            said = {word for token in clause.tokens for word in (doc[token].lower_, doc[token].lemma_)}
            if (number, clause.index) in taken or doc[clause.head].pos_ != "VERB" or said & other:
                continue
            label = namer.label(clause.index)
            named = [name for name in wordings if doc[clause.head].lemma_ in verbs[name]]
            alike = [name for name in named if best(((label, word) for word in wordings[name]), case.language) >= ALIKE]
            if len(alike) == 1:
                found[number, clause.index] = alike[0]
    return found
