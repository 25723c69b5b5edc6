"""What no drawing may show: looked for with plain geometry, without anything from the layout itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from interview2flow.model import Bounds, Diagram, Gateway, Point, Process

Piece = tuple[Point, Point]
_NEAR = 0.01


def faults(process: Process, diagram: Diagram) -> list[str]:
    """Everything that is wrong with a drawing, in words."""
    return [
        *_missing(process, diagram),
        *_overlapping_nodes(process, diagram),
        *_outside_lanes(process, diagram),
        *_bad_routes(process, diagram),
        *_through_nodes(process, diagram),
        *_on_top(process, diagram),
        *_bad_labels(process, diagram),
    ]


def _missing(process: Process, diagram: Diagram) -> Iterator[str]:
    yield from (f"{part.id} has no shape" for part in (*process.nodes, *process.lanes) if part.id not in diagram.shapes)
    yield from (f"{flow.id} has no route" for flow in process.flows if len(diagram.routes.get(flow.id, ())) < 2)
    named = [part.id for part in (*process.nodes, *process.flows) if part.name and part not in process.tasks]
    yield from (f"{name} has no label" for name in named if name not in diagram.labels)


def _overlapping_nodes(process: Process, diagram: Diagram) -> Iterator[str]:
    for one, two in combinations(process.nodes, 2):
        if _overlap(diagram.shapes[one.id], diagram.shapes[two.id]):
            yield f"{one.id} overlaps {two.id}"


def _outside_lanes(process: Process, diagram: Diagram) -> Iterator[str]:
    for node in process.nodes:
        if node.lane and not _inside(diagram.shapes[node.id], diagram.shapes[node.lane]):
            yield f"{node.id} leaves its lane"
    pool = diagram.shapes.get("Participant_1")
    bands = [diagram.shapes[lane.id] for lane in process.lanes]
    if any(upper.bottom > lower.y + _NEAR for upper, lower in pairwise(bands)):
        yield "lanes overlap or stand in the wrong order"
    if pool:
        things = [*(diagram.shapes[node.id] for node in process.nodes), *bands, *diagram.labels.values()]
        if not all(_inside(thing, pool) for thing in things):
            yield "something leaves the pool"
        if not all(_within(point, pool) for route in diagram.routes.values() for point in route):
            yield "a flow leaves the pool"


def _bad_routes(process: Process, diagram: Diagram) -> Iterator[str]:
    for flow in process.flows:
        route = diagram.routes[flow.id]
        if any(start.x != end.x and start.y != end.y for start, end in pairwise(route)):
            yield f"{flow.id} is not orthogonal"
        if any(start == end for start, end in pairwise(route)):
            yield f"{flow.id} has a leg without length"
        for node, point in ((flow.source, route[0]), (flow.target, route[-1])):
            if not _on_border(point, diagram.shapes[node], diamond=isinstance(process.node(node), Gateway)):
                yield f"{flow.id} does not end on the border of {node}"


def _through_nodes(process: Process, diagram: Diagram) -> Iterator[str]:
    for flow in process.flows:
        for piece in pairwise(diagram.routes[flow.id]):
            for node in process.nodes:
                if _crosses(piece, diagram.shapes[node.id]):
                    yield f"{flow.id} runs through {node.id}"


def _on_top(process: Process, diagram: Diagram) -> Iterator[str]:
    """Two flows along each other: only the beginning of flows from one node and the end of flows to one node may be shared."""
    for one, two in combinations(process.flows, 2):
        routes = diagram.routes[one.id], diagram.routes[two.id]
        for first, second in ((x, y) for x in pairwise(routes[0]) for y in pairwise(routes[1])):
            if not _along(first, second):
                continue
            leaving = (
                one.source == two.source and first == (routes[0][0], routes[0][1]) and second == (routes[1][0], routes[1][1])
            )
            reaching = one.target == two.target and first == routes[0][-2:] and second == routes[1][-2:]
            if not leaving and not reaching:
                yield f"{one.id} runs on top of {two.id}"


def _bad_labels(process: Process, diagram: Diagram) -> Iterator[str]:
    labels = diagram.labels.items()
    for name, label in labels:
        yield from (f"the label of {name} meets {node.id}" for node in process.nodes if _overlap(label, diagram.shapes[node.id]))
        for flow in process.flows:
            if any(_crosses(piece, label) for piece in pairwise(diagram.routes[flow.id])):
                yield f"the label of {name} lies on {flow.id}"
    for (one, first), (two, second) in combinations(labels, 2):
        if _overlap(first, second):
            yield f"the labels of {one} and {two} overlap"


def _overlap(one: Bounds, two: Bounds) -> bool:
    return one.x < two.right - _NEAR and two.x < one.right - _NEAR and one.y < two.bottom - _NEAR and two.y < one.bottom - _NEAR


def _inside(inner: Bounds, outer: Bounds) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def _within(point: Point, outer: Bounds) -> bool:
    return outer.x <= point.x <= outer.right and outer.y <= point.y <= outer.bottom


def _crosses(piece: Piece, box: Bounds) -> bool:
    """Whether an orthogonal piece runs through the inside of a box (its border is not inside)."""
    (left, right), (top, bottom) = (sorted((piece[0].x, piece[1].x)), sorted((piece[0].y, piece[1].y)))
    return left < box.right - _NEAR and right > box.x + _NEAR and top < box.bottom - _NEAR and bottom > box.y + _NEAR


def _along(one: Piece, two: Piece) -> bool:
    """Whether two orthogonal pieces share more than a point."""
    for across in ("x", "y"):
        along = "y" if across == "x" else "x"
        lines = {getattr(point, across) for point in (*one, *two)}
        if len(lines) == 1:
            first, second = (sorted(getattr(point, along) for point in piece) for piece in (one, two))
            return bool(min(first[1], second[1]) - max(first[0], second[0]) > _NEAR)
    return False


def _on_border(point: Point, box: Bounds, *, diamond: bool) -> bool:
    if diamond:
        across, along = abs(point.x - box.centre.x) / (box.width / 2), abs(point.y - box.centre.y) / (box.height / 2)
        return abs(across + along - 1) < _NEAR
    upright = point.x in {box.x, box.right} and box.y <= point.y <= box.bottom
    level = point.y in {box.y, box.bottom} and box.x <= point.x <= box.right
    return upright or level
