"""What has changed since an earlier version, a sentence for each change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from interview2flow.exporters._manual.content import Line
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill
from interview2flow.languages import texts
from interview2flow.model import Event, EventKind, FactKind, Gateway, Lane, Node, Process, Task
from interview2flow.model.differences import Aspect, Difference, Kind, Way, compare
from interview2flow.model.paths import following


@dataclass(frozen=True, kw_only=True)
class Changes:
    """The changes from one version of a process to the one that the manual is about."""

    draft: Draft
    earlier: Process

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The words for changes in the process's language."""
        return texts(self.draft.process.language, "changes")

    def sentences(self) -> Iterator[Line]:
        """Steps by their numbers, then steps that are gone, then the rest."""
        for difference in sorted(compare(self.earlier, self.draft.process), key=self._place):
            yield from map(_capitalised, self._told(difference))

    def _place(self, difference: Difference) -> tuple[int, int]:
        if difference.element in self.draft.numbers:
            return 0, self.draft.numbers[difference.element]
        return (1, self._former[difference.element]) if difference.element in self._former else (2, 0)

    @cached_property
    def _former(self) -> dict[str, int]:
        return {task.id: number for number, task in enumerate(self.earlier.tasks, 1)}

    @cached_property
    def _parts(self) -> dict[str, Lane | Node]:
        """All roles and nodes; as they are now where they are in both versions."""
        return {part.id: part for process in (self.earlier, self.draft.process) for part in (*process.lanes, *process.nodes)}

    def _told(self, difference: Difference) -> Iterator[Line]:
        part = self._parts[difference.element]
        if difference.aspect is Aspect.NEXT:
            yield from self._ways(difference)
        elif isinstance(part, Task):
            yield from self._step(part, difference)
        elif difference.name and difference.aspect in {None, Aspect.NAME}:
            words = self.words[_kind(part)][difference.aspect or difference.kind]
            yield fill(words, name=difference.name, before=difference.before or "…", after=difference.after)

    def _step(self, task: Task, difference: Difference) -> Iterator[Line]:
        words = self.words["step"]
        match difference:
            case Difference(kind=Kind.REMOVED):
                yield fill(words["removed"], name=self.draft.name(task), number=str(self._former[task.id]))
            case Difference(kind=Kind.ADDED):
                role = self.draft.process.lane_of(task)
                sentence = words["added" if role and role.named else "added_open"]
                yield fill(sentence, step=self.draft.reference(task), name=self.draft.name(task), role=role.name if role else "")
            case Difference(aspect=Aspect.FACTS, fact=FactKind.COMPLAINT):
                return  # told in confidence
            case Difference(aspect=Aspect.FACTS):
                yield self._turned(self.words["facts"][difference.fact], ("changed", "given", "gone"), task, difference)
            case Difference(aspect=Aspect.NAME):
                before, after = (self._called(task, name) for name in (difference.before, difference.after))
                if before != after:
                    named = replace(difference, before=before, after=after)
                    yield self._turned(words, ("name", "name_given", "name_gone"), task, named)
            case Difference(aspect=Aspect.ROLE):
                yield self._turned(words, ("role", "role_given", "role_gone"), task, difference)

    def _called(self, task: Task, name: str) -> str:
        """What the manual calls a step of this name."""
        return self.draft.name(replace(task, name=name)).text if name else ""

    def _turned(self, words: Mapping[str, str], keys: tuple[str, str, str], task: Task, difference: Difference) -> Line:
        both, given, gone = keys
        key = gone if not difference.after else both if difference.before else given
        return fill(words[key], step=self.draft.reference(task), before=difference.before, after=difference.after)

    def _ways(self, difference: Difference) -> Iterator[Line]:
        """Ways that differ in their condition alone are one change."""
        words, source = self.words["way"], self._source(self._parts[difference.element])
        here, now, before = difference.element, self.draft.process, self.earlier
        come = [way for way in difference.come if way.condition or not _told_by_steps(here, way, having=now, lacking=before)]
        gone = [way for way in difference.gone if not _told_by_steps(here, way, having=before, lacking=now)]
        for way in list(gone):
            if after := next((other for other in come if other.target == way.target), None):
                gone.remove(way)
                come.remove(after)
                key = "condition_gone" if not after.condition else "condition" if way.condition else "condition_given"
                ends = {"source": source, "target": self._target(way)}
                yield fill(words[key], **ends, before=way.condition, after=after.condition)
        for key, ways in (("gone", gone), ("come", come)):
            for way in ways:
                sentence = words[f"{key}_if" if way.condition else key]
                yield fill(sentence, source=source, target=self._target(way), condition=way.condition)

    def _source(self, part: Lane | Node) -> Line:
        words = self.words["source"]
        if isinstance(part, Task):
            return fill(words["step"], step=self.draft.reference(part))
        start = isinstance(part, Event) and part.kind is EventKind.START
        return fill(words["event" if part.name and not start else "start"], name=part.name)

    def _target(self, way: Way) -> Line:
        words, part = self.words["target"], self._parts[way.target]
        if isinstance(part, Task):
            return fill(words["step"], step=self.draft.reference(part))
        end = isinstance(part, Event) and part.kind is EventKind.END
        return fill(words["event" if part.name and not end else "end"], name=part.name)


def _told_by_steps(source: str, way: Way, *, having: Process, lacking: Process) -> bool:
    """Whether a way that only one of two versions has is told by steps that only one of them has.

    These are the step that it leads to, or those between its ends in the other version.
    """
    known = {node.id for node in lacking.nodes}
    between = known - {node.id for node in having.nodes}
    waiting = [source]
    passed: set[str] = set()
    while waiting and way.target in known:
        here = waiting.pop()
        for path in following(lacking, here):
            if path.target.id == way.target and here != source:
                return True
            if path.target.id in between - passed:
                passed.add(path.target.id)
                waiting.append(path.target.id)
    return way.target not in known


def _kind(part: Lane | Node) -> str:
    match part:
        case Lane():
            return "role"
        case Gateway():
            return "decision"
        case _:
            return "event"


def _capitalised(line: Line) -> Line:
    first = line[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *line[1:])
