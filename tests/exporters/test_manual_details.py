from __future__ import annotations

from dataclasses import fields
from io import BytesIO
from pathlib import Path
from typing import Any, get_args, get_type_hints

import docx
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from interview2flow import cli, pipeline
from interview2flow.analysis import review
from interview2flow.errors import InvalidDetailsError, UnreadableFileError
from interview2flow.exporters import Details, read_details, render, write_details
from interview2flow.exporters._manual.compose import IDS
from interview2flow.model.details import Record
from tests.support.processes import sketch, task

EXAMPLE = Path(__file__).parents[2] / "examples" / "details.yaml"
PROCESS = sketch([task("check", "check the invoice")], [("start", "check"), ("check", "end")])


def details(text: str) -> Details:
    return read_details(text.encode(), name="about.yaml")


def test_the_example_gives_everything_that_can_be_given() -> None:
    given = pipeline.read_details(EXAMPLE)
    assert [each.name for each in fields(Details) if not getattr(given, each.name)] == []
    assert all(chapter in EXAMPLE.read_text(encoding="utf-8") for chapter in IDS)
    assert render(PROCESS, review(PROCESS), "docx", details=given)


def test_values_stay_as_they_are_written() -> None:
    assert details("version: 1.10\ndate: 2025-03-01\nowner: yes") == Details(version="1.10", date="2025-03-01", owner="yes")


def test_what_is_left_empty_is_a_gap() -> None:
    assert details("") == details("owner:\nrisks: []\nrecords: ~") == Details()
    assert details("records:\n- name: Invoice\n  place:\n").records == (Record(name="Invoice"),)


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=9).map(str.strip).filter(bool)
plain: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    str | None: st.none() | texts,
    tuple[str, ...]: st.lists(texts).map(tuple),
}


def made(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that can be entered in the fields of `kind`."""
    return st.builds(
        kind, **{name: plain[hint] if hint in plain else several(hint) for name, hint in get_type_hints(kind).items()}
    )


def several(hint: Any) -> st.SearchStrategy[Any]:
    return st.lists(made(get_args(hint)[0]), max_size=2).map(tuple)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made(Details))
def test_what_is_written_is_read_again(given: Details) -> None:
    assert read_details(write_details(given), name="about.yaml") == given


def test_what_is_written_can_be_read_by_people_and_by_other_programs() -> None:
    written = write_details(Details(version="1.10", date="2025-03-01", owner="Åsa", purpose="One.\nTwo.", inputs=("null",)))
    assert written.decode() == (
        "version: '1.10'\ndate: '2025-03-01'\nowner: Åsa\npurpose: |-\n  One.\n  Two.\ninputs:\n- 'null'\n"
    )
    assert yaml.safe_load(write_details(pipeline.read_details(EXAMPLE)))["number"] == "FIN-014"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ownr: Finance", "“ownr” is not known; use number, version"),
        ("records: invoices", "records: this must be a list: each entry"),
        ("records:\n- place: archive", "records, entry 1: “name” is missing"),
        ("records:\n- name: a\n- name: b\n  keep: 1 year", "records, entry 2: “keep” is not known; use name, place, retention"),
        ("records:\n- Invoice", "records, entry 1: this must be a list of “name: value”"),
        ("inputs:\n- [a]", "inputs, entry 1: this must be text"),
        ("purpose: {a: b}", "purpose: this must be text"),
        ("- owner", "this must be a list of “name: value”"),
        ("owner: a\nscope: [", "line 2: "),
        ("&a [*a]", "line 1: found unconstructable recursive node"),
        ("{a: b}: c", "line 1: found unhashable key"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(text: str, reason: str) -> None:
    with pytest.raises(InvalidDetailsError) as error:
        details(text)
    assert str(error.value).startswith("about.yaml cannot be used: ")
    assert reason in str(error.value)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InvalidDetailsError):
        read_details(b"\xff\xfe\x00", name="about.yaml")


def test_signs_that_no_text_holds_are_refused_in_one_line() -> None:
    with pytest.raises(InvalidDetailsError) as error:
        details("owner: a\x00b")
    assert "\n" not in str(error.value)


def test_hostile_details_come_out_as_text() -> None:
    hostile = details(
        'owner: "<script>\\x07=cmd()\\u202E"\nrisks:\n- risk: "{risk} %s </w:t>"\nresponsibilities:\n- informed: ["<b>"]'
    )
    document = docx.Document(BytesIO(render(PROCESS, (), "docx", details=hostile)))
    shown = [cell.text for table in document.tables for cell in table._cells]
    assert {"<script>=cmd()", "{risk} %s </w:t>", "<b>"} <= set(shown)


def test_steps_and_chapters_that_there_are_not_are_refused() -> None:
    for text, reason in {
        "responsibilities:\n- step: 9\n  accountable: A": "no step “9”",
        "leave_out: [riskz]": "no chapter “riskz”; use summary, history",
    }.items():
        with pytest.raises(InvalidDetailsError, match=reason):
            render(PROCESS, (), "docx", details=details(text))


def test_formats_without_a_manual_take_no_notice() -> None:
    assert render(PROCESS, (), "svg", details=Details(owner="Finance")) == render(PROCESS, (), "svg")


def test_details_come_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "process.bpmn").write_bytes(render(PROCESS, (), "bpmn"))
    (tmp_path / "about.yaml").write_text("owner: Finance", encoding="utf-8")
    arguments = ["export", str(tmp_path / "process.bpmn"), str(tmp_path / "manual.docx"), "--details"]
    assert CliRunner().invoke(cli.app, [*arguments, str(tmp_path / "about.yaml")]).exit_code == 0
    (tmp_path / "about.yaml").write_text("ownr: Finance", encoding="utf-8")
    refused = CliRunner().invoke(cli.app, [*arguments, str(tmp_path / "about.yaml")])
    assert refused.exit_code == cli.FAILED
    assert "“ownr” is not known" in refused.output
    with pytest.raises(UnreadableFileError):
        pipeline.read_details(tmp_path / "missing.yaml")
