"""The whole text of each example's manual, as it was when somebody last read it: a change of wording shows here.

`pytest tests/exporters/test_manual_golden.py --update-golden` writes the files anew.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from interview2flow.analysis import review
from interview2flow.exporters import render
from tests.support.gold_process import gold_process
from tests.support.word_text import word_text

MANUALS = Path(__file__).parent / "manuals"


def test_the_manual_reads_as_before(example: Path, request: pytest.FixtureRequest) -> None:
    process = gold_process(example)
    told = word_text(docx.Document(BytesIO(render(process, review(process), "docx"))))
    golden = MANUALS / f"{example.name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
