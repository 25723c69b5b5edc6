"""Systems, documents and times, as told with the steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interview2flow.exporters._manual.content import Line, Mark, Reference, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined
from interview2flow.model import Fact, FactKind, Provenance, Task


def of_kind(task: Task, kind: FactKind) -> Iterator[Fact]:
    """The step's facts of a kind, each value once."""
    seen = set()
    for fact in task.facts:
        if fact.kind is kind and fact.value.casefold() not in seen:
            seen.add(fact.value.casefold())
            yield fact


def values(task: Task, kind: FactKind) -> Line:
    """What was told of a kind, in one line."""
    return joined(text(fact) for fact in of_kind(task, kind))


def text(fact: Fact) -> Text:
    """A fact in the words it was told with."""
    return Text(fact.value, Mark.INFERRED if fact.provenance is Provenance.INFERRED else Mark.PLAIN)


def length(draft: Draft, fact: Fact) -> Text:
    """How long it takes, as it stands within a sentence; as it was told where that is no plain length."""
    said = text(fact)
    return replace(said, text=draft.grammar.length(said.text) or said.text[:1].lower() + said.text[1:])


def times(draft: Draft, task: Task) -> Iterator[Line]:
    """How long a step takes and how long one waits for it, a line each."""
    words = draft.words["routes"]
    for kind, sentence in ((FactKind.WORK_TIME, words["work"]), (FactKind.WAIT_TIME, words["wait"])):
        for fact in of_kind(task, kind):
            yield fill(sentence, time=length(draft, fact))


def register(draft: Draft, kind: FactKind) -> Iterator[Line]:
    """Everything of a kind that the process uses, each with the steps that use it: "Axira (6, 8, 19)"."""
    used: dict[str, tuple[Text, list[Reference]]] = {}
    for task in draft.process.tasks:
        for fact in of_kind(task, kind):
            used.setdefault(fact.value.casefold(), (text(fact), []))[1].append(draft.reference(task))
    for name, steps in used.values():
        yield fill(draft.words["routes"]["used_in"], name=name, steps=joined(steps))
