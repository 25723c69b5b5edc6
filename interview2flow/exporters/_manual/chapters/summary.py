"""The summary: what the work is, in a few sentences, and how far this manual has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from interview2flow.exporters._manual.chapters.open_questions import asked
from interview2flow.exporters._manual.content import Chapter, Line, Paragraph, Reference, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import length, of_kind
from interview2flow.exporters._manual.lines import Part, fill, joined, listed, sentence
from interview2flow.exporters._manual.status import status_of
from interview2flow.languages.quantities import hours
from interview2flow.model import Fact, FactKind


def chapter(draft: Draft) -> Chapter:
    """Steps and roles, the longest wait, and what is still open."""
    words = draft.chapter("summary")
    lines = (sentence(line) for line in _sentences(draft, words))
    return Chapter(id="summary", heading=words["heading"], blocks=(Paragraph(joined(lines, " ")),))


def _sentences(draft: Draft, words: Mapping[str, Any]) -> Iterator[Line]:
    yield fill(words["what"], title=draft.process.title)
    yield _steps(draft, words)
    if roles := [draft.lane(lane) for lane in draft.process.lanes if lane.named]:
        yield _counted(draft, "roles", len(roles), names=listed(roles, draft.words["routes"]["and"]))
    if interviews := len(draft.process.interviews):
        yield fill(words["from"], interviews=_counted(draft, "interviews", interviews))
    yield from _longest_wait(draft, words)
    if questions := len(asked(draft)):
        chapter = Reference("", "chapter_open_questions")
        told = words["open_see" if draft.has("open_questions") else "open"]
        yield fill(told, questions=_counted(draft, "questions", questions), chapter=chapter)
    if status := status_of(draft):
        details = draft.details
        date, approver = draft.known(details.date), draft.known(details.approver)
        yield fill(words["statuses"][status], version=details.version, date=date, approver=approver)


def _steps(draft: Draft, words: Mapping[str, Any]) -> Line:
    tasks = draft.process.tasks
    if not tasks:
        return (Text(words["empty"]),)
    steps = _counted(draft, "steps", len(tasks))
    if len(tasks) == 1:
        return fill(words["only"], steps=steps, first=draft.instruction(tasks[0]))
    return fill(words["steps_told"], steps=steps, first=draft.mention(tasks[0]), last=draft.mention(tasks[-1]))


def _longest_wait(draft: Draft, words: Mapping[str, Any]) -> Iterator[Line]:
    """The first wait that the findings speak of."""
    about = next((finding.about for finding in draft.findings if finding.rule == "bottleneck"), None)
    for task in draft.process.tasks:
        waits = [fact for fact in of_kind(task, FactKind.WAIT_TIME) if task.id == about]
        if waits:
            longest = max(waits, key=lambda wait: _hours(draft, wait))
            told = words["wait" if draft.grammar.length(longest.value) else "wait_told"]
            yield fill(told, time=length(draft, longest), step=draft.mention(task))


def _hours(draft: Draft, wait: Fact) -> float:
    return hours(wait.value, draft.process.language) or 0.0


def _counted(draft: Draft, what: str, number: int, **parts: Part) -> Line:
    """The number with its noun: "one step", "22 steps"."""
    forms, written = draft.chapter("summary")[what], draft.words["numbers"]
    said = written[number] if number < len(written) else str(number)
    return fill(forms["one"] if number == 1 else forms["many"], n=said, **parts)
