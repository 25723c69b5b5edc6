"""The command line: `draft`, `export`, `explain` and `app`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from interview2flow import exporters, pipeline, spoken
from interview2flow.editing.pseudonyms import details_without_names, pseudonymised
from interview2flow.editing.responsibilities import by_id, by_name
from interview2flow.errors import Interview2FlowError
from interview2flow.exporters import Details, Template
from interview2flow.model import Finding, Interviewee, Process, Transcript

FAILED: Final = 1
SOME_LEFT_OUT: Final = 3
OUTPUTS: Final = {
    "process.bpmn": "bpmn",
    "process.json": "json",
    "flowchart.svg": "svg",
    "flowchart.png": "png",
    "flowchart.pdf": "pdf",
    "manual.docx": "docx",
    "questions.md": "questions",
    "followup.docx": "followup",
    "handbooks.zip": "handbook",
}

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out, err = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)


class Language(StrEnum):
    """The languages an interview can be in."""

    EN = "en"
    SV = "sv"
    FI = "fi"


About = Annotated[
    Path | None,
    typer.Option(
        "--details", metavar="FILE.yaml", help="What the manual says about itself: owner, purpose, approver and others."
    ),
]
Pool = Annotated[
    str | None, typer.Option("--pool", metavar="NAME", help="Of a file with steps in several pools: the one to take.")
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--since", metavar="EARLIER.bpmn", help="An earlier version of the same process: the manual lists what has changed since."
    ),
]
Looks = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE.docx",
        help="Your own Word file: what goes to Word takes its styles, header and footer.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Pseudonyms = Annotated[
    bool, typer.Option("--pseudonyms", help="Write a copy that names nobody: roles instead, or Person A. Read it once yourself.")
]
Store = Annotated[str | None, typer.Option(help="Folder or database URL of the projects.", envvar="INTERVIEW2FLOW_STORE")]


@app.callback()
def about() -> None:
    """Turns staff interviews into a flowchart and a Word manual, on this machine alone.

    Exit codes: 0 all done, 1 nothing done, 2 wrong usage, 3 done, but some files were left out.
    """


@app.command()
def draft(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Interviews about one and the same work.")],
    interviewee: Annotated[
        list[str] | None, typer.Option(metavar='"NAME, ROLE"', help="Who was interviewed; one per file, in the same order.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="What the process is called.")] = None,
    language: Annotated[Language | None, typer.Option(help="The interviews' language; detected if left out.")] = None,
    folder: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the files go.")] = Path("out"),
    then_edit: Annotated[bool, typer.Option("--app", help="Keep it as a project and open it in the app.")] = False,
    store: Store = None,
    about_manual: About = None,
    looks: Looks = None,
    pseudonyms: Pseudonyms = False,
    quiet: Quiet = False,
) -> None:
    """Make a draft flowchart and manual from interviews."""
    if interviewee and len(interviewee) != len(files):
        raise typer.BadParameter(
            f"{len(files)} files but {len(interviewee)} interviewees; give one each, in the same order",
            param_hint="--interviewee",
        )
    who = [Interviewee.parse(text) for text in interviewee or [""] * len(files)]
    with reporting_errors():
        details = pipeline.read_details(about_manual) if about_manual else None
        template = pipeline.read_template(looks) if looks else None
        transcripts = read_all(files, who, language=language)
        with progress(quiet=quiet) as tell:
            process = pipeline.draft(transcripts, title=title, language=language, progress=tell)
            shown, known = copy_of(process, details) if pseudonyms else (process, details)
            findings = pipeline.review(shown)
            written = write_all(shown, findings, folder, tell, details=known, template=template)
        if not quiet:
            summarise(shown, findings, written)
        if then_edit:
            edit(process, transcripts, details, template, store=store)
    if len(transcripts) < len(files):
        raise typer.Exit(SOME_LEFT_OUT)


@app.command()
def export(
    source: Annotated[Path, typer.Argument(metavar="PROCESS.bpmn", help="A stored or edited BPMN file.")],
    target: Annotated[
        Path, typer.Argument(metavar="FILE", help="What to write; its ending names the format, manual.pdf is the manual.")
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            help="The format, where the name does not say it: followup and questions ask, handbook is for each role, "
            "manual is the manual as PDF.",
        ),
    ] = None,
    whom: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="NAME",
            help="Only for this one: an interviewee to ask (name, role, interview file), or a role's handbook.",
        ),
    ] = None,
    about_manual: About = None,
    looks: Looks = None,
    since: Since = None,
    pool: Pool = None,
    pseudonyms: Pseudonyms = False,
    quiet: Quiet = False,
) -> None:
    """Write a BPMN file in another format (docx, svg, png, pdf, json, followup and others)."""
    with reporting_errors():
        process = pipeline.read_process(source, pool=pool)
        earlier = pipeline.read_process(since, pool=pool) if since else None
        details = pipeline.read_details(about_manual) if about_manual else None
        template = pipeline.read_template(looks) if looks else None
        findings, role, asked = None, None, None
        if whom is not None and exporters.for_roles(form or exporters.form_of(target.name)):
            role = whom
        elif whom is not None:
            asked = [each.name for each in process.interviews].index(interview_of(process, whom))
        if pseudonyms:
            earlier = earlier and pseudonymised(process, earlier=earlier, details=details)
            process, details = copy_of(process, details)
        if asked is not None:
            process, findings = spoken.questions_for(process, process.interviews[asked].name)
        written = pipeline.export(
            process, target, form=form, findings=findings, details=details, since=earlier, role=role, template=template
        )
        if not quiet:
            out.print(f"Written: {written}", markup=False)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An interview.")],
    words: Annotated[str | None, typer.Argument(metavar='"WORDS"', help="Some of its words, as they stand there.")] = None,
    step: Annotated[int | None, typer.Option(help="Instead of words: a step's number in the draft of this interview.")] = None,
    interviewee: Annotated[str | None, typer.Option(metavar='"NAME, ROLE"', help="Who was interviewed.")] = None,
    language: Annotated[Language | None, typer.Option(help="The interview's language; detected if left out.")] = None,
) -> None:
    """Say why words became a step or none, who does it, and what it follows: probabilities, and what moved them."""
    from interview2flow.extraction.explaining.lines import lines

    if (words is None) == (step is None):
        raise typer.BadParameter("give either some words of the interview or --step", param_hint="WORDS")
    with reporting_errors():
        who = Interviewee.parse(interviewee) if interviewee else None
        transcript = pipeline.read_transcript(file, interviewee=who, language=language)
        found = pipeline.explain(transcript, words) if words else pipeline.explain_step(transcript, step or 0)
        for explanation in found:
            out.print("\n".join(lines(explanation)), markup=False)


def interview_of(process: Process, whom: str) -> str:
    """The interview of somebody named on the command line."""
    known = {process.first_interview(each.name): f"{each.interviewee or ''} {each.name}" for each in reversed(process.interviews)}
    found = [name for name, who in known.items() if whom.casefold() in who.casefold()]
    if len(found) != 1:
        people = "; ".join(sorted(str(each.interviewee or each.name) for each in process.interviews if each.name in known))
        raise typer.BadParameter(f"“{whom}” does not name one of these: {people}", param_hint="--for")
    return found[0]


def copy_of(process: Process, details: Details | None) -> tuple[Process, Details | None]:
    """What is written with --pseudonyms."""
    copy = pseudonymised(process, details=details)
    return copy, details and by_name(details_without_names(by_id(details, process), process), copy)


@app.command(name="app")
def start_app(
    store: Store = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on, on this machine only.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Start the app: upload, correct and download in the browser."""
    from interview2flow.ui import server

    with reporting_errors():
        server.run(store=store, port=port, browser=browser)


