"""The flowchart for draw.io: every part is there, where our own drawing has it, and its words are plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from interview2flow.exporters import FORMATS, render
from interview2flow.layout import diagram_of
from interview2flow.model import GatewayKind, Process
from tests.exporters.process_strategies import invoice, processes
from tests.support.processes import choice, sketch, task

EVIL = '=cmd() <script>alert(1)</script> &#10; "x" \x00\x1b\u202e😀 שלום'


def cells(process: Process) -> dict[str, etree._Element]:
    root = etree.fromstring(render(process, (), "drawio"))
    found = list(root.iter("mxCell"))
    assert root.tag == "mxfile"
    assert len({cell.get("id") for cell in found}) == len(found)
    return {cell.get("id", ""): cell for cell in found}


def named(process: Process, words: str) -> etree._Element:
    return next(cell for cell in cells(process).values() if cell.get("value") == words)


def place(cell: etree._Element, known: dict[str, etree._Element]) -> tuple[float, ...]:
    """Where a cell stands on the page: draw.io counts from the corner of what it stands in."""
    geometry = cell.find("mxGeometry")
    if geometry is None:
        return 0, 0, 0, 0
    x, y, width, height = (float(geometry.get(key, "0")) for key in ("x", "y", "width", "height"))
    left, top, _, _ = place(known[cell.get("parent", "")], known)
    return left + x, top + y, width, height


def test_symbols_stand_in_their_lanes_where_the_drawing_has_them() -> None:
    process = invoice()
    known = cells(process)
    bounds = diagram_of(process).shapes["Activity_2"]
    signed = next(cell for cell in known.values() if cell.get("value") == "2 sign the invoice")
    assert place(signed, known) == (bounds.x, bounds.y, bounds.width, bounds.height)
    lane = known[signed.get("parent", "")]
    assert lane.get("value") == "manager"
    assert known[lane.get("parent", "")].get("value") == "Supplier invoices"


def test_arrows_join_their_symbols_and_bend_as_drawn() -> None:
    process = invoice()
    known = cells(process)
    arrow = next(cell for cell in known.values() if cell.get("value") == "over 5,000")
    assert known[arrow.get("source", "")].get("value") == "amount?"
    assert known[arrow.get("target", "")].get("value") == "2 sign the invoice"
    bends = [(float(point.get("x", "")), float(point.get("y", ""))) for point in arrow.iterfind("mxGeometry/Array/mxPoint")]
    assert bends == [(point.x, point.y) for point in diagram_of(process).routes["Flow_3"][1:-1]]


@pytest.mark.parametrize(
    ("kind", "look"), [(GatewayKind.EXCLUSIVE, "gwType=exclusive"), (GatewayKind.PARALLEL, "gwType=parallel")]
)
def test_gateways_look_like_bpmn_s(kind: GatewayKind, look: str) -> None:
    process = sketch([task("a", "a"), replace(choice("g", kind), name="which?")], [("start", "a"), ("a", "g"), ("g", "end")])
    assert look in named(process, "which?").get("style", "")


def test_words_are_plain_text_and_control_characters_gone() -> None:
    process = sketch([task("pay", EVIL)], {("start", "pay"): EVIL, ("pay", "end"): ""})
    process = replace(process, title=EVIL, lanes=tuple(replace(lane, name=EVIL) for lane in process.lanes))
    shown = '=cmd() <script>alert(1)</script> &#10; "x" 😀 שלום'
    labelled = [cell for cell in cells(process).values() if cell.get("value")]
    assert [cell.get("value") for cell in labelled] == [shown] * 4 + [f"1 {shown}", shown]
    assert all("html=0" in cell.get("style", "") for cell in labelled)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=30)
@given(processes())
def test_any_process_is_drawn_whole(process: Process) -> None:
    known = cells(process)
    arrows = [cell for cell in known.values() if cell.get("edge")]
    assert len(arrows) == len(process.flows)
    assert all({cell.get("source"), cell.get("target"), cell.get("parent")} <= known.keys() for cell in arrows)
    assert sum(cell.get("vertex") == "1" for cell in known.values()) >= len(process.nodes) + len(process.lanes)


def test_it_is_a_format_by_its_ending() -> None:
    assert "drawio" in FORMATS
