"""What bpmn-js's reader and writer makes of our files, and what bpmnlint says of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from process_strategies import invoice, processes

from interview2flow.exporters import bpmn
from interview2flow.model import Process

TOOLS = Path(__file__).parents[1] / "bpmnlint"
DESCRIPTOR = Path(bpmn.__file__).with_name("i2f.moddle.json")

pytestmark = pytest.mark.skipif(
    not (TOOLS / "node_modules").exists() and not os.environ.get("CI"), reason="run `npm install` in tests/bpmnlint"
)


@pytest.fixture(scope="session")
def node(program: Callable[..., str]) -> Callable[..., str]:
    """Runs a script of the tools' folder; its warnings fail the test."""

    def run(*arguments: str | Path, content: str = "") -> str:
        command = [program("node"), *map(str, arguments)]
        done = subprocess.run(command, cwd=TOOLS, input=content, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("descriptor", [(), (DESCRIPTOR,)], ids=["as foreign data", "with our descriptor"])
def test_bpmn_js_keeps_all_that_is_ours(node: Callable[..., str], descriptor: tuple[Path, ...]) -> None:
    @settings(max_examples=15, deadline=None)
    @given(processes())
    def rewritten(process: Process) -> None:
        content = node("rewrite.js", *descriptor, content=bpmn.render(process).decode())
        again = bpmn.read(content.encode(), name="process.bpmn")
        assert again == process
        assert again.diagram == (process.diagram if process.nodes or process.lanes else None)

    rewritten()


def test_bpmnlint_has_nothing_to_say(node: Callable[..., str], tmp_path: Path) -> None:
    file = tmp_path / "invoice.bpmn"
    file.write_bytes(bpmn.render(invoice()))
    assert node("node_modules/bpmnlint/bin/bpmnlint.js", "--max-warnings", "0", file).strip() == ""
