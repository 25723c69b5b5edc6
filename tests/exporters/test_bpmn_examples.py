"""Real interviews' processes as BPMN and JSON: valid by the published schemas, read back as they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from interview2flow.analysis import review
from interview2flow.exporters import bpmn
from interview2flow.exporters import json as json_exporter
from interview2flow.model import Process
from tests.support.gold_process import gold_process

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "schemas" / "bpmn" / "BPMN20.xsd"))


@pytest.fixture
def process(example: Path) -> Process:
    """What a careful coordinator would draw of an example."""
    return gold_process(example)


def test_the_omg_s_schema_accepts_it_and_it_is_read_back(process: Process) -> None:
    written = bpmn.render(process)
    SCHEMA.assertValid(etree.fromstring(written))
    assert bpmn.read(written, name="process.bpmn") == process


@pytest.mark.parametrize("extension", ["camunda", "zeebe"])
def test_camunda_modeler_opens_it_without_warnings(node: Callable[..., str], process: Process, extension: str) -> None:
    content = node("rewrite.js", extension, content=bpmn.render(process).decode())
    assert bpmn.read(content.encode(), name="process.bpmn") == process


def test_bpmnlint_has_nothing_to_say(bpmnlint: Callable[..., None], process: Process, tmp_path: Path) -> None:
    file = tmp_path / "process.bpmn"
    file.write_bytes(bpmn.render(process))
    bpmnlint(file, rules="drafts.json")


def test_the_json_fits_its_schema_and_holds_every_quote(process: Process) -> None:
    content = json.loads(json_exporter.render(process, review(process)))
    Draft202012Validator(json_exporter.schema()).validate(content)
    quotes = [place["quote"] for step in content["steps"] for place in step["evidence"]]
    assert quotes == [said.quote for task in process.tasks for said in task.evidence]
