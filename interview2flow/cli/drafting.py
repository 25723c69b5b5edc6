"""`interview2flow draft`: from interviews to all files."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from interview2flow import pipeline
from interview2flow.cli.console import SOME_LEFT_OUT, err, out, progress, reporting_errors
from interview2flow.cli.copies import copy_of
from interview2flow.cli.options import About, Language, Looks, Pseudonyms, Quiet, Store
from interview2flow.errors import Interview2FlowError
from interview2flow.exporters import Details, Template
from interview2flow.model import Finding, Interviewee, Process, Transcript

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
