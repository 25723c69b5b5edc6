"""Several interviews about one and the same work → one draft: what two people tell stands once, with the words of both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from interview2flow.assembly.disagreeing import contradict, disagreements
from interview2flow.assembly.draft import Draft
from interview2flow.assembly.likeness import pair_up
from interview2flow.assembly.roles import full_name
from interview2flow.assembly.weaving import weave
from interview2flow.model import Actor, Extraction, Fact, Interviewee, Provenance, Relation, Step, Transcript


def merge(extractions: Sequence[Extraction], transcripts: Sequence[Transcript], *, language: str) -> Draft:
    """All interviews as one draft; where two contradict each other it holds both versions."""
    people = {t.name: t.interviewee for t in transcripts if t.interviewee}
    merged = Draft(steps=(), relations=())
    for number, extraction in enumerate(extractions, 1):
        others = [who for source, who in people.items() if source != extraction.source]
        told = _named_by_role(_numbered(extraction, number), people.values(), others)
        merged = _merge_two(merged, told, people, language) if merged.steps else told
    return merged


def _numbered(extraction: Extraction, number: int) -> Draft:
    """The interview with step ids that no other interview has."""
    ids = {step.id: f"{number}.{step.id}" for step in extraction.steps}
    questions = (replace(q, about=ids.get(q.about or ""), source=q.source or extraction.source) for q in extraction.questions)
    return Draft(
        steps=tuple(replace(step, id=ids[step.id]) for step in extraction.steps),
        relations=_renamed(extraction.relations, ids),
        questions=tuple(questions),
        denied=extraction.denied,
    )


def _renamed(relations: Sequence[Relation], ids: dict[str, str]) -> tuple[Relation, ...]:
    return tuple(replace(r, source=ids.get(r.source, r.source), target=ids.get(r.target, r.target)) for r in relations)


def _named_by_role(draft: Draft, people: Collection[Interviewee], others: Collection[Interviewee]) -> Draft:
    """An interviewee who is called by name, or by one of the `others` by half the role, stands in the lane of the own role."""
    by_name = {who.name.casefold(): who.role for who in people if who.name and who.role}
    roles = {who.role for who in others if who.role}

    def renamed(actor: Actor | None) -> Actor | None:
        if actor is None:
            return None
        return replace(actor, name=by_name.get(actor.name.casefold()) or full_name(actor.name, roles))

    def named(steps: Iterable[Step]) -> tuple[Step, ...]:
        return tuple(replace(step, actor=renamed(step.actor)) for step in steps)

    return replace(draft, steps=named(draft.steps), denied=named(draft.denied))


def _merge_two(known: Draft, told: Draft, people: Mapping[str, Interviewee], language: str) -> Draft:
    pairs = pair_up(known.steps, told.steps)
    again = {pairs[step.id]: step for step in told.steps if step.id in pairs}
    both = {step.id: (step, again[step.id]) for step in known.steps if step.id in again}
    steps = [_both(*both[step.id], people) if step.id in both else step for step in known.steps]
    new = tuple(step for step in told.steps if step.id not in pairs)
    told = replace(told, relations=_renamed(told.relations, pairs))
    asked = (replace(question, about=pairs.get(question.about or "", question.about)) for question in told.questions)
    return Draft(
        steps=_in_telling_order(steps, new, told, pairs),
        relations=weave(known.relations, told.relations, shared=frozenset(both)),
        questions=(*known.questions, *asked),
        disagreements=(*known.disagreements, *disagreements(known, told, both, language=language)),
        denied=(*known.denied, *told.denied),
    )


def _in_telling_order(known: Sequence[Step], new: Sequence[Step], told: Draft, pairs: dict[str, str]) -> tuple[Step, ...]:
    """New steps stand after the step that their teller told before them."""
    order = list(known)
    before: str | None = None
    fresh = {step.id for step in new}
    for step in told.steps:
        if step.id in fresh:
            place = next((i + 1 for i, s in enumerate(order) if s.id == before), 0 if pairs else len(order))
            order.insert(place, step)
        before = pairs.get(step.id, step.id)
    return tuple(order)


def _both(first: Step, again: Step, people: Mapping[str, Interviewee]) -> Step:
    """One step with the words of both; who does it oneself knows best what it is called and who does it."""
    own = _is_own(again, people) and not _is_own(first, people)
    return replace(
        again if own else first,
        id=first.id,
        actor=_agreed(first, again, people),
        evidence=(*first.evidence, *(e for e in again.evidence if e not in first.evidence)),
        facts=_all_facts(first.facts, again.facts),
        terms=first.terms | again.terms,
        confidence=max(first.confidence, again.confidence),
    )


def _agreed(first: Step, again: Step, people: Mapping[str, Interviewee]) -> Actor | None:
    """Of two versions that of whom does it oneself, else nobody; what was told goes before what was concluded."""
    one, other = first.actor, again.actor
    if contradict(one, other):
        own, too = _is_own(first, people), _is_own(again, people)
        return None if own == too else other if too else one
    stated = (actor for actor in (one, other) if actor and actor.provenance is Provenance.STATED)
    return next(stated, one or other)


def _is_own(step: Step, people: Mapping[str, Interviewee]) -> bool:
    """Whether one of those who tell the step says that it is the own work."""
    tellers = (people[said.source] for said in step.evidence if said.source in people)
    names = {name.casefold() for who in tellers for name in (who.name, who.role) if name}
    return step.actor is not None and step.actor.name.casefold() in names


def _all_facts(first: tuple[Fact, ...], again: tuple[Fact, ...]) -> tuple[Fact, ...]:
    known = {(fact.kind, fact.value.casefold()) for fact in first}
    return (*first, *(fact for fact in again if (fact.kind, fact.value.casefold()) not in known))
