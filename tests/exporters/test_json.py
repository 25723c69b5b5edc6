"""What we write as JSON is what the published schema says, with nothing left out."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from interview2flow.exporters import json as exporter
from interview2flow.model import EventKind, FactKind, Finding, GatewayKind, Lane, Process, Provenance, SequenceFlow, Severity
from tests.exporters.process_strategies import invoice, processes

VALIDATOR = Draft202012Validator(exporter.schema())
FINDINGS = (
    Finding(rule="told_open", text="Who files it?", severity=Severity.GAP, about="Activity_3", source="anna.txt", asks=True),
    Finding(rule="bottleneck", text="Two days are waited here.", severity=Severity.NOTE, about="Activity_2"),
)


@settings(deadline=None)
@given(processes())
def test_every_process_fits_the_schema(process: Process) -> None:
    Draft202012Validator.check_schema(exporter.schema())
    VALIDATOR.validate(json.loads(exporter.render(process, FINDINGS)))


def test_a_step_tells_its_facts_in_plain_words() -> None:
    checked, signed, booked = json.loads(exporter.render(invoice(), FINDINGS))["steps"]
    assert (checked["uses"], checked["documents"], checked["pain"]) == (["Visma"], ["invoice"], ["Visma is slow"])
    assert checked["takes"] == {"work": "5 minutes"}
    assert signed["takes"] == {"wait": "2 days"}
    assert booked["evidence"][0]["quote"] == "I book it"


def test_only_questions_to_somebody_are_open_questions() -> None:
    content = json.loads(exporter.render(invoice(), FINDINGS))
    assert content["open_questions"] == [{"about": "Activity_3", "ask": "Who files it?", "source": "anna.txt", "also": []}]
    assert [finding["severity"] for finding in content["findings"]] == ["gap", "note"]


def test_nodes_keep_the_manual_s_order() -> None:
    assert json.loads(exporter.render(invoice(), ()))["order"] == [node.id for node in invoice().nodes]


def test_letters_are_written_as_they_are() -> None:
    written = exporter.render(Process(title="Tavaran vastaanotto – överlämning ä", language="fi"), ())
    assert "Tavaran vastaanotto – överlämning ä".encode() in written


@pytest.mark.parametrize(
    ("name", "key", "kinds"),
    [
        ("fact", "kind", FactKind),
        ("gateway", "kind", GatewayKind),
        ("event", "kind", EventKind),
        ("provenance", None, Provenance),
    ],
)
def test_the_schema_knows_all_kinds(name: str, key: str | None, kinds: type) -> None:
    definition = exporter.schema()["$defs"][name]
    assert (definition["properties"][key] if key else definition)["enum"] == [kind.value for kind in kinds]


@pytest.mark.parametrize(("name", "kind"), [("lane", Lane), ("flow", SequenceFlow), ("finding", Finding)])
def test_the_schema_leaves_nothing_out(name: str, kind: type) -> None:
    assert set(exporter.schema()["$defs"][name]["properties"]) == {field.name for field in fields(kind)}
