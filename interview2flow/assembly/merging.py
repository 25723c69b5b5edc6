"""Several interviews about one and the same work → one draft: what two people tell stands once, with the words of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from interview2flow.assembly.draft import Draft
from interview2flow.assembly.likeness import pair_up
from interview2flow.assembly.weaving import weave
from interview2flow.assembly.wording import Wording
from interview2flow.model import Actor, Extraction, Fact, Interviewee, Question, Relation, Step, Transcript


def merge(extractions: Sequence[Extraction], transcripts: Sequence[Transcript], *, wording: Wording) -> Draft:
    """All interviews as one draft; where they contradict each other it holds a question for each who was asked."""
    interviewees = {t.name: t.interviewee for t in transcripts if t.interviewee}
    merged = Draft(steps=(), relations=())
    for number, extraction in enumerate(extractions, 1):
        told = _named_by_role(_numbered(extraction, number), interviewees)
        merged = _merge_two(merged, told, interviewees.get(extraction.source), wording) if merged.steps else told
    return merged


def _numbered(extraction: Extraction, number: int) -> Draft:
    """The interview with step ids that no other interview has."""
    ids = {step.id: f"{number}.{step.id}" for step in extraction.steps}
    questions = (replace(q, about=ids.get(q.about or ""), source=q.source or extraction.source) for q in extraction.questions)
    return Draft(
        steps=tuple(replace(step, id=ids[step.id]) for step in extraction.steps),
        relations=_renamed(extraction.relations, ids),
        questions=tuple(questions),
    )


def _renamed(relations: Sequence[Relation], ids: dict[str, str]) -> tuple[Relation, ...]:
    return tuple(replace(r, source=ids.get(r.source, r.source), target=ids.get(r.target, r.target)) for r in relations)


def _named_by_role(draft: Draft, interviewees: dict[str, Interviewee]) -> Draft:
    """An interviewee who is called by name in another's interview stands in the lane of the own role."""
    roles = {i.name.casefold(): i.role for i in interviewees.values() if i.name and i.role}

    def renamed(actor: Actor | None) -> Actor | None:
        return replace(actor, name=roles[actor.name.casefold()]) if actor and actor.name.casefold() in roles else actor

    return replace(draft, steps=tuple(replace(step, actor=renamed(step.actor)) for step in draft.steps))


def _merge_two(known: Draft, told: Draft, teller: Interviewee | None, wording: Wording) -> Draft:
    pairs = pair_up(known.steps, told.steps)
    versions = {pairs[step.id]: step for step in told.steps if step.id in pairs}
    steps, questions = list[Step](), list[Question]()
    for step in known.steps:
        again = versions.get(step.id)
        steps.append(_both(step, again, teller) if again else step)
        if again and _disagree(step.actor, again.actor):
            questions += _who_does(step, again, wording)
    new = tuple(step for step in told.steps if step.id not in pairs)
    woven = weave(known.relations, _renamed(told.relations, pairs), shared=frozenset(versions), wording=wording)
    asked = (*known.questions, *(replace(q, about=pairs.get(q.about or "", q.about)) for q in told.questions))
    return Draft(
        steps=_in_telling_order(steps, new, told, pairs),
        relations=woven.relations,
        questions=(*asked, *questions, *woven.questions),
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


def _both(first: Step, again: Step, teller: Interviewee | None) -> Step:
    """One step with the words of both; who does it oneself knows best what it is called and who does it."""
    own = _is_own(again.actor, teller)
    return replace(
        again if own else first,
        id=first.id,
        actor=_agreed(first.actor, again.actor, own=own),
        evidence=(*first.evidence, *(e for e in again.evidence if e not in first.evidence)),
        facts=_all_facts(first.facts, again.facts),
        terms=first.terms | again.terms,
        confidence=max(first.confidence, again.confidence),
    )


def _agreed(first: Actor | None, again: Actor | None, *, own: bool) -> Actor | None:
    if _disagree(first, again):
        return again if own else None
    return again if own else first or again


def _is_own(actor: Actor | None, teller: Interviewee | None) -> bool:
    names = {name.casefold() for name in (teller.name, teller.role) if name} if teller else set[str]()
    return actor is not None and actor.name.casefold() in names


def _disagree(a: Actor | None, b: Actor | None) -> bool:
    return a is not None and b is not None and a.name.casefold() != b.name.casefold()


def _who_does(first: Step, again: Step, wording: Wording) -> list[Question]:
    """One and the same question to both, each with the own words."""
    if first.actor is None or again.actor is None:
        return []
    ask = wording.who_does.format(first=first.actor.name, second=again.actor.name)
    told = (step.evidence[0] for step in (first, again) if step.evidence)
    return [Question(ask=ask, about=first.id, source=words.source, evidence=words) for words in told]


def _all_facts(first: tuple[Fact, ...], again: tuple[Fact, ...]) -> tuple[Fact, ...]:
    known = {(fact.kind, fact.value.casefold()) for fact in first}
    return (*first, *(fact for fact in again if (fact.kind, fact.value.casefold()) not in known))
