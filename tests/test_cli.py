from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
import yaml
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from interview2flow import cli, read_process
from interview2flow.languages.inflection import inflection
from interview2flow.storage import Store

TEMPLATES = Path(__file__).parents[1] / "examples" / "templates"
PNG = b"\x89PNG\r\n\x1a\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


@pytest.fixture
def interview(tmp_path: Path) -> Path:
    file = tmp_path / "talk.txt"
    file.write_text(
        "Interviewer: What do you do first?\n\nAnna: I open the mailbox. Then I check the invoice. "
        "If the amount is wrong, I send the invoice back to the supplier. Otherwise I post the invoice in Parsona.\n",
        encoding="utf-8",
    )
    return file


def test_an_example_becomes_all_files(example: Path, tmp_path: Path) -> None:
    gold = yaml.safe_load((example / "gold.yaml").read_text(encoding="utf-8"))
    (who,) = gold["interviews"]
    role = gold["roles"][who["role"]][0]
    result = run("draft", example / who["file"], "--interviewee", f"{who['speaker']}, {role}", "--out", tmp_path)
    assert result.exit_code == 0, result.output
    assert {path.name for path in tmp_path.iterdir()} == set(cli.OUTPUTS)

    process = read_process(tmp_path / "process.bpmn")
    assert process.language == gold["language"]
    assert len(process.tasks) > len(gold["steps"]) / 2
    assert all(task.evidence for task in process.tasks)
    assert any(lane.name.lower() == role.lower() for lane in process.lanes)

    told = json.loads((tmp_path / "process.json").read_text(encoding="utf-8"))
    assert [step["id"] for step in told["steps"]] == [task.id for task in process.tasks]
    assert (tmp_path / "flowchart.png").read_bytes().startswith(PNG)
    assert len(PdfReader(tmp_path / "flowchart.pdf").pages) == 1
    assert process.tasks[0].name.split()[0] in (tmp_path / "flowchart.svg").read_text(encoding="utf-8")
    words = "\n".join(cell.text for table in docx.Document(str(tmp_path / "manual.docx")).tables for cell in table._cells)
    told_to = inflection(process.language).instruction
    assert all(told_to(task.name).lower() in words.lower() for task in process.tasks)


