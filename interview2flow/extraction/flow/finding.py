"""From the thread of an interview to its relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from interview2flow.extraction import judge
from interview2flow.extraction.conditions.finding import Conditions
from interview2flow.extraction.flow.attaching import Judging, attach
from interview2flow.extraction.flow.closing import Back, Closing, Ending
from interview2flow.extraction.flow.deciding import conditions_of
from interview2flow.extraction.flow.graph import END, START
from interview2flow.extraction.flow.moment import COLUMNS, said
from interview2flow.extraction.flow.scene import Scene
from interview2flow.extraction.flow.sheet import Sheet
from interview2flow.extraction.flow.signals import signals
from interview2flow.extraction.judge import Judge
from interview2flow.extraction.thread import Thread
from interview2flow.model import END as END_ID
from interview2flow.model import START as START_ID
from interview2flow.model import Provenance, Relation

NAME: Final = "flow"
GOES_BACK: Final = 0.4
ENDS: Final = 0.7
"""From these probabilities on a step leads back to another one, or ends the work."""


@dataclass(frozen=True, slots=True)
class Judges:
    """What was trained: which step leads to the one told now, which leads back, and which ends the work."""

    into: Judge
    back: Judge
    ending: Judge


def find_relations(thread: Thread, conditions: Conditions) -> tuple[Relation, ...]:
    """The arrows between the steps; in the order told where nothing has been trained."""
    if not thread.mentions:
        return ()
    into, back, ending = (judge.trained(NAME, part) for part in ("into", "back", "ending"))
    if not (into and back and ending):
        return _as_told(thread)
    return relations(scene_of(thread, conditions), Judges(into, back, ending))


def _as_told(thread: Thread) -> tuple[Relation, ...]:
    places = [START_ID, *(mention.id for mention in thread.mentions), END_ID]
    return tuple(Relation(source=a, target=b) for a, b in pairwise(places))


def scene_of(thread: Thread, conditions: Conditions) -> Scene:
    """The thread with the signals around each telling."""
    return Scene(thread, signals(thread, conditions.into, conditions.out_of), thread.firsts)


def relations(scene: Scene, judges: Judges) -> tuple[Relation, ...]:
    """The arrows by trained judges, with conditions where there is a choice."""
    graph, likely = attach(scene, into_by(judges.into, scene))
    close(Closing(scene, graph, likely), judges)
    said = conditions_of(scene, graph)
    ids = {START: START_ID, END: END_ID} | {place: mention.id for place, mention in enumerate(scene.thread.mentions)}
    return tuple(
        Relation(
            source=ids[source],
            target=ids[target],
            condition=said.get((source, target)),
            provenance=_provenance(scene, source, target),
            confidence=round(likely.get((source, target), 0.5), 3),
        )
        for source in sorted(graph.outs)
        for target in sorted(graph.outs[source], key=lambda place: (place == END, place))
    )


def into_by(judging: Judge, scene: Scene) -> Judging:
    """How a judge sees the steps on which one may hang."""
    sheet = Sheet(judging.place, said(scene), COLUMNS)
    return lambda moment, sources: judging.ensemble.probabilities(moment.rows(sheet, sources))


def close(closing: Closing, judges: Judges) -> None:
    """Draws the ways back and the ends."""
    graph, pairs = closing.graph, closing.pairs
    backs = Sheet(judges.back.place, closing.said(), Back._fields)
    endings = Sheet(judges.ending.place, closing.said_of_ends(), Ending._fields)
    back = judges.back.ensemble.probabilities(closing.back_rows(backs))
    ends = judges.ending.ensemble.probabilities(closing.ending_rows(endings))
    for (source, target), p in zip(pairs, back, strict=True):
        if p >= GOES_BACK:
            graph.connect(source, target)
            closing.likely[source, target] = float(p)
    for step, p in zip(closing.steps, ends, strict=True):
        if p >= ENDS or not graph.outs[step]:
            graph.outs[step].append(END)
            closing.likely[step, END] = float(p)


def _provenance(scene: Scene, source: int, target: int) -> Provenance:
    """Stated where the words say the order: "then", "before that", "goes back", or both in one breath."""
    if START in {source, target} or END in {source, target}:
        return Provenance.INFERRED
    said: Mapping[str, float] = scene.of(max(source, target)).entry
    return Provenance.STATED if any(said.get(name) for name in SAYING_SO) else Provenance.INFERRED


SAYING_SO: Final = ("opening then", "opening before", "opening back", "coordinated")
