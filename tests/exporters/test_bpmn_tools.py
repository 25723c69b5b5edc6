"""What bpmn-js's reader and writer makes of our files, and what bpmnlint says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings

from interview2flow.exporters import bpmn
from interview2flow.model import Process
from tests.exporters.process_strategies import invoice, processes


def test_bpmn_js_keeps_all_that_is_ours(node: Callable[..., str]) -> None:
    @settings(max_examples=20, deadline=None)
    @given(processes())
    def rewritten(process: Process) -> None:
        content = node("rewrite.js", content=bpmn.render(process).decode())
        again = bpmn.read(content.encode(), name="process.bpmn")
        assert again == process
        assert again.diagram == (process.diagram if process.nodes or process.lanes else None)

    rewritten()


def test_bpmnlint_has_nothing_to_say(bpmnlint: Callable[..., None], tmp_path: Path) -> None:
    file = tmp_path / "invoice.bpmn"
    file.write_bytes(bpmn.render(invoice()))
    bpmnlint(file)
