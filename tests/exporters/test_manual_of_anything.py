from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview2flow.analysis import review
from interview2flow.exporters import questions
from interview2flow.exporters._manual import compose, question_sheets
from interview2flow.exporters.docx.package import base, pack
from interview2flow.exporters.docx.writer import write
from interview2flow.languages import LANGUAGES
from interview2flow.model import Process
from tests.exporters.process_strategies import processes

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60)


@unhurried
@given(processes(), st.sampled_from(LANGUAGES))
def test_any_process_makes_a_manual_and_questions(process: Process, language: str) -> None:
    process = replace(process, language=language)
    findings = review(process)
    document = base()
    write(document, compose(process, findings))
    assert docx.Document(BytesIO(pack(document))).tables
    asked = [question for sheet in question_sheets(process, findings) for question in sheet.questions]
    assert sorted(asked, key=findings.index) == [finding for finding in findings if finding.asks]
    assert questions.render(process, findings).startswith(b"# ")
