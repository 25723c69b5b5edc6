"""What two people tell differently of the steps that both tell of: every contradiction is kept with the words of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

import networkx as nx

from interview2flow.assembly.draft import Draft, work_graph
from interview2flow.assembly.order import Course
from interview2flow.assembly.roles import same_role
from interview2flow.languages.quantities import counts, hours, numbers
from interview2flow.model import (
    END,
    START,
    Actor,
    Condition,
    Disagreement,
    Evidence,
    Fact,
    FactKind,
    Matter,
    Provenance,
    Relation,
    Step,
    Version,
)

TIMES: Final = (FactKind.WORK_TIME, FactKind.WAIT_TIME)
LONGER: Final = 1.4
"""Times so many times as long are two times; what is rounded differently is one."""
NEAR: Final = 2
"""So many turns from the step: the question after it, and the answer."""
SURE: Final = 0.5
"""Arrows that are less likely than this contradict nobody."""
STEM: Final = 4
"""Words with so many first letters in common speak of the same thing."""

Both = Mapping[str, tuple[Step, Step]]
"""By the known step's id, what the one and the other tell of it."""


def disagreements(known: Draft, told: Draft, both: Both, *, language: str) -> tuple[Disagreement, ...]:
    """All contradictions, each once; the relations of `told` speak of shared steps by their known ids."""
    once: dict[tuple[Matter, str | None, str, str], Disagreement] = {}
    for found in _all(known, told, both, language):
        once.setdefault((found.matter, found.about, found.one.text.casefold(), found.other.text.casefold()), found)
    return tuple(once.values())


def _all(known: Draft, told: Draft, both: Both, language: str) -> Iterator[Disagreement]:
    for step_id, (one, other) in both.items():
        yield from _actors(step_id, one, other)
        yield from _times(step_id, one, other, language)
        yield from _counts(step_id, one, other, language)
    yield from _conditions(known.relations, told.relations, language)
    yield from _orders(known.relations, told.relations, both)
    yield from _occurrences((step for step in known.steps if step.id not in both), told.denied)
    retold = {again.id for _, again in both.values()}
    yield from _occurrences((step for step in told.steps if step.id not in retold), known.denied)


def contradict(one: Actor | None, other: Actor | None) -> bool:
    """Whether both say who does it, and not the same; what is only concluded contradicts nobody."""
    if one is None or other is None or same_role(one.name, other.name):
        return False
    return one.provenance is other.provenance is Provenance.STATED


def _actors(step_id: str, one: Step, other: Step) -> Iterator[Disagreement]:
    if one.actor and other.actor and contradict(one.actor, other.actor):
        yield Disagreement(
            matter=Matter.ACTOR,
            one=Version(text=one.actor.name, evidence=one.evidence[:1]),
            other=Version(text=other.actor.name, evidence=other.evidence[:1]),
            about=step_id,
        )


def _times(step_id: str, one: Step, other: Step, language: str) -> Iterator[Disagreement]:
    """Times of the one kind of which none is about as long as one of the other's."""
    for kind in TIMES:
        mine, theirs = ([fact for fact in step.facts if fact.kind is kind and _told_with(fact, step)] for step in (one, other))
        if mine and theirs and not any(_as_long(a, b, language) for a, b in product(mine, theirs)):
            versions = (Version(text=fact.value, evidence=_places(fact.evidence)) for fact in (mine[0], theirs[0]))
            first, second = versions
            yield Disagreement(matter=Matter.AMOUNT, one=first, other=second, about=step_id)


def _counts(step_id: str, one: Step, other: Step, language: str) -> Iterator[Disagreement]:
    """Other numbers of the same thing, in the words that the step is told with."""
    mine, theirs = (_counted(step, language) for step in (one, other))
    for thing in sorted(mine.keys() & theirs.keys()):
        if {value for value, _ in mine[thing]}.isdisjoint(value for value, _ in theirs[thing]):
            first, second = mine[thing][0][1], theirs[thing][0][1]
            yield Disagreement(matter=Matter.AMOUNT, one=first, other=second, about=step_id)


def _counted(step: Step, language: str) -> dict[str, list[tuple[float, Version]]]:
    """By what is counted, each number with where it is told."""
    found: dict[str, list[tuple[float, Version]]] = {}
    for said in step.evidence:
        for thing, (value, text) in counts(said.quote, language).items():
            found.setdefault(thing, []).append((value, Version(text=text, evidence=(said,))))
    return found


def _told_with(fact: Fact, step: Step) -> bool:
    """Whether it is said where the step is told: from further away it may have been meant of something else."""
    said = fact.evidence
    return said is not None and any(e.source == said.source and abs(e.turn - said.turn) <= NEAR for e in step.evidence)


