from __future__ import annotations

from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from interview2flow.analysis import review
from interview2flow.editing.pseudonyms import details_without_names, pseudonymised
from interview2flow.editing.responsibilities import by_name
from interview2flow.exporters import FORMATS, available, render
from interview2flow.model import Disagreement, Fact, FactKind, Interview, Interviewee, Matter, Process, Question, Version
from interview2flow.model.details import Definition, Details, Record, Responsibility, Revision, Risk
from tests.exporters.process_strategies import processes
from tests.support.gold_process import gold_process
from tests.support.processes import OTHER, SOURCE, said, sketch, task

MAIJA = Interviewee("Maija Virtanen", "clerk")


def told(text: str, *who: Interviewee, language: str = "en") -> str:
    """A step's name in the copy."""
    interviews = [Interview(name=f"{each.name}.txt", interviewee=each) for each in who]
    process = sketch([task("a", text, evidence=())], [("start", "a"), ("a", "end")], language=language, interviews=interviews)
    return pseudonymised(process).tasks[0].name


@pytest.mark.parametrize(
    ("language", "text", "copy"),
    [
        ("en", "ask Maija", "ask the clerk"),
        ("en", "Maija's list, Maija’ll say", "The clerk's list, the clerk’ll say"),
        ("en", "maija virtanen checks", "The clerk checks"),
        ("en", "ask Ms Virtanen. Maija knows", "ask Ms the clerk. The clerk knows"),
        ("sv", "be om Maijas lista", "be om clerks lista"),
        ("fi", "anna se Maijalle", "anna se clerk:lle"),
        ("fi", "Maijan ja Virtasen lista, Virtaselta", "Clerk:n ja clerk:n lista, clerk:lta"),
        ("fi", "kysy maijalta", "kysy clerk:lta"),
    ],
)
def test_an_interviewee_s_names_become_the_role_in_all_forms(language: str, text: str, copy: str) -> None:
    assert told(text, MAIJA, language=language) == copy


@pytest.mark.parametrize(
    ("language", "text", "copy"),
    [
        ("en", "ask Joel or Sarah", "ask Person A or Person B"),
        ("en", "ask John Kovacs, then Kovacs signs", "ask Person A, then Person A signs"),
        ("en", "Mr. Okonkwo signs", "Mr. Person A signs"),
        ("sv", "Annikas chef, herr Lindmalm", "Person As chef, herr Person B"),
        ("fi", "Pekan kone, Pekalle ja Hannekselle", "Henkilö A:n kone, Henkilö A:lle ja Henkilö B:lle"),
        ("fi", "Marja-Leena soittaa", "Henkilö A soittaa"),
    ],
)
def test_people_who_are_only_spoken_of_get_letters(language: str, text: str, copy: str) -> None:
    assert told(text, language=language) == copy


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mark it, bill the customer, will you"),
        ("en", "May we pay in Axira by June"),
        ("sv", "Hans chef bor här. Per månad"),
        ("fi", "Anna lupa. Aina pian se on valmis"),
    ],
)
def test_words_that_are_names_elsewhere_stay(language: str, text: str) -> None:
    copy = told(text, Interviewee("Pia", "clerk"), language=language)
    assert copy == text


def test_people_of_one_role_stay_apart_and_a_role_alone_is_no_name() -> None:
    text = "Maija asks Olli, the buyer pays"
    assert told(text, MAIJA, Interviewee("Olli", "clerk"), Interviewee("buyer")) == "The clerk 1 asks the clerk 2, the buyer pays"


def test_nothing_is_called_after_people_any_more() -> None:
    process = named(sketch([task("a", "check")], [("start", "a"), ("a", "end")], interviews=[]))
    copy = pseudonymised(process)
    assert [str(each.interviewee) for each in copy.interviews] == ["clerk", "Person A"]
    assert [each.name for each in copy.interviews] == ["Interview 1", "Interview 2"]
    assert {said.source for said in copy.tasks[0].evidence} == {"Interview 1"}
    assert copy.lanes[0].name == "clerk"
    assert pseudonymised(copy) == copy


NAMES = ("maija", "virtanen", "virtasen", "olli", "sarah", "kovacs")


def named(process: Process) -> Process:
    """The process with names in all its texts."""
    quote = said("Maija Virtanen gives it to Olli", source="maija.vtt")
    fact = Fact(FactKind.COMPLAINT, "Sarah Kovacs is slow", said("Kovacs, oh Sarah", source="maija.vtt"))
    nodes = [
        replace(node, name=f"{node.name} for Maija", evidence=(quote,), facts=(fact,)) if node in process.tasks else node
        for node in process.nodes
    ]
    flows = [replace(flow, name="Olli's turn" if flow.name else "", evidence=(quote,)) for flow in process.flows]
    about = process.tasks[0].id
    return replace(
        process,
        title="Virtasen laskut, by Maija",
        lanes=(replace(process.lanes[0], name="Maija"), *process.lanes[1:]),
        nodes=tuple(nodes),
        flows=tuple(flows),
        interviews=(Interview(name="maija.vtt", interviewee=MAIJA), Interview(name="Olli.docx", interviewee=Interviewee("Olli"))),
        questions=(Question(ask="does Olli sign", about=about, source="Olli.docx", evidence=quote),),
        disagreements=(
            Disagreement(
                matter=Matter.ACTOR,
                about=about,
                one=Version(text="Olli", evidence=(quote,)),
                other=Version(text="Sarah Kovacs", evidence=(quote,)),
            ),
        ),
        settled=frozenset({"open Activity_1 Does Maija pay?"}),
        dismissed=(quote,),
    )


