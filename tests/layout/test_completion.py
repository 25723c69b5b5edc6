from dataclasses import replace

from interview2flow.layout import arrange, diagram_of
from interview2flow.model import Bounds, Diagram, Task
from tests.layout.processes import realistic


def test_a_complete_drawing_is_kept() -> None:
    process = realistic(10)
    own = arrange(process)
    moved = replace(own, shapes={**own.shapes, "Start": Bounds(0, 0, 36, 36)})
    assert diagram_of(replace(process, diagram=moved)) is moved


def test_without_a_drawing_everything_is_arranged() -> None:
    process = realistic(10)
    assert diagram_of(process) == arrange(process)
    assert diagram_of(replace(process, diagram=Diagram())) == arrange(process)


def test_a_drawing_that_misses_a_node_is_made_anew() -> None:
    process = realistic(10)
    own = arrange(process)
    grown = replace(process, nodes=(*process.nodes, Task(id="New", name="new", lane=process.lanes[0].id)), diagram=own)
    assert diagram_of(grown) == arrange(grown)


def test_a_drawing_that_misses_a_route_is_made_anew() -> None:
    process = realistic(10)
    own = arrange(process)
    assert diagram_of(replace(process, diagram=replace(own, routes={}))) == own