def test_the_summary_names_files_and_open_points(interview: Path, tmp_path: Path) -> None:
    result = run("draft", interview, "--interviewee", "Anna, clerk", "--title", "Invoices", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("Invoices (steps: ")
    assert str(tmp_path / "out" / "manual.docx") in result.stdout


def test_quiet_says_nothing(interview: Path, tmp_path: Path) -> None:
    result = run("draft", interview, "--out", tmp_path / "out", "-q")
    assert (result.exit_code, result.output) == (0, "")


def test_the_same_interview_gives_the_same_files(interview: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        assert run("draft", interview, "--out", tmp_path / folder, "-q").exit_code == 0
    for name in cli.OUTPUTS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_an_unreadable_file_is_named_and_the_rest_goes_on(interview: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no zip")
    result = run("draft", broken, interview, "--out", tmp_path / "out")
    assert result.exit_code == cli.SOME_LEFT_OUT
    assert "broken.docx" in result.stderr
    assert (tmp_path / "out" / "manual.docx").exists()


def test_nothing_readable_fails_with_the_reason(tmp_path: Path) -> None:
    result = run("draft", tmp_path / "missing.txt", "--out", tmp_path / "out")
    assert result.exit_code == cli.FAILED
    assert "missing.txt" in result.stderr
    assert not (tmp_path / "out").exists()


def test_two_files_of_one_name_are_told_apart(interview: Path, tmp_path: Path) -> None:
    other = tmp_path / "second" / interview.name
    other.parent.mkdir()
    other.write_text("Interviewer: And you?\n\nBo: I pay the invoice.\n", encoding="utf-8")
    assert run("draft", interview, other, "--out", tmp_path / "out", "-q").exit_code == 0
    process = read_process(tmp_path / "out" / "process.bpmn")
    assert [talk.name for talk in process.interviews] == ["talk.txt", "talk (2).txt"]


def test_interviewees_must_match_the_files(interview: Path, tmp_path: Path) -> None:
    result = run("draft", interview, "--interviewee", "Anna", "--interviewee", "Bo", "--out", tmp_path / "out")
    assert result.exit_code == 2


def test_export_writes_an_edited_file_in_another_format(interview: Path, tmp_path: Path) -> None:
    assert run("draft", interview, "--out", tmp_path, "-q").exit_code == 0
    edited = tmp_path / "edited.bpmn"
    text = (tmp_path / "process.bpmn").read_text(encoding="utf-8")
    task = read_process(tmp_path / "process.bpmn").tasks[0]
    edited.write_text(text.replace(f'name="{task.name}"', 'name="water the flowers"'), encoding="utf-8")
    assert run("export", edited, tmp_path / "edited.docx").exit_code == 0
    words = "\n".join(cell.text for table in docx.Document(str(tmp_path / "edited.docx")).tables for cell in table._cells)
    assert "water the flowers" in words.lower()


def test_an_unknown_format_says_which_are_known(interview: Path, tmp_path: Path) -> None:
    assert run("draft", interview, "--out", tmp_path, "-q").exit_code == 0
    result = run("export", tmp_path / "process.bpmn", tmp_path / "process.xyz")
    assert result.exit_code == cli.FAILED
    assert "docx" in result.stderr


def test_a_decision_is_explained_by_words_or_by_the_step_s_number(interview: Path) -> None:
    by_words = run("explain", interview, "check the invoice", "--interviewee", "Anna, clerk")
    assert by_words.exit_code == 0, by_words.output
    assert "I check the invoice" in by_words.output
    assert "Who does it? clerk" in by_words.output
    by_number = run("explain", interview, "--step", "1")
    assert by_number.exit_code == 0, by_number.output
    assert "I open the mailbox" in by_number.output


@pytest.mark.parametrize(
    ("arguments", "code"), [(("no such words",), 1), (("--step", "99"), 1), ((), 2), (("invoice", "--step", "1"), 2)]
)
def test_what_cannot_be_explained_says_why(interview: Path, arguments: tuple[str, ...], code: int) -> None:
    assert run("explain", interview, *arguments).exit_code == code


def test_one_interviewee_can_be_asked_alone(interview: Path, tmp_path: Path) -> None:
    assert run("draft", interview, "--interviewee", "Anna, clerk", "--out", tmp_path, "-q").exit_code == 0
    sheet = tmp_path / "anna.docx"
    assert run("export", tmp_path / "process.bpmn", sheet, "--format", "followup", "--for", "anna").exit_code == 0
    assert docx.Document(str(sheet)).paragraphs
    result = run("export", tmp_path / "process.bpmn", sheet, "--format", "followup", "--for", "Bo")
    assert result.exit_code == 2
    assert "Anna, clerk" in " ".join(result.stderr.split())


def test_a_role_gets_its_handbook_alone(interview: Path, tmp_path: Path) -> None:
    assert run("draft", interview, "--interviewee", "Anna, clerk", "--out", tmp_path, "-q").exit_code == 0
    handbook = tmp_path / "clerk.docx"
    assert run("export", tmp_path / "process.bpmn", handbook, "--format", "handbook", "--for", "clerk").exit_code == 0
    assert "clerk" in docx.Document(str(handbook)).core_properties.title
    result = run("export", tmp_path / "process.bpmn", handbook, "--format", "handbook", "--for", "astronaut")
    assert result.exit_code == cli.FAILED
    assert "clerk" in result.stderr


def test_word_files_are_written_into_a_template(interview: Path, tmp_path: Path) -> None:
    run("draft", interview, "--out", tmp_path, "--template", TEMPLATES / "koivurannan-kaupunki.docx", "-q")
    for name in ("manual.docx", "followup.docx"):
        header = docx.Document(str(tmp_path / name)).sections[-1].header.tables[0]
        assert header.rows[0].cells[0].paragraphs[0].text == "Koivurannan kaupunki"
    wrong = tmp_path / "wrong.dotm"
    wrong.write_bytes(b"PK nothing")
    result = run("export", tmp_path / "process.bpmn", tmp_path / "other.docx", "--template", wrong)
    assert result.exit_code == cli.FAILED
    assert "wrong.dotm cannot be used as a template: it is damaged." in " ".join(result.output.split())
    assert not (tmp_path / "other.docx").exists()


def test_a_copy_with_pseudonyms_names_nobody(interview: Path, tmp_path: Path) -> None:
    details = tmp_path / "details.yaml"
    details.write_text("owner: Anna\n", encoding="utf-8")
    assert run("draft", interview, "--interviewee", "Anna, clerk", "--title", "Anna pays", "--out", tmp_path, "-q").exit_code == 0
    for name, form in (("public.bpmn", "bpmn"), ("public.json", "json"), ("questions.md", "questions")):
        source = tmp_path / "process.bpmn"
        arguments = ("--format", form, "--pseudonyms", "--details", details)
        assert run("export", source, tmp_path / name, *arguments).exit_code == 0
        assert "Anna" not in (tmp_path / name).read_text(encoding="utf-8")
    details.write_text("owner: Anna Kwon\npurpose: Kwon wants it.\napprover: Head of Finance\n", encoding="utf-8")
    assert run("export", tmp_path / "process.bpmn", tmp_path / "public.md", "--pseudonyms", "--details", details).exit_code == 0
    public = (tmp_path / "public.md").read_text(encoding="utf-8")
    assert ("Anna" in public, "Kwon" in public, "Head of Finance" in public) == (False, False, True)
    sheet = tmp_path / "sheet.md"
    arguments = ("--format", "questions", "--for", "Anna", "--pseudonyms")
    assert run("export", tmp_path / "process.bpmn", sheet, *arguments).exit_code == 0
    assert "Anna" not in sheet.read_text(encoding="utf-8")
    folder = tmp_path / "public"
    assert run("draft", interview, "--interviewee", "Anna, clerk", "--pseudonyms", "--out", folder, "-q").exit_code == 0
    assert "Anna" not in (folder / "process.bpmn").read_text(encoding="utf-8")


def test_details_go_with_the_draft_into_the_app(interview: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    details, places = tmp_path / "details.yaml", ("--out", tmp_path, "--store", tmp_path / "store")
    details.write_text("owner: Finance\nresponsibilities:\n- step: 1\n  accountable: Anna\n", encoding="utf-8")
    monkeypatch.setattr("interview2flow.ui.server.run", lambda **_: None)
    looks = ("--template", TEMPLATES / "bjorkvik-energi.dotx")
    assert run("draft", interview, "--details", details, *looks, "--app", *places, "-q").exit_code == 0
    with Store.open(tmp_path / "store") as store:
        stored = store.details(store.projects()[0].id)
        template = store.template(store.projects()[0].id)
    assert template is not None
    assert template.name == "bjorkvik-energi.dotx"
    assert stored is not None
    assert "owner: Finance" in stored.text
    assert "step: Activity_" in stored.text
