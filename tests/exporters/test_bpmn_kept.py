"""What a Process does not speak of stays in the file that it was read from, whatever is edited meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from typer.testing import CliRunner

from interview2flow import cli, layout
from interview2flow.editing import roles, steps, ways, wiring
from interview2flow.editing.pseudonyms import pseudonymised
from interview2flow.errors import SeveralProcessesError
from interview2flow.exporters import bpmn, render
from interview2flow.model import Event, Gateway, GatewayKind, Process, Provenance, Task
from tests.exporters.process_strategies import invoice, processes

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "bpmn" / "BPMN20.xsd"))
WORKSHOP = Path(__file__).with_name("workshop.bpmn").read_bytes()
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
I2F = "{urn:interview2flow:bpmn:1.0}"
OTHERS = "urn:somebody-else"
ARROWS = {f"{BPMN}incoming", f"{BPMN}outgoing", f"{BPMN}extensionElements"}


TWO_POOLS = f"""<definitions xmlns="{BPMN[1:-1]}"><collaboration id="c">
  <participant id="P1" name="Customer" processRef="p"/><participant id="P2" name="Bakery" processRef="q"/></collaboration>
  <process id="p"><task id="order" name="order bread"/></process>
  <process id="q"><task id="bake" name="bake bread"/></process></definitions>""".encode()


def workshop() -> Process:
    return bpmn.read(WORKSHOP, name="workshop.bpmn")


def written(process: Process) -> etree._Element:
    """What is written is valid, and the same process again."""
    content = bpmn.render(process)
    root = etree.fromstring(content)
    SCHEMA.assertValid(root)
    again = bpmn.read(content, name="x.bpmn")
    assert replace(again, flows=()) == replace(process, flows=())
    assert set(again.flows) == set(process.flows)
    return root


def contents(root: etree._Element) -> Counter[tuple[str, tuple[tuple[str, str], ...], str]]:
    """Every element that is not ours, with its attributes and its words."""
    elements = (element for element in root.iter(etree.Element) if not element.tag.startswith(I2F) and element.tag not in ARROWS)
    return Counter((each.tag, tuple(sorted(each.attrib.items())), (each.text or "").strip()) for each in elements)


def part(root: etree._Element, name: str) -> etree._Element:
    (found,) = root.xpath("//*[@id=$name]", name=name)
    return found


def place(root: etree._Element, name: str) -> tuple[float, ...]:
    (bounds,) = root.xpath("//*[@bpmnElement=$name]/*[local-name() = 'Bounds']", name=name)
    return tuple(float(bounds.get(key)) for key in ("x", "y", "width", "height"))


def test_another_tool_s_file_comes_back_whole() -> None:
    SCHEMA.assertValid(etree.fromstring(WORKSHOP))
    lost = contents(etree.fromstring(WORKSHOP)) - contents(written(workshop()))
    assert not lost


def test_it_is_read_as_far_as_a_process_speaks_of_it() -> None:
    process = workshop()
    assert process.title == "Bicycle workshop"
    assert [task.name for task in process.tasks] == [
        "Accept the bicycle",
        "Mend it",
        "Call the customer",
        "Make an offer",
    ]
    assert {flow.name for flow in process.flows} == {"", "yes", "${price > 100}", "Takes a week"}
    assert process.diagram is not None
    assert render(process, (), "docx")


@pytest.mark.parametrize(
    "edit",
    [
        lambda it: steps.rename(it, "accept", "take the bicycle in"),
        lambda it: roles.assign(it, "offer", "Bench"),
        lambda it: roles.rename_role(it, "bench", "Mechanic"),
        lambda it: ways.condition(it, "f3", "no"),
        lambda it: replace(it, title="Workshop"),
        lambda it: replace(it, diagram=None),
        lambda it: wiring.insert(it, "wash the bicycle", after="accept")[0],
    ],
)
def test_an_edit_elsewhere_touches_none_of_it(edit: Callable[[Process], Process]) -> None:
    root = written(edit(workshop()))
    accept = part(root, "accept")
    assert accept.tag == f"{BPMN}userTask"
    assert accept.get("{http://camunda.org/schema/1.0/bpmn}assignee") == "maija"
    assert accept.find(".//{*}taskListener").get("class") == "org.example.Notify"
    assert accept.findtext(f"{BPMN}documentation") == "Ask for the key of the lock."
    assert part(root, "late").get("attachedToRef") == "mend"
    assert part(root, "late").findtext(f".//{BPMN}timeDuration") == "P7D"
    assert part(root, "inner_2").findtext(f"{BPMN}script") == "count = 1 < 2"
    for name in ("slip_ref", "register_ref", "note", "note_line", "writes", "message_1", "customer", "order", "each", "expr"):
        assert part(root, name) is not None
    assert root.get("exporter") == "Another tool"


def test_what_hangs_on_a_step_goes_with_it() -> None:
    root = written(steps.remove(workshop(), "accept"))
    ids = set(root.xpath("//@id"))
    assert {"accept", "note_line", "writes", "accept_di", "note_line_di", "writes_di"}.isdisjoint(ids)
    assert {"note", "slip_ref", "note_di", "message_1"} <= ids
    assert set(root.xpath("//@bpmnElement")) <= ids


def test_a_boundary_event_stays_on_its_step_and_stands_alone_without_it() -> None:
    anew = written(replace(workshop(), diagram=None))
    step, event = place(anew, "mend"), place(anew, "late")
    assert step[1] < event[1] + event[3] / 2 <= step[1] + step[3]
    assert step[0] <= event[0] <= step[0] + step[2]
    alone = part(written(steps.remove(workshop(), "mend")), "late")
    assert alone.tag == f"{BPMN}intermediateCatchEvent"
    assert not {"attachedToRef", "cancelActivity"} & set(alone.attrib)
    assert alone.find(f"{BPMN}timerEventDefinition") is not None


def test_what_stands_beside_a_step_moves_with_it_and_a_small_step_folds_its_inside_up() -> None:
    before, process = etree.fromstring(WORKSHOP), replace(workshop(), diagram=None)
    after = written(process)
    moved = [now - was for now, was in zip(place(after, "accept")[:2], place(before, "accept")[:2], strict=True)]
    for beside in ("slip_ref", "note"):
        assert [now - was for now, was in zip(place(after, beside)[:2], place(before, beside)[:2], strict=True)] == moved
    assert after.xpath("//*[@bpmnElement='mend']/@isExpanded") == ["false"]
    assert after.xpath("//*[@bpmnElement='Activity_1' or @bpmnElement='inner_f']") == []
    assert part(after, "Activity_1").get("name") == "Order the part"
    pool, customer = place(after, "workshop_pool"), place(after, "customer")
    assert customer[1] + customer[3] <= pool[1]


def test_a_new_step_and_one_inside_a_subprocess_get_ids_of_their_own() -> None:
    process = workshop()
    new = Task(id="Activity_1", name="wash the bicycle", provenance=Provenance.EDITED, actor=Provenance.EDITED)
    root = written(replace(process, nodes=(*process.nodes, new), diagram=None))
    assert part(root, "Activity_1").get("name") == "wash the bicycle"
    assert part(root, "inner_f").get("sourceRef") == part(root, "mend").find(f"{BPMN}serviceTask").get("id") == "Activity_1_"


def test_another_kind_of_gateway_keeps_what_was_noted_in_it() -> None:
    process = workshop()
    nodes = tuple(replace(node, kind=GatewayKind.PARALLEL) if isinstance(node, Gateway) else node for node in process.nodes)
    gateway = part(written(replace(process, nodes=nodes)), "worth")
    assert (gateway.tag, gateway.get("name")) == (f"{BPMN}parallelGateway", "Worth it?")


def test_copies_without_names_keep_nothing_that_anybody_else_wrote() -> None:
    copy = bpmn.render(pseudonymised(workshop()))
    assert not [word for word in (b"maija", b"camunda", b"Mondays", b"key of the lock") if word in copy]


def test_the_inner_lanes_stay_within_the_outer_ones() -> None:
    inner = '<lane id="in"><flowNodeRef>a</flowNodeRef></lane><lane id="in2" name="chef"><flowNodeRef>b</flowNodeRef></lane>'
    refs = "<flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef>"
    lanes = f'<laneSet><lane id="out" name="kitchen">{refs}<childLaneSet id="c">{inner}</childLaneSet></lane></laneSet>'
    content = f'<definitions xmlns="{BPMN[1:-1]}"><process id="p">{lanes}<task id="a"/><task id="b"/></process></definitions>'
    process = bpmn.read(content.encode(), name="x.bpmn")
    root = written(process)
    assert part(root, "in").getparent().getparent() is part(root, "out")
    assert part(root, "in").get("name") is None
    moved = written(roles.assign(process, "b", "kitchen"))
    assert [reference.text for reference in part(moved, "in").iterchildren(f"{BPMN}flowNodeRef")] == ["a", "b"]


def test_words_that_read_like_an_id_are_no_references() -> None:
    content = WORKSHOP.replace(b"Not on Mondays", b"accept").replace(b"Ask for the key of the lock.", b"Activity_1")
    process = bpmn.read(content, name="x.bpmn")
    new = Task(id="Activity_1", name="wash the bicycle", provenance=Provenance.EDITED, actor=Provenance.EDITED)
    root = written(replace(process, nodes=(*process.nodes, new), diagram=None))
    assert part(root, "accept").findtext(f"{BPMN}documentation") == "Activity_1"
    assert part(written(steps.remove(process, "accept")), "note").findtext(f"{BPMN}text") == "accept"


def test_other_pools_move_as_a_whole_and_senseless_drawings_stay() -> None:
    shapes = "".join(
        f'<di:BPMNShape bpmnElement="{name}"><dc:Bounds x="{x}" y="{y}" width="{width}" height="80"/></di:BPMNShape>'
        for name, x, y, width in (("P1", 0, 400, 300), ("order", 50, 400, 100), ("P2", 0, 0, 300), ("bake", 50, 0, 100))
    )
    senseless = '<di:BPMNShape bpmnElement="data"><dc:Bounds x="left" y="?" width="1" height="1"/></di:BPMNShape>'
    plane = f'<di:BPMNDiagram><di:BPMNPlane bpmnElement="c">{shapes}{senseless}</di:BPMNPlane></di:BPMNDiagram></definitions>'
    spaces = (
        b' xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><collaboration'
    )
    content = TWO_POOLS.replace(b"><collaboration", spaces).replace(b"</definitions>", plane.encode())
    content = content.replace(b'<task id="bake"', b'<dataObjectReference id="data"/><task id="bake"')
    process = bpmn.read(content, name="x.bpmn", pool="Bakery")
    more = tuple(replace(process.tasks[0], id=f"more_{number}") for number in range(3))
    root = etree.fromstring(bpmn.render(replace(process, nodes=(*process.nodes, *more), diagram=None)))
    pool, order = place(root, "P1"), place(root, "order")
    assert (order[0] - pool[0], order[1] - pool[1]) == (50, 0)
    assert part(root, "data") is not None


@st.composite
def decorated(draw: st.DrawFn) -> tuple[Process, set[str]]:
    """A process read from a file that another tool has been at, with the marks that it left."""
    root = etree.fromstring(bpmn.render(draw(processes())))
    parts = list(root.iter(*(BPMN + kind for kind in ("task", "sequenceFlow", "lane", "process"))))
    marks = set()
    for number, element in enumerate(draw(st.lists(st.sampled_from(parts), max_size=5)) if parts else []):
        mark = f"mark {number}"
        marks.add(mark)
        match draw(st.sampled_from(["element", "attribute", "documentation"])):
            case "element":
                etree.SubElement(element.find(f"{BPMN}extensionElements"), f"{{{OTHERS}}}thing").text = mark
            case "attribute":
                element.set(f"{{{OTHERS}}}thing{number}", mark)
            case _:
                told = etree.Element(f"{BPMN}documentation", id=f"told_{number}")
                told.text = mark
                element.insert(0, told)
    return bpmn.read(etree.tostring(root), name="x.bpmn"), marks


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(decorated(), st.data())
def test_any_file_keeps_other_tools_marks_through_any_edit(made: tuple[Process, set[str]], data: st.DataObject) -> None:
    process, marks = made
    nodes = tuple(
        replace(node, name=data.draw(st.sampled_from(["", "sort", node.name]))) if isinstance(node, Task | Event) else node
        for node in data.draw(st.permutations(process.nodes))
    )
    edited = replace(process, nodes=nodes, title=data.draw(st.sampled_from([process.title, "Another"])))
    root = etree.fromstring(bpmn.render(edited))
    SCHEMA.assertValid(root)
    assert bpmn.read(etree.tostring(root), name="x.bpmn") == edited
    assert marks <= {*root.xpath("//@*"), *root.xpath("//text()")}


def test_writing_what_was_read_changes_nothing() -> None:
    for content in (bpmn.render(invoice()), bpmn.render(workshop())):
        assert bpmn.render(bpmn.read(content, name="x.bpmn")) == content


def test_the_picture_shows_a_boundary_event_on_its_step_and_names_it_once() -> None:
    drawn = etree.fromstring(layout.picture(workshop()).svg.encode())
    words = " ".join(text.strip() for text in drawn.xpath("//*[local-name() = 'text']//text()"))
    assert words.count("Takes a week") == 1


def test_of_several_pools_one_is_taken_and_the_others_stay_in_the_file() -> None:
    process = bpmn.read(TWO_POOLS, name="x.bpmn", pool="bakery")
    assert (process.title, [task.name for task in process.tasks]) == ("Bakery", ["bake bread"])
    content = bpmn.render(steps.rename(process, "bake", "bake rye bread"))
    again = bpmn.read(content, name="x.bpmn", pool="Bakery")
    assert [task.name for task in again.tasks] == ["bake rye bread"]
    assert [task.name for task in bpmn.read(content, name="x.bpmn", pool="Customer").tasks] == ["order bread"]


@pytest.mark.parametrize("pool", [None, "Butcher"])
def test_without_a_pool_that_is_there_the_pools_are_named(pool: str | None) -> None:
    with pytest.raises(SeveralProcessesError, match=r"2 processes \(Customer, Bakery\).*--pool"):
        bpmn.read(TWO_POOLS, name="x.bpmn", pool=pool)


def test_pools_of_one_name_are_numbered() -> None:
    content = TWO_POOLS.replace(b"Customer", b"Bakery")
    assert [task.name for task in bpmn.read(content, name="x.bpmn", pool="Bakery (2)").tasks] == ["bake bread"]


def test_the_command_line_takes_a_pool(tmp_path: Path) -> None:
    source, target = tmp_path / "two.bpmn", tmp_path / "steps.csv"
    source.write_bytes(TWO_POOLS)
    assert "--pool" in CliRunner().invoke(cli.app, ["export", str(source), str(target)]).output
    assert CliRunner().invoke(cli.app, ["export", str(source), str(target), "--pool", "Bakery"]).exit_code == 0
    assert "ake bread" in target.read_text(encoding="utf-8-sig")
