"""What is drawn beside the steps (data, annotations, the inside of subprocesses, messages) goes where its step goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from interview2flow.errors import InvalidProcessError
from interview2flow.exporters.bpmn.attributes import number
from interview2flow.exporters.bpmn.drawing import LABEL, drawn_bounds, drawn_route
from interview2flow.exporters.bpmn.frame import Frame
from interview2flow.exporters.bpmn.identifiers import unprefixed
from interview2flow.exporters.bpmn.pools import PARTICIPANT
from interview2flow.exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, POOL, PROCESS
from interview2flow.model import Bounds, Point

Shift = tuple[float, float]
STAY: Final = (0.0, 0.0)
SHAPE, EDGE = BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge"
LINES: Final = tuple(BPMN + kind for kind in ("association", "messageFlow"))
DATA: Final = (BPMN + "dataInputAssociation", BPMN + "dataOutputAssociation")


def follow(frame: Frame, moved: Mapping[str, tuple[Bounds, Bounds]]) -> None:
    """Moves what is not part of a Process; `moved` says where each node stood and where it stands now.

    The inside of a subprocess that has become smaller is not drawn any more: it is folded up.
    """
    shifts = {name: (after.x - before.x, after.y - before.y) for name, (before, after) in moved.items()}
    folded = {name for name, (before, after) in moved.items() if after.width < before.width or after.height < before.height}
    if not folded and all(shift == STAY for shift in shifts.values()):
        return
    inside = dict(_inside(frame, shifts))
    shifts |= {name: shifts[around] for name, around in inside.items()} | dict(_beside(frame, shifts))
    shifts |= dict(_pools(frame, moved.get(POOL)))
    ends = dict(_ends(frame))
    for element in list(frame.root.iter(SHAPE, EDGE)):
        name = unprefixed(element.get("bpmnElement", ""))
        if inside.get(name) in folded:
            element.getparent().remove(element)  # type: ignore[union-attr]  # a shape stands in a plane
        elif name in folded and name in inside.values():
            element.set("isExpanded", "false")
        elif name not in frame.known and name not in moved:
            _move(element, shifts.get(name), tuple(shifts.get(end, STAY) for end in ends.get(name, ())))


def _inside(frame: Frame, nodes: Mapping[str, Shift]) -> Iterator[tuple[str, str]]:
    """Each part of a subprocess with the subprocess."""
    for name in nodes:
        if (element := frame.known.get(name)) is not None:
            yield from ((inner, name) for part in element.iterdescendants(f"{BPMN}*") if (inner := part.get("id")))


def _beside(frame: Frame, nodes: Mapping[str, Shift]) -> Iterator[tuple[str, Shift]]:
    """What a line joins to one node stands beside that node."""
    for first, second in (ends for _, ends in _ends(frame)):
        for name, other in ((first, second), (second, first)):
            if other in nodes and name not in frame.known:
                yield name, nodes[other]


def _pools(frame: Frame, moved: tuple[Bounds, Bounds] | None) -> Iterator[tuple[str, Shift]]:
    """Pools that stand for others stay above or below the process's own."""
    if moved is None:
        return
    before, after = moved
    others = {pool.get("id", ""): pool for pool in frame.root.iterfind(PARTICIPANT) if pool is not frame.pool}
    for shape in frame.root.iter(SHAPE):
        pool, bounds = others.get(unprefixed(shape.get("bpmnElement", ""))), _drawn(shape)[0]
        if pool is not None and bounds is not None:
            shift = (0.0, after.bottom - before.bottom if bounds.y >= before.bottom else after.y - before.y)
            yield from ((name, shift) for name in (pool.get("id", ""), *_within(frame, pool)))


def _within(frame: Frame, pool: etree._Element) -> Iterator[str]:
    """All that stands in a pool."""
    held = unprefixed(pool.get("processRef", ""))
    for process in frame.root.iterchildren(PROCESS):
        if process.get("id") == held:
            yield from (name for part in process.iterdescendants(f"{BPMN}*") if (name := part.get("id")))


def _ends(frame: Frame) -> Iterator[tuple[str, tuple[str, str]]]:
    """The lines that are no sequence flows, with what they join."""
    for line in frame.root.iter(*LINES):
        yield line.get("id", ""), (unprefixed(line.get("sourceRef", "")), unprefixed(line.get("targetRef", "")))
    for line in frame.root.iter(*DATA):
        step = line.getparent()
        for end in line.iterchildren(BPMN + "sourceRef", BPMN + "targetRef"):
            if step is not None:
                yield line.get("id", ""), (unprefixed(end.text or ""), step.get("id", ""))


def _move(element: etree._Element, whole: Shift | None, ends: tuple[Shift, ...]) -> None:
    """A line whose ends move differently is drawn straight."""
    bounds, route = _drawn(element)
    if len(route) > 1 and len(set(ends)) > 1:
        for point in list(element.iterchildren(DI + "waypoint"))[1:-1]:
            element.remove(point)
        first, *_, last = element.iterchildren(DI + "waypoint")
        _shift(first, ends[0])
        _shift(last, ends[-1])
    elif (bounds or route) and (shift := whole or next(iter(ends), None)):
        for place in element.iter(DI + "waypoint", DC + "Bounds"):
            _shift(place, shift)


def _drawn(element: etree._Element) -> tuple[Bounds | None, tuple[Point, ...]]:
    try:
        drawn_bounds(element.find(LABEL))
        return drawn_bounds(element), drawn_route(element)
    except InvalidProcessError:
        return None, ()  # whatever tool wrote that has to read it


def _shift(place: etree._Element, by: Shift) -> None:
    for key, distance in zip(("x", "y"), by, strict=True):
        place.set(key, number(float(place.get(key, "0")) + distance))
