"""What we write, we read back; the OMG's schema accepts it; the order of things is kept."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from interview2flow import layout
from interview2flow.exporters import bpmn
from interview2flow.exporters.bpmn import vocabulary
from interview2flow.model import Evidence, Process, Question
from tests.exporters.process_strategies import invoice, processes

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "bpmn" / "BPMN20.xsd"))
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


@settings(deadline=None)
@given(processes())
def test_what_is_written_is_read_back(process: Process) -> None:
    written = bpmn.render(process)
    SCHEMA.assertValid(etree.fromstring(written))
    again = bpmn.read(written, name="process.bpmn")
    assert again == process
    assert again.diagram == (process.diagram if process.nodes or process.lanes else None)
    assert bpmn.render(process) == written


def test_quotes_stand_where_any_tool_shows_them() -> None:
    root = etree.fromstring(bpmn.render(invoice()))
    task = root.find(f".//{BPMN}task[@id='Activity_1']")
    assert [quote.text for quote in task.iterchildren(f"{BPMN}documentation")] == ["I check the invoice in Visma"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff"), max_size=20))
def test_a_quote_keeps_every_letter_that_xml_can_hold(words: str) -> None:
    process = Process(title="", language="en", questions=(Question(ask="?", evidence=Evidence("a", 0, 0, 1, words)),))
    (question,) = bpmn.read(bpmn.render(process), name="x.bpmn").questions
    kept = (letter if letter >= " " or letter in "\t\n\r" else "\ufffd" for letter in words)
    assert question.evidence is not None
    assert question.evidence.quote == "".join(kept)


def test_control_characters_are_replaced() -> None:
    process = Process(title="a\x00b\x0bc", language="en")
    assert bpmn.read(bpmn.render(process), name="x.bpmn").title == "a\ufffdb\ufffdc"


def test_the_pool_is_the_one_that_the_layout_draws() -> None:
    assert vocabulary.POOL == layout.POOL
    written = etree.fromstring(bpmn.render(invoice()))
    drawn = {element.get("bpmnElement") for element in written.iter("{*}BPMNShape", "{*}BPMNEdge")}
    parts = (*invoice().nodes, *invoice().lanes, *invoice().flows)
    assert drawn == {layout.POOL, *(part.id for part in parts)}