def texts_of(content: bytes) -> str:
    """All bytes of a file as text, those of packed files unpacked."""
    if content.startswith(b"%PDF"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if not is_zipfile(BytesIO(content)):
        return content.decode(errors="replace")
    with ZipFile(BytesIO(content)) as package:
        return "\n".join(name + texts_of(package.read(name)) for name in package.namelist())


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_names_anybody(example: Path, form: str) -> None:
    if not available(form):
        pytest.skip(f"{form} needs a program that is not installed")
    process = named(gold_process(example))
    before = texts_of(render(process, review(process), form)).casefold()
    copy = pseudonymised(process)
    after = texts_of(render(copy, review(copy), form)).casefold()
    assert form in {"png", "pdf"} or "maija" in before
    assert [name for name in NAMES if name in after] == []


def entered(process: Process) -> Details:
    """Details with names in all their texts, and some that only stand there."""
    named = {each.name: "Maija and Olli, then Kwon" for each in fields(Details) if each.type == "str | None"}
    return replace(
        Details(**named),
        owner="Åsa Kwon (Head of Finance)",
        author="Tuulia-Mari Öhrnberg",
        approver="Virtanen",
        inputs=("Sarah's list",),
        definitions=(Definition(term="Kovacs rule", meaning="What Sarah Kovacs said"),),
        responsibilities=(Responsibility(step=process.tasks[0].id, accountable="Maija", consulted=("Kwon", "Purchasing")),),
        records=(Record(name="Olli's file", place="with Maija", owner="Öhrnberg"),),
        risks=(Risk(risk="Virtanen is away", control="Ask Öhrnberg"),),
        revisions=(Revision(version="0.1", author="Bo Zyxvert / Finance", change="By Zyxvert"),),
    )


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_no_format_names_whom_the_details_name(example: Path, form: str) -> None:
    process = named(gold_process(example))
    process = replace(process, title=f"{process.title} and Kwon")
    details = entered(process)
    copy = pseudonymised(process, details=details)
    shown = by_name(details_without_names(details, process), copy)
    after = texts_of(render(copy, review(copy), form, details=shown)).casefold()
    assert [name for name in (*NAMES, "kwon", "öhrnberg", "tuulia", "zyxvert") if name in after] == []


def test_details_keep_their_roles_and_what_refers_to_something() -> None:
    process = named(sketch([task("a", "check")], [("start", "a"), ("a", "end")]))
    copy = details_without_names(entered(process), process)
    assert (copy.owner, copy.approver) == ("Head of Finance", "clerk")
    assert copy.responsibilities == (Responsibility(step="a", accountable="clerk", consulted=("Head of Finance", "Purchasing")),)
    assert copy.revisions[0].author == "Finance"
    assert copy.risks[0].risk == "The clerk is away"
    assert copy.definitions[0].meaning.startswith("What Person ")  # type: ignore[union-attr]
    assert details_without_names(copy, process) == copy


@pytest.mark.parametrize(
    "role",
    [
        "Head of Finance",
        "Ekonomichef",
        "Talousjohtaja",
        "CFO",
        "process coordinator",
        "Board",
        "Hankinta",
        "Process Owner",
        "Dean of Studies",
    ],
)
def test_a_role_is_no_name(role: str) -> None:
    process = sketch([task("a", "check")], [("start", "a"), ("a", "end")])
    details = Details(owner=role, author=role, approver=role)
    assert details_without_names(details, process) == details


@pytest.mark.parametrize("name", ["Lena Bergman", "Xu Bergman", "Aino Palomies", "Mark Cook", "Kwon", "Wu"])
def test_a_name_is_no_role(name: str) -> None:
    process = sketch([task("a", "check")], [("start", "a"), ("a", "end")])
    assert details_without_names(Details(owner=name), process).owner == "Person A"


def test_what_is_settled_stays_settled() -> None:
    question = Question(ask="does Olli sign", about="a", source=OTHER.name)
    process = sketch([task("a", "check")], [("start", "a"), ("a", "end")], questions=[question], interviews=[OTHER])
    asked = next(finding for finding in review(process) if "Olli" in finding.text)
    copy = pseudonymised(replace(process, settled=frozenset({asked.key})))
    assert not [finding for finding in review(copy) if "sign" in finding.text]
    assert SOURCE not in {each.name for each in copy.interviews}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(processes())
def test_any_process_has_a_copy_of_the_same_shape(process: Process) -> None:
    copy = pseudonymised(process)
    assert [node.id for node in copy.nodes] == [node.id for node in process.nodes]
    assert copy.graph.edges == process.graph.edges


def test_an_earlier_version_calls_people_as_the_copy_does() -> None:
    arrows = [("start", "a"), ("a", "b"), ("b", "end")]
    earlier = sketch([task("a", "ask Joel"), task("b", "ask Sarah")], arrows)
    now = replace(earlier, nodes=(earlier.nodes[0], *reversed(earlier.nodes[1:3]), earlier.nodes[3]))
    names = {step.id: step.name for step in pseudonymised(now).tasks}
    assert {step.id: step.name for step in pseudonymised(now, earlier=earlier).tasks} == names
