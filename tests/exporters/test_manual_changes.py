"""The list of what has changed since an earlier version, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from typer.testing import CliRunner

from interview2flow import cli
from interview2flow.analysis import review
from interview2flow.editing import roles, steps, ways
from interview2flow.exporters import bpmn
from interview2flow.exporters._manual import Details, compose
from interview2flow.exporters._manual.content import Chapter, Paragraph, Reference
from interview2flow.languages import LANGUAGES
from interview2flow.model import FactKind, Process
from interview2flow.model.details import Revision
from tests.exporters.process_strategies import processes
from tests.support.processes import choice, sketch, task

CHECK, CORRECT, APPROVE = task("check", "check the invoice"), task("correct", "correct it"), task("approve", "approve it")
ARROWS = {
    ("start", "check"): "",
    ("check", "right"): "",
    ("right", "correct"): "the amount is wrong",
    ("right", "approve"): "the amount is right",
    ("correct", "check"): "",
    ("approve", "end"): "",
}
BEFORE = sketch([CHECK, choice("right"), CORRECT, APPROVE], ARROWS)


def chapter(after: Process, before: Process, details: Details | None = None) -> Chapter:
    manual = compose(after, review(after), details, since=before)
    return next(chapter for chapter in manual.chapters if chapter.id == "changes")


def told(after: Process, before: Process = BEFORE) -> list[str]:
    paragraphs = [block for block in chapter(after, before).blocks if isinstance(block, Paragraph)]
    return ["".join(part.text for part in block.line) for block in paragraphs[1:]]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda it: roles.assign(it, "approve", "Purchasing"), "Step 3 is now done by Purchasing (before: clerk)."),
        (
            lambda it: replace(it, lanes=(replace(it.lanes[0], named=False), *it.lanes[1:])),
            "It is no longer said who does step 3 (before: clerk).",
        ),
        (lambda it: steps.rename(it, "approve", "sign it"), "Step 3 is now called “Sign it” (before: “Approve it”)."),
        (lambda it: steps.tell(it, "check", FactKind.SYSTEM, ["Visma"]), "Step 1 now uses Visma."),
        (lambda it: steps.tell(it, "check", FactKind.WORK_TIME, ["a day"]), "It is now said how long step 1 takes: a day."),
        (
            lambda it: ways.condition(it, "Flow_3", "a field is empty"),
            "The condition on which step 1 leads to step 2 is now “a field is empty” (before: “the amount is wrong”).",
        ),
        (
            lambda it: ways.condition(it, "Flow_4", ""),
            "Step 1 now leads to step 3 without a condition (before: “the amount is right”).",
        ),
    ],
)
def test_a_change_is_said_with_the_number_of_its_step(edit: Callable[[Process], Process], sentence: str) -> None:
    assert sentence in told(edit(BEFORE))


def test_a_new_step_says_what_it_is_and_nothing_twice() -> None:
    arrows = {**ARROWS, ("approve", "archive"): "", ("archive", "end"): ""}
    del arrows["approve", "end"]
    archive = task("archive", "archive the contract", "Lane_manager")
    after = sketch([CHECK, choice("right"), CORRECT, APPROVE, archive], arrows)
    assert told(after) == ["New: step 4, “Archive the contract”, done by manager."]
    assert told(BEFORE, after) == ["Gone: “Archive the contract”, formerly step 4."]


def test_what_no_longer_follows_is_said_with_both_ends() -> None:
    arrows = {**ARROWS, ("correct", "approve"): ""}
    del arrows["correct", "check"]
    assert told(sketch([CHECK, choice("right"), CORRECT, APPROVE], arrows)) == [
        "Step 2 no longer leads to step 1.",
        "Step 2 now leads to step 3.",
    ]
    assert told(sketch([CHECK, choice("right"), CORRECT, APPROVE], {**ARROWS, ("check", "end"): ""})) == [
        "Step 1 now leads to the end."
    ]


def test_numbers_lead_to_the_steps() -> None:
    after = roles.assign(BEFORE, "approve", "Purchasing")
    lines = [block.line for block in chapter(after, BEFORE).blocks if isinstance(block, Paragraph)]
    assert Reference("3", "step_3") in lines[1]


def test_a_renamed_role_is_one_change() -> None:
    assert told(roles.rename_role(BEFORE, "Lane_clerk", "accountant")) == ["The role “clerk” is now called “accountant”."]


def test_a_name_that_the_manual_words_the_same_is_no_change() -> None:
    before = sketch([task("a", "tarkistaa lasku")], [("start", "a"), ("a", "end")], language="fi")
    after = steps.rename(before, "a", "tarkista lasku")
    assert told(after, before) == []


def test_complaints_stay_out() -> None:
    after = steps.tell(BEFORE, "check", FactKind.COMPLAINT, ["the boss is slow"])
    assert told(after) == []
    assert "Nothing in the work itself has changed." in repr(chapter(after, BEFORE))


def test_the_heading_names_the_last_version_before_this_one() -> None:
    assert chapter(BEFORE, BEFORE).heading == "What has changed since the earlier version"
    details = Details(version="1.0", revisions=(Revision(version="0.8"), Revision(version="0.9"), Revision(version="1.0")))
    assert chapter(BEFORE, BEFORE, details).heading == "What has changed since version 0.9"


def test_without_an_earlier_version_there_is_no_chapter() -> None:
    assert "changes" not in [chapter.id for chapter in compose(BEFORE, ()).chapters]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_words_in_every_language(language: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(processes(), processes())
    def between(before: Process, after: Process) -> None:
        found = chapter(replace(after, language=language), replace(before, language=language))
        assert found.heading

    between()


def test_the_command_line_takes_an_earlier_file(tmp_path: Path) -> None:
    before, now, manual = tmp_path / "before.bpmn", tmp_path / "now.bpmn", tmp_path / "manual.md"
    before.write_bytes(bpmn.render(BEFORE))
    now.write_bytes(bpmn.render(roles.assign(BEFORE, "approve", "Purchasing")))
    done = CliRunner().invoke(cli.app, ["export", str(now), str(manual), "--since", str(before)])
    assert done.exit_code == 0, done.output
    assert "- Step [3](#step_3) is now done by Purchasing" in manual.read_text(encoding="utf-8")
