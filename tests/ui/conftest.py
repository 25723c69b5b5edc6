"""A store of its own for each test of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview2flow.exporters import bpmn
from interview2flow.model import Process, Provenance
from interview2flow.storage import VARIABLE, Store
from interview2flow.ui import library
from tests.support.processes import sketch, task


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    library.store.clear()
    with Store.open(tmp_path) as opened:
        yield opened
    library.store.clear()


@pytest.fixture
def process() -> Process:
    return sketch(
        [
            task("Activity_1", "check the invoice"),
            task("Activity_2", "pay the invoice", lane="Lane_unknown", evidence=(), provenance=Provenance.INFERRED),
        ],
        [("start", "Activity_1"), ("Activity_1", "Activity_2"), ("Activity_2", "end")],
    )


@pytest.fixture
def xml(process: Process) -> str:
    return bpmn.render(process).decode()


@pytest.fixture
def project(store: Store, xml: str) -> str:
    created = store.create_project("Paying an invoice", language="en")
    store.save(created.id, xml, based_on=None)
    return created.id
