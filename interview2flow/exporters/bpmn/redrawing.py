"""The drawing of a process into its file: what stands there already is moved, what is new is added."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from interview2flow.exporters.bpmn.accompanying import follow
from interview2flow.exporters.bpmn.attributes import add, number
from interview2flow.exporters.bpmn.boundaries import ways_of
from interview2flow.exporters.bpmn.drawing import LABEL, drawn_bounds, drawn_route
from interview2flow.exporters.bpmn.frame import Frame
from interview2flow.exporters.bpmn.identifiers import unprefixed
from interview2flow.exporters.bpmn.seating import seated
from interview2flow.exporters.bpmn.vocabulary import BPMNDI, DC, DI, POOL
from interview2flow.model import Bounds, Diagram, Gateway, GatewayKind, Process

DIAGRAM = BPMNDI + "BPMNDiagram"
PLANE = BPMNDI + "BPMNPlane"
SHAPE, EDGE = BPMNDI + "BPMNShape", BPMNDI + "BPMNEdge"


def write_diagram(frame: Frame, process: Process, diagram: Diagram) -> None:
    """Draws pool, lanes, nodes and flows, each with its label where it has a place; what belongs to them comes along."""
    undrawn = ways_of(process, frame.known)
    diagram = seated(process, diagram, undrawn)
    pen = _Pen(frame, diagram, _drawn(frame.root), _plane(frame))
    before = {name: bounds for name in (POOL, *(node.id for node in process.nodes)) if (bounds := pen.place(name)) is not None}
    made = [pen.shape(key, isHorizontal="true") for key in (POOL, *(lane.id for lane in process.lanes))]
    for node in process.nodes:
        marked = "true" if isinstance(node, Gateway) and node.kind is GatewayKind.EXCLUSIVE else None
        made.append(pen.shape(node.id, isMarkerVisible=marked))
    made += [pen.edge(flow.id) for flow in process.flows if flow.id not in undrawn]
    for place, element in enumerate(element for element in made if element is not None and element.getparent() is pen.plane):
        pen.plane.insert(place, element)
    follow(frame, {name: (bounds, diagram.shapes[name]) for name, bounds in before.items() if name in diagram.shapes})


@dataclass(frozen=True, slots=True)
class _Pen:
    frame: Frame
    diagram: Diagram
    drawn: dict[str, etree._Element]
    plane: etree._Element

    def place(self, key: str) -> Bounds | None:
        """Where something stands in the file as it is."""
        return drawn_bounds(self.drawn.get(self._called(key)))

    def shape(self, key: str, **attributes: str | None) -> etree._Element | None:
        bounds = self.diagram.shapes.get(key)
        if bounds is None:
            return None
        element = self._element(key, SHAPE, **attributes)
        if element.get("isHorizontal") == "false":
            element.set("isHorizontal", "true")
        _put(element, bounds, place=0)
        self._label(element, key)
        return element

    def edge(self, key: str) -> etree._Element | None:
        route = self.diagram.routes.get(key)
        if not route:
            return None
        element = self._element(key, EDGE)
        if drawn_route(element) != route:
            for old in list(element.iterchildren(DI + "waypoint")):
                element.remove(old)
            for place, point in enumerate(route):
                element.insert(place, add(element, DI + "waypoint", x=number(point.x), y=number(point.y)))
        self._label(element, key)
        return element

    def _element(self, key: str, tag: str, **attributes: str | None) -> etree._Element:
        of = self._called(key)
        if (element := self.drawn.get(of)) is not None and element.tag == tag:
            return element
        return add(self.plane, tag, id=self.frame.ids.free(f"{of}_di"), bpmnElement=of, **attributes)

    def _called(self, key: str) -> str:
        return self.frame.pool.get("id", "") if key == POOL and self.frame.pool is not None else key

    def _label(self, element: etree._Element, key: str) -> None:
        """A label that has no place in the drawing loses the one that it had in the last one."""
        bounds, label = self.diagram.labels.get(key), element.find(LABEL)
        if bounds is not None:
            _put(add(element, LABEL) if label is None else label, bounds, place=0)
        elif label is not None and (place := label.find(DC + "Bounds")) is not None:
            label.remove(place)


def _put(element: etree._Element, bounds: Bounds, *, place: int) -> None:
    if drawn_bounds(element) == bounds:
        return
    found = element.find(DC + "Bounds")
    if found is None:
        found = add(element, DC + "Bounds")
        element.insert(place, found)
    for key in ("x", "y", "width", "height"):
        found.set(key, number(getattr(bounds, key)))


def _drawn(root: etree._Element) -> dict[str, etree._Element]:
    """What is drawn of what, the first drawing of each."""
    found: dict[str, etree._Element] = {}
    for element in root.iter(SHAPE, EDGE):
        found.setdefault(unprefixed(element.get("bpmnElement", "")), element)
    return found


def _plane(frame: Frame) -> etree._Element:
    """Where the process is drawn: the plane that shows it, else the first, else a new one."""
    shown = frame.plane_of
    planes = list(frame.root.iter(PLANE))
    of_process = [plane for plane in planes if unprefixed(plane.get("bpmnElement", "")) in {shown, frame.process.get("id")}]
    if not planes:
        diagram = add(frame.root, DIAGRAM, id=frame.ids.free("BPMNDiagram_1"))
        return add(diagram, PLANE, id=frame.ids.free("BPMNPlane_1"), bpmnElement=shown)
    plane = (of_process or planes)[0]
    if unprefixed(plane.get("bpmnElement", "")) != shown:
        plane.set("bpmnElement", shown)
    return plane
