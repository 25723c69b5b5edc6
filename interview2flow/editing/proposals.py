"""What a new draft would bring to an edited process, one proposal at a time: nothing that was edited is overwritten.

Three versions are looked at: the `base` that was drafted before, the `edited` process that the coordinator made of it, and the
`new` draft of the same interviews and some more. What `new` has beyond `base` is proposed for `edited`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from interview2flow.editing.matching import same_steps, told_together
from interview2flow.model import Evidence, Fact, Gateway, Process, Provenance, Task
from interview2flow.model.paths import following, preceding


class Kind(StrEnum):
    """What would be done."""

    ADD_STEP = "add step"
    REMOVE_STEP = "remove step"
    RENAME = "rename"
    REASSIGN = "reassign"
    ADD_FACT = "add fact"
    ADD_WORDS = "add words"
    ADD_WAY = "add way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One change that a new draft suggests. `about` is a step of the edited process: the one to change or to stand behind.

    `mine` and `theirs` say how it reads now and how it would; `role` is who does a new step, and `follows` what comes right
    before it, be that new, too; `contested` is True where the coordinator had changed the very same thing.
    """

    kind: Kind
    theirs: str
    about: str | None = None
    to: str | None = None
    mine: str = ""
    role: str = ""
    follows: str = ""
    contested: bool = False
    evidence: tuple[Evidence, ...] = ()
    step: Task | None = None
    fact: Fact | None = None

    @property
    def key(self) -> str:
        """By what a proposal that was turned down is known again."""
        return f"{self.kind} {self.about or '-'} {self.to or '-'} {self.theirs}"


@dataclass(frozen=True)
class _Versions:
    base: Process
    edited: Process
    new: Process
    in_base: dict[str, str] = field(init=False)
    in_edited: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "in_base", same_steps(self.new, self.base))
        known = {task.id for task in self.edited.tasks}
        through = {mine: theirs for mine, theirs in self.in_base.items() if theirs in known}
        rest = {mine: theirs for mine, theirs in same_steps(self.new, self.edited).items() if mine not in through}
        taken = set(through.values())
        object.__setattr__(self, "in_edited", through | {m: t for m, t in rest.items() if t not in taken})


def proposals(base: Process, edited: Process, new: Process) -> tuple[Proposal, ...]:
    """What is still to be decided, in the order of the new draft; what was settled is not asked again."""
    versions = _Versions(base, edited, new)
    found = (*_new_steps(versions), *_changes(versions), *_ways(versions), *_lost(versions))
    return tuple(proposal for proposal in found if proposal.key not in edited.settled)


def _new_steps(versions: _Versions) -> Iterator[Proposal]:
    for task in versions.new.tasks:
        known = task.id in versions.in_base or task.id in versions.in_edited
        if known or told_together(task.evidence, versions.edited.dismissed):
            continue
        lane = versions.new.lane_of(task)
        yield Proposal(
            kind=Kind.ADD_STEP,
            theirs=task.name,
            about=_before(versions, task),
            role=lane.name if lane and lane.named else "",
            follows=_follows(versions, task),
            evidence=task.evidence,
            step=task,
        )


def _follows(versions: _Versions, task: Task) -> str:
    """What the step right before a new one is called now, or would be."""
    earlier = next((path.source for path in preceding(versions.new, task.id) if isinstance(path.source, Task)), None)
    if earlier is None:
        return ""
    known = versions.in_edited.get(earlier.id)
    return versions.edited.node(known).name if known else earlier.name


def _before(versions: _Versions, task: Task) -> str | None:
    """The nearest step before a new one that the edited process knows."""
    seen, here = {task.id}, [task.id]
    while here:
        earlier = [path.source.id for node in here for path in preceding(versions.new, node)]
        for node in earlier:
            if node in versions.in_edited:
                return versions.in_edited[node]
        here = [node for node in dict.fromkeys(earlier) if node not in seen]
        seen.update(here)
    return None


def _changes(versions: _Versions) -> Iterator[Proposal]:
    by_id = {task.id: task for task in versions.edited.tasks}
    for theirs in versions.new.tasks:
        mine = by_id.get(versions.in_edited.get(theirs.id, ""))
        if mine is None:
            continue
        was = versions.base.node(versions.in_base[theirs.id]) if theirs.id in versions.in_base else None
        if isinstance(was, Task):
            yield from _renamed(was, mine, theirs)
            yield from _reassigned(versions, was, mine, theirs)
        yield from _told_more(mine, theirs)


