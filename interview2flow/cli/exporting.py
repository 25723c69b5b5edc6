"""`interview2flow export`: a process in another format."""

from pathlib import Path
from typing import Annotated

import typer

from interview2flow import exporters, pipeline, spoken
from interview2flow.cli.console import out, reporting_errors
from interview2flow.cli.copies import copy_of
from interview2flow.cli.options import About, Looks, Pool, Pseudonyms, Quiet, Since
from interview2flow.editing.pseudonyms import pseudonymised
from interview2flow.model import Process


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


def interview_of(process: Process, whom: str) -> str:
    """The interview of somebody named on the command line."""
    known = {process.first_interview(each.name): f"{each.interviewee or ''} {each.name}" for each in reversed(process.interviews)}
    found = [name for name, who in known.items() if whom.casefold() in who.casefold()]
    if len(found) != 1:
        people = "; ".join(sorted(str(each.interviewee or each.name) for each in process.interviews if each.name in known))
        raise typer.BadParameter(f"“{whom}” does not name one of these: {people}", param_hint="--for")
    return found[0]
