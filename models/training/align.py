"""Gold quotes found again in the parsed interviews: which clause tells which step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.document import TURNS
from models.training.cases import Case, as_list

PREDICATES = {"VERB": 3, "AUX": 2}
SAYING_NOTHING = frozenset({"do", "be", "göra", "vara", "tehdä", "olla"})


@dataclass(frozen=True, slots=True)
class Told:
    """A gold step (or, with `step` None, a passage that tells none) told by a clause of an interview of the case."""

    step: str | None
    doc: int
    clause: int
    start: int
    end: int


def quotes(case: Case) -> Iterator[tuple[str | None, str]]:
    """Every quote with the step it tells; None for the passages that tell none."""
    for name, step in case.steps.items():
        for quote in as_list(step.get("quote")):
            yield name, str(quote)
    for passage in as_list(case.gold.get("not_steps")):
        yield None, str(passage)


def places(doc: Doc, quote: str) -> Iterator[tuple[int, int]]:
    """Token spans of the quote; searched turn by turn."""
    for span in doc.spans[TURNS]:
        at = span.text.find(quote) if len(span) else -1
        while at >= 0:
            found = span.char_span(at, at + len(quote), alignment_mode="expand")
            if found is not None:
                yield found.start, found.end
            at = span.text.find(quote, at + 1)


def align(case: Case) -> list[Told]:
    """All quotes of a case by the clauses that tell them; a quote that occurs in several places is taken at the first."""
    found = []
    for step, quote in quotes(case):
        for number, doc in enumerate(case.docs):
            first = next(places(doc, quote), None)
            if first is None:
                continue
            clause = best_clause(doc, *first)
            if clause is not None:
                found.append(Told(step, number, clause.index, *first))
            break
    return found


def best_clause(doc: Doc, start: int, end: int) -> Clause | None:
    """The clause whose words the passage is: its head inside, most of its words shared, subordinate ones last."""
    within = [clause for clause in doc._.clauses if start <= clause.head < end]
    near = within or [clause for clause in doc._.clauses if clause.start < end and clause.end > start]
    return max(near, key=lambda clause: _fit(doc, clause, start, end), default=None)


def _fit(doc: Doc, clause: Clause, start: int, end: int) -> tuple[float, ...]:
    shared = sum(start <= token < end for token in clause.tokens)
    whole = len(clause.tokens) + (end - start) - shared
    above = clause.parent is None or not start <= doc._.clauses[clause.parent].head < end
    plain = doc[clause.head].lemma_ not in SAYING_NOTHING
    return (shared / whole + 0.3 * above + 0.1 * PREDICATES.get(doc[clause.head].pos_, 0) + 0.6 * plain, -clause.index)


def tellings(case: Case) -> dict[str, list[tuple[int, int]]]:
    """By gold step, the (doc, clause) pairs that tell it, in the order of the quotes."""
    by_step: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for told in align(case):
        if told.step is not None and (told.doc, told.clause) not in by_step[told.step]:
            by_step[told.step].append((told.doc, told.clause))
    return dict(by_step)


def beside(case: Case, aligned: list[Told]) -> set[tuple[int, int]]:
    """(doc, clause) pairs whose head lies in a step's quote that another clause tells: neither right nor wrong."""
    chosen = {(told.doc, told.clause) for told in aligned}
    return {
        (told.doc, clause.index)
        for told in aligned
        if told.step is not None
        for clause in case.docs[told.doc]._.clauses
        if told.start <= clause.head < told.end and (told.doc, clause.index) not in chosen
    }
