from __future__ import annotations

import pytest

from interview2flow.model import Interviewee


@pytest.mark.parametrize(
    ("text", "interviewee"),
    [
        ("Marianne, AP clerk", Interviewee("Marianne", "AP clerk")),
        ("Dube, Thandeka, payroll officer", Interviewee("Dube, Thandeka", "payroll officer")),
        ("Kirsi", Interviewee("Kirsi")),
        (" , kirjaamo", Interviewee(None, "kirjaamo")),
        ("", Interviewee()),
    ],
)
def test_name_and_role_part_at_the_last_comma(text: str, interviewee: Interviewee) -> None:
    assert Interviewee.parse(text) == interviewee
