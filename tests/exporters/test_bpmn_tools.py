"""What bpmn-js's reader and writer makes of our files, and what bpmnlint says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from interview2flow.editing import steps
from interview2flow.exporters import bpmn
from interview2flow.model import Process
from tests.exporters.process_strategies import invoice, processes

WORKSHOP = Path(__file__).with_name("workshop.bpmn")


def test_bpmn_js_keeps_all_that_is_ours(node: Callable[..., str]) -> None:
    @settings(max_examples=20, deadline=None)
    @given(processes())
    def rewritten(process: Process) -> None:
        content = node("rewrite.js", content=bpmn.render(process).decode())
        again = bpmn.read(content.encode(), name="process.bpmn")
        assert again == process
        assert again.diagram == (process.diagram if process.nodes or process.lanes else None)

    rewritten()


@pytest.mark.parametrize("extension", ["camunda", "zeebe"])
def test_other_tools_extensions_come_back_from_an_edit_without_warnings(node: Callable[..., str], extension: str) -> None:
    edited = steps.rename(bpmn.read(WORKSHOP.read_bytes(), name=WORKSHOP.name), "accept", "take the bicycle in")
    content = node("rewrite.js", extension, content=bpmn.render(edited).decode())
    assert 'camunda:assignee="maija"' in content
    assert '<zeebe:assignmentDefinition assignee="maija"' in content
    assert bpmn.read(content.encode(), name=WORKSHOP.name) == edited


def test_bpmnlint_has_nothing_to_say(bpmnlint: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "invoice.bpmn"
    file.write_bytes(bpmn.render(invoice()))
    bpmnlint(file)
