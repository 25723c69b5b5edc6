"""What the coordinator changed in an editor is read as edited, and the rest as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from interview2flow.exporters import bpmn
from interview2flow.model import Process, Provenance, Task
from tests.exporters.process_strategies import invoice

BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


class Edited:
    """The invoice process's file, changed as an editor changes it."""

    def __init__(self) -> None:
        self.root = etree.fromstring(bpmn.render(invoice()))

    def part(self, part_id: str) -> etree._Element:
        (found,) = self.root.xpath("//*[@id=$id]", id=part_id)
        return found

    def move(self, node: str, lane: str) -> None:
        (reference,) = (ref for ref in self.root.iter(f"{BPMN}flowNodeRef") if ref.text == node)
        self.part(lane).append(reference)

    def add(self, tag: str, **attributes: str) -> None:
        etree.SubElement(self.root.find(f"{BPMN}process"), BPMN + tag, **attributes)

    def read(self) -> Process:
        return bpmn.read(etree.tostring(self.root), name="process.bpmn")


@pytest.fixture
def edited() -> Edited:
    return Edited()


def test_a_new_label_is_edited_and_keeps_its_quotes(edited: Edited) -> None:
    edited.part("Activity_1").set("name", "examine the invoice")
    before, after = invoice().node("Activity_1"), edited.read().node("Activity_1")
    assert after == replace(before, name="examine the invoice", provenance=Provenance.EDITED)


def test_another_lane_is_an_edited_actor_but_the_same_step(edited: Edited) -> None:
    edited.move("Activity_1", "Lane_2")
    before, after = invoice().node("Activity_1"), edited.read().node("Activity_1")
    assert after == replace(before, lane="Lane_2", actor=Provenance.EDITED)


def test_a_new_condition_is_edited_and_a_moved_arrow_too(edited: Edited) -> None:
    edited.part("Flow_3").set("name", "over 10,000")
    edited.part("Flow_6").set("targetRef", "Event_2")
    provenance = {flow.id: flow.provenance for flow in edited.read().flows}
    assert {name for name, value in provenance.items() if value is Provenance.EDITED} == {"Flow_3", "Flow_6"}


def test_a_renamed_lane_is_named(edited: Edited) -> None:
    process = replace(invoice(), lanes=(replace(invoice().lanes[0], name="not stated", named=False), invoice().lanes[1]))
    edited.root = etree.fromstring(bpmn.render(process))
    assert not edited.read().lanes[0].named
    edited.part("Lane_1").set("name", "accountant")
    lane = edited.read().lanes[0]
    assert (lane.name, lane.named, lane.provenance) == ("accountant", True, Provenance.EDITED)


def test_a_new_step_is_edited_and_told_after_what_leads_to_it(edited: Edited) -> None:
    edited.add("userTask", id="Activity_0abc12d", name="stamp the invoice")
    edited.part("Flow_6").set("targetRef", "Activity_0abc12d")
    edited.add("sequenceFlow", id="Flow_0x", sourceRef="Activity_0abc12d", targetRef="Activity_3")
    etree.SubElement(edited.part("Lane_1"), f"{BPMN}flowNodeRef").text = "Activity_0abc12d"
    process = edited.read()
    new = process.node("Activity_0abc12d")
    assert isinstance(new, Task)
    assert (new.provenance, new.actor, new.evidence, new.lane) == (Provenance.EDITED, Provenance.EDITED, (), "Lane_1")
    order = [node.id for node in process.nodes]
    assert order[order.index("Gateway_2") :] == ["Gateway_2", "Activity_0abc12d", "Activity_3", "Event_2"]


def test_a_deleted_step_is_gone(edited: Edited) -> None:
    for part in ("Event_2", "Flow_7"):
        edited.part(part).getparent().remove(edited.part(part))
    assert "Event_2" not in {node.id for node in edited.read().nodes}


def test_quotes_are_read_from_our_own_data_only(edited: Edited) -> None:
    edited.part("Activity_1").find(f"{BPMN}documentation").text = "something else"
    assert edited.read().node("Activity_1") == invoice().node("Activity_1")


def test_the_pool_s_heading_is_the_title(edited: Edited) -> None:
    edited.part("Participant_1").set("name", "Incoming invoices")
    assert edited.read().title == "Incoming invoices"


def test_what_was_edited_stays_so_when_it_is_written_again(edited: Edited) -> None:
    edited.part("Activity_1").set("name", "examine the invoice")
    process = edited.read()
    assert bpmn.read(bpmn.render(process), name="process.bpmn") == process


def test_a_second_pool_with_steps_is_refused_by_name(edited: Edited) -> None:
    collaboration = edited.root.find(f"{BPMN}collaboration")
    etree.SubElement(collaboration, f"{BPMN}participant", id="P2", name="Supplier", processRef="Process_2")
    other = etree.SubElement(edited.root, f"{BPMN}process", id="Process_2")
    assert edited.read().title == "Supplier invoices"
    etree.SubElement(other, f"{BPMN}task", id="T2")
    with pytest.raises(Exception, match=r"2 processes \(Supplier invoices, Supplier\)"):
        edited.read()


def test_a_label_broken_into_lines_in_the_editor_is_one_line(edited: Edited) -> None:
    edited.part("Activity_1").set("name", "examine\nthe  invoice ")
    assert edited.read().node("Activity_1").name == "examine the invoice"
