from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from interview2flow.analysis import review
from interview2flow.exporters import questions
from interview2flow.languages import texts
from interview2flow.model import Fact, FactKind, Process, Question
from tests.support.gold_process import EXAMPLES, gold_process
from tests.support.processes import INTERVIEW, OTHER, SOURCE, said, sketch, task

FOLDERS = sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml"))


def sheet(process: Process) -> str:
    return questions.render(process, review(process)).decode()


def headings(text: str, level: int) -> list[str]:
    mark = "#" * level + " "
    return [line.removeprefix(mark) for line in text.splitlines() if line.startswith(mark)]


def test_each_interviewee_gets_a_section_with_the_own_words() -> None:
    ask = [
        Question(ask="who signs", about="pay", source=SOURCE, evidence=said("I'd have to ask")),
        Question(ask="who signs", about="pay", source=OTHER.name, evidence=said("I'd have to ask")),
    ]
    process = sketch([task("pay", "pay")], [("start", "pay"), ("pay", "end")], questions=ask, interviews=[INTERVIEW, OTHER])
    text = sheet(process)
    assert headings(text, 2) == ["Maija, clerk", "Olli, manager"]
    assert headings(text, 3) == ["1. Who signs?", "1. Who signs?"]
    assert "*About step 1, pay*" in text
    assert "> You said: “I'd have to ask”" in text
    assert "> Maija, clerk said: “I'd have to ask”" in text


def test_what_nobody_can_be_asked_about_comes_last() -> None:
    process = sketch([task("pay", "pay", "Lane_unknown", evidence=())], [("start", "pay"), ("pay", "end")], interviews=[])
    assert headings(sheet(process), 2) == ["Whom to ask is not known"]


def test_nothing_open_is_said_so() -> None:
    text = sheet(sketch([task("pay", "pay")], [("start", "pay"), ("pay", "end")]))
    assert text == "# Open questions: Paying an invoice\n\nNothing is open.\n"


def test_complaints_go_to_the_coordinator_only() -> None:
    slow = task("pay", "pay", facts=(Fact(FactKind.COMPLAINT, "my boss is slow", said("my boss is slow")),))
    text = sheet(sketch([slow], [("start", "pay"), ("pay", "end")]))
    assert headings(text, 2) == ["For the coordinator: waits and complaints"]


def test_words_stay_words_in_markdown() -> None:
    process = sketch([task("pay", "<script>*x*", "Lane_unknown", evidence=(said("a\n# b"),))], [("start", "pay"), ("pay", "end")])
    process = replace(process, title="[a](b)\x00")
    text = sheet(process)
    assert headings(text, 1) == ["Open questions: \\[a\\](b)"]
    assert "\\<script\\>\\*x\\*" in text
    assert "“a \\# b”" in text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_an_example_speaks_its_own_language(folder: Path) -> None:
    process = gold_process(folder)
    text = sheet(process)
    assert texts(process.language, "manual")["questions"]["answer"] in text
    assert headings(text, 2)[0] == str(process.interviews[0].interviewee)
    assert questions.render(process, review(process)).decode() == text