@contextmanager
def reporting_errors() -> Iterator[None]:
    """One of our errors ends the command with its message, not with a traceback."""
    try:
        yield
    except Interview2FlowError as error:
        err.print(str(error), style="red", markup=False)
        raise typer.Exit(FAILED) from error


@contextmanager
def progress(*, quiet: bool) -> Iterator[pipeline.Progress]:
    """A bar on standard error while long work runs; it goes away when the work is done."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, description=what, completed=share)


def read_all(files: Sequence[Path], who: Sequence[Interviewee], *, language: Language | None) -> list[Transcript]:
    """The interviews that can be read; each of the others is named with the reason.

    Raises:
        Interview2FlowError: none can be read; the last one's reason.
    """
    transcripts: list[Transcript] = []
    reason: Interview2FlowError | None = None
    for file, interviewee in zip(files, who, strict=True):
        try:
            transcript = pipeline.read_transcript(file, interviewee=interviewee if str(interviewee) else None, language=language)
        except Interview2FlowError as error:
            if reason:
                err.print(str(reason), style="red", markup=False)
            reason = error
        else:
            transcripts.append(unique(transcript, transcripts))
    if reason and not transcripts:
        raise reason
    if reason:
        err.print(str(reason), style="red", markup=False)
    return transcripts


def unique(transcript: Transcript, others: Sequence[Transcript]) -> Transcript:
    """Evidence refers to interviews by file name, so a second file of one name gets a number."""
    taken, path, number = {other.name for other in others}, Path(transcript.name), 2
    while transcript.name in taken:
        transcript = replace(transcript, name=f"{path.stem} ({number}){path.suffix}")
        number += 1
    return transcript


def write_all(
    process: Process,
    findings: Sequence[Finding],
    folder: Path,
    tell: pipeline.Progress,
    *,
    details: Details | None = None,
    template: Template | None = None,
) -> list[Path]:
    """All files of a draft, in `folder`."""
    written = []
    for done, (name, form) in enumerate(OUTPUTS.items()):
        tell(name, done / len(OUTPUTS))
        written.append(pipeline.export(process, folder / name, form=form, findings=findings, details=details, template=template))
    return written


def edit(
    process: Process,
    transcripts: Sequence[Transcript],
    details: Details | None,
    template: Template | None,
    *,
    store: str | None,
) -> None:
    """Keeps the draft as a project and starts the app with it."""
    from interview2flow import workspace
    from interview2flow.storage import Store as Projects
    from interview2flow.ui import server

    with Projects.open(store) as projects:
        project = workspace.keep(projects, process, transcripts)
        if details:
            workspace.keep_details(projects, project, process, details)
        if template and projects.template(project) is None:
            projects.set_template(project, template.name, template.content)
    server.run(store=store, open_project=project)


def summarise(process: Process, findings: Sequence[Finding], written: Sequence[Path]) -> None:
    """What was made, where it lies and what is still open in it."""
    roles = sum(lane.named for lane in process.lanes)
    out.print(f"{process.title} (steps: {len(process.tasks)}, roles: {roles})", style="bold", markup=False)
    width = max(len(str(path)) for path in written)
    for path in written:
        out.print(f"  {path!s:{width}}  {path.stat().st_size / 1024:6,.0f} KB", markup=False)
    questions = [finding for finding in findings if finding.asks]
    if questions:
        out.print(f"Still open ({len(questions)}):", style="bold")
    for question in questions:
        out.print(f"  - {question.text}", markup=False)


def main() -> None:
    """The console script's entry."""
    app()


if __name__ == "__main__":
    main()
