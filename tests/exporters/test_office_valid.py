"""Word and Excel files as a checker of others sees them: by the rules of ECMA-376 and of Microsoft's own SDK."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from interview2flow import pipeline
from interview2flow.analysis import review
from interview2flow.editing import roles
from interview2flow.exporters import Details, render
from interview2flow.model import Process
from tests.exporters.process_strategies import invoice
from tests.support.gold_process import gold_process

DETAILS = Path(__file__).parents[2] / "examples" / "details.yaml"
HOSTILE = '<script>alert(1)</script> "=cmd()" \u202eabc \U0001f642 \x07 ]]> &amp; {{title}} ' + "x" * 300


def faults(content: bytes, folder: Path, ending: str) -> list[str]:
    file = folder / f"file.{ending}"
    file.write_bytes(content)
    return [f"{found.part_uri} {found.path}: {found.description}" for found in OpenXmlValidator().validate(file).errors]


def hostile() -> Process:
    process = invoice()
    return replace(
        process,
        title=HOSTILE,
        lanes=tuple(replace(lane, name=f"{HOSTILE} {lane.id}") for lane in process.lanes),
        nodes=tuple(replace(node, name=HOSTILE) for node in process.nodes),
        flows=tuple(replace(flow, name=HOSTILE) for flow in process.flows),
    )


@pytest.mark.parametrize(("form", "ending"), [("docx", "docx"), ("followup", "docx"), ("xlsx", "xlsx")])
def test_examples_have_no_faults(example: Path, tmp_path: Path, form: str, ending: str) -> None:
    process = gold_process(example)
    since = roles.assign(process, process.tasks[-1].id, "Purchasing")
    details = pipeline.read_details(DETAILS)
    assert faults(render(process, review(process), form, details=details, since=since), tmp_path, ending) == []


def test_every_handbook_has_no_faults(example: Path, tmp_path: Path) -> None:
    process = gold_process(example)
    with ZipFile(BytesIO(render(process, review(process), "handbook"))) as package:
        assert [faults(package.read(name), tmp_path, "docx") for name in package.namelist()] == [[] for _ in package.namelist()]


@pytest.mark.parametrize(("form", "ending"), [("docx", "docx"), ("followup", "docx"), ("xlsx", "xlsx")])
def test_hostile_words_make_no_faults(tmp_path: Path, form: str, ending: str) -> None:
    details = Details(version=HOSTILE, owner=HOSTILE, status=HOSTILE, purpose=HOSTILE)
    assert faults(render(hostile(), review(hostile()), form, details=details), tmp_path, ending) == []


def test_faults_are_found(tmp_path: Path) -> None:
    with ZipFile(BytesIO(render(invoice(), (), "docx"))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:pPr>", b'<w:pPr><w:jc w:val="center"/>', 1)
    broken = BytesIO()
    with ZipFile(broken, "w") as package:
        for name, part in parts.items():
            package.writestr(name, part)
    assert faults(broken.getvalue(), tmp_path, "docx") != []
