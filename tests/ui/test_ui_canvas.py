from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest

from interview2flow.model import Provenance
from interview2flow.ui.editor.canvas import NAME, change_of, payload
from interview2flow.ui.interview import pane
from interview2flow.ui.marks import Mark
from interview2flow.ui.versions import pane as versions
from interview2flow.ui.work import Change, Focus, Origin, Work

MESSAGE = {"document": "7", "xml": "<x/>", "client": "c", "sequence": 3, "base": 2}


def test_a_message_becomes_a_change() -> None:
    assert change_of(MESSAGE, project="7") == Change(xml="<x/>", origin=Origin(client="c", sequence=3), based_on=2)


@pytest.mark.parametrize(
    "message",
    [
        None,
        "x",
        {},
        {**MESSAGE, "document": "8"},
        {**MESSAGE, "xml": None},
        {**MESSAGE, "sequence": "3"},
        {**MESSAGE, "xml": "x" * 20_000_001},
    ],
)
def test_anything_else_is_left_alone(message: object) -> None:
    assert change_of(message, project="7") is None


def test_what_the_front_end_is_told_can_be_sent() -> None:
    work = Work(project="7", revision=2, xml="<x/>", origin=Origin(client="c", sequence=3), focus=Focus(element="a", turn=1))
    told = payload(work, marks={"a": Mark(provenance=Provenance.INFERRED, open="gap", title="Who?")}, texts={"toolbar": "Tools"})
    assert json.loads(json.dumps(told)) == {
        "document": "7",
        "revision": 2,
        "xml": "<x/>",
        "origin": {"client": "c", "sequence": 3},
        "focus": {"element": "a", "turn": 1},
        "refused": False,
        "marks": {"a": {"provenance": "inferred", "open": "gap", "title": "Who?"}},
        "texts": {"toolbar": "Tools"},
    }


NEEDED = {
    NAME: (
        "main.js",
        "editor.css",
        "vendor/bpmn-modeler.js",
        "vendor/minimap.js",
        "vendor/LICENSE.bpmn-js.txt",
        "vendor/LICENSE.bpmn-font.txt",
        "vendor/LICENSE.diagram-js-minimap.txt",
    ),
    pane.NAME: ("main.js", "interview.css"),
    versions.NAME: ("main.js", "versions.css"),
}


def test_the_declared_components_are_the_ones_that_are_drawn() -> None:
    package = files("interview2flow")
    declared = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))
    components = declared["tool"]["streamlit"]["component"]["components"]
    folders = {f"{declared['project']['name']}.{each['name']}": each["asset_dir"] for each in components}
    assert set(folders) == set(NEEDED)
    for name, needed in NEEDED.items():
        assets = package.joinpath(*folders[name].split("/"))
        for file in needed:
            assert assets.joinpath(*file.split("/")).is_file(), file