def _as_long(one: Fact, other: Fact, language: str) -> bool:
    """Also where it cannot be told."""
    a, b = hours(one.value, language), hours(other.value, language)
    return not a or not b or max(a, b) < LONGER * min(a, b)


def _conditions(known: Sequence[Relation], told: Sequence[Relation], language: str) -> Iterator[Disagreement]:
    """Conditions of the same way, or of ways out of or into the same step, that name other numbers of the same thing."""
    found: dict[tuple[str, str], Disagreement] = {}
    for one, other in product(_numbered(known, language), _numbered(told, language)):
        about = _shared_end(one, other)
        if about and one.condition and other.condition and _contradict(one.condition, other.condition, language):
            first, second = (Version(text=c.text, evidence=_places(c.evidence)) for c in (one.condition, other.condition))
            same = Disagreement(matter=Matter.CONDITION, one=first, other=second, about=about)
            found.setdefault((first.text, second.text), same)
    yield from found.values()


def _numbered(relations: Iterable[Relation], language: str) -> list[Relation]:
    return [r for r in relations if r.condition and numbers(r.condition.text, language)]


def _shared_end(one: Relation, other: Relation) -> str | None:
    """The step that both ways leave, or to which both lead."""
    shared = ({one.source} & {other.source}) | ({one.target} & {other.target})
    return next((end for end in (one.source, one.target) if end in shared - {START, END}), None)


def _contradict(one: Condition, other: Condition, language: str) -> bool:
    differ = numbers(one.text, language).isdisjoint(numbers(other.text, language))
    return differ and not _stems(one.text).isdisjoint(_stems(other.text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in text.casefold().split() if len(word) >= STEM and not any(map(str.isdigit, word)))


def _orders(known: Sequence[Relation], told: Sequence[Relation], both: Both) -> Iterator[Disagreement]:
    """Two steps of which the one comes right before the other for one, and later for the other."""
    mine, theirs = _course(known, both), _course(told, both)
    reported: set[frozenset[str]] = set()
    for course, opposite in ((theirs, mine), (mine, theirs)):
        for first, second in _right_before(course, both):
            pair = frozenset((first, second))
            if pair not in reported and _only_before(course, first, second) and _only_before(opposite, second, first):
                reported.add(pair)
                yield _order(*((second, first) if course is theirs else (first, second)), both)


def _only_before(course: Course, first: str, second: str) -> bool:
    """Whether work runs from the first to the second, and never back: in a loop either comes first."""
    return course.reach(first, {second}) and not nx.has_path(course.graph, second, first)


def _course(relations: Sequence[Relation], both: Both) -> Course:
    ids = dict.fromkeys((*both, *(end for r in relations for end in (r.source, r.target) if end not in {START, END})))
    return Course.of(work_graph(ids, [r for r in relations if r.confidence >= SURE]))


def _right_before(course: Course, both: Both) -> Iterator[tuple[str, str]]:
    return ((step, after) for step in both for after in course.onward[step] if after in both)


def _order(first: str, second: str, both: Both) -> Disagreement:
    """`first` comes first for the one, `second` for the other; each is shown with the words for what comes first."""
    one, other = both[first][0], both[second][1]
    versions = (Version(text=step.label, evidence=step.evidence[:1]) for step in (one, other))
    told_first, told_second = versions
    return Disagreement(matter=Matter.ORDER, one=told_first, other=told_second, about=first)


def _occurrences(steps: Iterable[Step], denied: Sequence[Step]) -> Iterator[Disagreement]:
    """Steps that the one tells and the other says are not done."""
    for step in steps:
        denial = next((denial for denial in denied if _denied(step, denial)), None)
        if denial is not None:
            done = Version(text=_quoted(step), evidence=step.evidence[:1])
            not_done = Version(text=_quoted(denial), evidence=denial.evidence)
            yield Disagreement(matter=Matter.OCCURRENCE, one=done, other=not_done, about=step.id)


def _denied(step: Step, denial: Step) -> bool:
    same_action = step.action == denial.action or not step.meanings.isdisjoint(denial.meanings)
    same_thing = bool(step.terms & denial.terms - {step.action, denial.action})
    others_work = step.actor and denial.actor and not same_role(step.actor.name, denial.actor.name)
    return same_action and same_thing and not others_work


def _quoted(step: Step) -> str:
    return step.evidence[0].quote if step.evidence else step.label


def _places(evidence: Evidence | None) -> tuple[Evidence, ...]:
    return (evidence,) if evidence else ()
