"""What a coordinator draws in bpmn-js itself is read as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import interview2flow
from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.model import GatewayKind, Process, Provenance
from tests.exporters.process_strategies import invoice

EDITOR = Path(interview2flow.__file__).parent / "ui" / "editor" / "frontend" / "vendor" / "bpmn-modeler.js"
EDIT = """async ([xml, edit]) => {
  document.body.innerHTML = '<div id="canvas" style="height: 800px"></div>';
  const modeler = new BpmnJS({ container: "#canvas" });
  const { warnings } = await modeler.importXML(xml);
  if (warnings.length) throw new Error(warnings.map(({ message }) => message).join());
  const [modeling, registry, factory, replacer] =
    ["modeling", "elementRegistry", "elementFactory", "bpmnReplace"].map((name) => modeler.get(name));
  const on = (id) => registry.get(id);
  new Function("modeling", "on", "factory", "replacer", edit)(modeling, on, factory, replacer);
  return (await modeler.saveXML({ format: true })).xml;
}"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.add_script_tag(path=EDITOR)
    yield opened
    opened.close()


@pytest.fixture
def edited(page: Page) -> Callable[[str], Process]:
    """The invoice process after an edit in JavaScript."""
    written = bpmn.render(invoice()).decode()
    return lambda edit: bpmn.read(page.evaluate(EDIT, [written, edit]).encode(), name="process.bpmn")


def test_opened_and_saved_it_is_the_same(edited: Callable[[str], Process]) -> None:
    process = edited("")
    assert process == invoice()
    assert process.diagram == bpmn.read(bpmn.render(invoice()), name="process.bpmn").diagram


def test_a_new_label(edited: Callable[[str], Process]) -> None:
    task = edited("modeling.updateLabel(on('Activity_1'), 'examine\\nthe invoice')").node("Activity_1")
    assert task == replace(invoice().node("Activity_1"), name="examine the invoice", provenance=Provenance.EDITED)


def test_dragged_to_another_lane(edited: Callable[[str], Process]) -> None:
    edit = """const to = on("Lane_2"), task = on("Activity_3");
      modeling.moveElements([task], { x: 0, y: to.y + to.height / 2 - (task.y + task.height / 2) }, on("Participant_1"));"""
    task = edited(edit).node("Activity_3")
    assert task == replace(invoice().node("Activity_3"), lane="Lane_2", actor=Provenance.EDITED)


def test_a_step_between_two_others(edited: Callable[[str], Process]) -> None:
    edit = """const flow = on("Flow_7"), [from, to] = flow.waypoints;
      const task = factory.createShape({ type: "bpmn:Task" });
      modeling.createShape(task, { x: (from.x + to.x) / 2, y: from.y }, flow);
      modeling.updateLabel(task, "archive the invoice");"""
    process = edited(edit)
    (new,) = (task for task in process.tasks if task.name == "archive the invoice")
    assert (new.provenance, new.evidence, new.lane) == (Provenance.EDITED, (), "Lane_1")
    order = [node.id for node in process.nodes]
    assert order[order.index("Activity_3") + 1] == new.id
    assert [flow.target for flow in process.outgoing("Activity_3")] == [new.id]
    assert [flow.target for flow in process.outgoing(new.id)] == ["Event_2"]
    assert process.diagram is not None


def test_another_kind_of_gateway(edited: Callable[[str], Process]) -> None:
    process = edited("replacer.replaceElement(on('Gateway_1'), { type: 'bpmn:ParallelGateway' })")
    (gateway,) = (node for node in process.nodes if node.name == "amount?")
    assert (gateway.kind, gateway.provenance) == (GatewayKind.PARALLEL, Provenance.EDITED)


def test_a_lane_more(edited: Callable[[str], Process]) -> None:
    process = edited("modeling.updateLabel(modeling.addLane(on('Lane_2'), 'bottom'), 'auditor')")
    assert [(lane.name, lane.named) for lane in process.lanes] == [("clerk", True), ("manager", True), ("auditor", True)]
    assert process.lanes[2].provenance is Provenance.EDITED


def test_a_deleted_step(edited: Callable[[str], Process]) -> None:
    process = edited("modeling.removeShape(on('Activity_2'))")
    assert "Activity_2" not in {node.id for node in process.nodes}
    assert all("Activity_2" not in {flow.source, flow.target} for flow in process.flows)


def test_a_new_title(edited: Callable[[str], Process]) -> None:
    assert edited("modeling.updateLabel(on('Participant_1'), 'Incoming invoices')").title == "Incoming invoices"


def test_what_only_the_editor_knows_outlives_an_edit_outside_of_it(page: Page) -> None:
    drawn = """const task = replacer.replaceElement(on("Activity_1"), { type: "bpmn:UserTask" });
      modeling.setColor([task], { fill: "#ffe0b2" });
      const note = factory.createShape({ type: "bpmn:TextAnnotation" });
      modeling.appendShape(task, note, { x: task.x + 150, y: task.y - 60 }, on("Participant_1"));
      modeling.updateLabel(note, "not on Mondays");
      const data = factory.createShape({ type: "bpmn:DataObjectReference" });
      modeling.appendShape(task, data, { x: task.x, y: task.y + 150 }, on("Participant_1"));
      modeling.updateLabel(data, "the slip");"""
    in_editor = page.evaluate(EDIT, [bpmn.render(invoice()).decode(), drawn])
    process = bpmn.read(in_editor.encode(), name="process.bpmn")
    edited = bpmn.render(steps.rename(process, process.tasks[-1].id, "pay the invoice")).decode()
    again = page.evaluate(EDIT, [edited, ""])
    for kept in ("bpmn:userTask", "not on Mondays", 'name="the slip"', "#ffe0b2", "bpmn:association", "pay the invoice"):
        assert kept in again
    assert bpmn.read(again.encode(), name="process.bpmn").tasks[-1].name == "pay the invoice"
