"""`interview2flow explain`: why words became a step, or none."""

from pathlib import Path
from typing import Annotated

import typer

from interview2flow import pipeline
from interview2flow.cli.console import out, reporting_errors
from interview2flow.cli.options import Language
from interview2flow.model import Interviewee


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
