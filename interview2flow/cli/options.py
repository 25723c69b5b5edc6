"""The options that several commands take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


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