def _renamed(was: Task, mine: Task, theirs: Task) -> Iterator[Proposal]:
    if theirs.name not in {was.name, mine.name}:
        yield Proposal(
            kind=Kind.RENAME,
            about=mine.id,
            mine=mine.name,
            theirs=theirs.name,
            contested=mine.name != was.name,
            evidence=theirs.evidence,
        )


def _reassigned(versions: _Versions, was: Task, mine: Task, theirs: Task) -> Iterator[Proposal]:
    before, now = versions.base.lane_of(was), versions.edited.lane_of(mine)
    told = versions.new.lane_of(theirs)
    if told and told.named and told.name not in {before.name if before else "", now.name if now else ""}:
        yield Proposal(
            kind=Kind.REASSIGN,
            about=mine.id,
            mine=now.name if now else "",
            theirs=told.name,
            contested=mine.actor is Provenance.EDITED,
            evidence=theirs.evidence,
        )


def _told_more(mine: Task, theirs: Task) -> Iterator[Proposal]:
    known = {(fact.kind, fact.value.casefold()) for fact in mine.facts}
    for fact in theirs.facts:
        if (fact.kind, fact.value.casefold()) not in known:
            said = (fact.evidence,) if fact.evidence else ()
            yield Proposal(kind=Kind.ADD_FACT, about=mine.id, theirs=fact.value, fact=fact, evidence=said)
    words = tuple(words for words in theirs.evidence if not told_together((words,), mine.evidence))
    if words:
        yield Proposal(kind=Kind.ADD_WORDS, about=mine.id, theirs=" … ".join(said.quote for said in words), evidence=words)


def _ways(versions: _Versions) -> Iterator[Proposal]:
    """Arrows between known steps that neither the last draft nor the edited process has."""
    before = _arrows(versions.base, {task.id: task.id for task in versions.base.tasks})
    known = {(source, target) for source, target, _ in _arrows(versions.edited, {t.id: t.id for t in versions.edited.tasks})}
    drafted = {(source, target) for source, target, _ in before}
    to_base = {theirs: versions.in_base.get(mine) for mine, theirs in versions.in_edited.items()}
    reached = _reached(versions)
    for source, target, when in _arrows(versions.new, versions.in_edited):
        told = (source, target) in known or (to_base.get(source), to_base.get(target)) in drafted
        if not told and target not in reached[source]:
            yield Proposal(kind=Kind.ADD_WAY, about=source, to=target, theirs=when)


def _reached(versions: _Versions) -> dict[str, set[str]]:
    """By step of the edited process, what it leads to over steps that the new draft knows nothing of."""
    own = {task.id for task in versions.edited.tasks} - set(versions.in_edited.values())
    reached = {task.id: {path.target.id for path in following(versions.edited, task.id)} for task in versions.edited.tasks}
    for targets in reached.values():
        here = targets & own
        while here:
            further = {target for step in here for target in reached[step]} - targets
            targets.update(further)
            here = further & own
    return reached


def _arrows(process: Process, ids: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (ids[task.id], ids[path.target.id], ", ".join(flow.name for flow in path.conditions))
        for task in process.tasks
        if task.id in ids
        for path in following(process, task.id)
        if path.target.id in ids and not isinstance(path.target, Gateway) and ids[task.id] != ids[path.target.id]
    ]


def _touched(task: Task) -> bool:
    """Whether the coordinator changed anything of a step."""
    return Provenance.EDITED in {task.provenance, task.actor, *(fact.provenance for fact in task.facts)}


def _lost(versions: _Versions) -> Iterator[Proposal]:
    """Steps of the last draft that the new one does not find any more, where nobody edited them.

    What was told in an interview that was taken out, and so was not read again, stays.
    """
    read = {interview.name for interview in versions.new.interviews}
    told = set(versions.in_base.values())
    drafted = {task.id: task for task in versions.base.tasks}
    for task in versions.edited.tasks:
        if task.id not in drafted or task.id in told or _touched(task):
            continue
        if all(words.source in read for words in task.evidence):
            yield Proposal(kind=Kind.REMOVE_STEP, about=task.id, theirs=task.name, mine=task.name, evidence=task.evidence)
