"""A process in the formats of others: one module (or folder) per format, found by its name.

A format module has one function, `render(process: Process, findings: Sequence[Finding]) -> bytes`. `bpmn` also reads.
A format that shows what was entered about the manual takes it as `details`, one that lists what has changed takes the earlier
version as `since`, one that can be made for a single role takes its name as `role`, one that a company's Word file gives its
looks takes that as `template`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from typing import Any, Final, Protocol, cast

from interview2flow.errors import UnknownFormatError
from interview2flow.exporters._manual.compose import IDS as CHAPTERS
from interview2flow.exporters._manual.details_file import read_details, write_details
from interview2flow.exporters._manual.gaps import Gap, still_open
from interview2flow.exporters._template import BLOCKS, PLACEHOLDERS, Template, placeholders, read_template
from interview2flow.model import Finding, Process
from interview2flow.model.details import Details

__all__ = [
    "BLOCKS",
    "CHAPTERS",
    "FORMATS",
    "PLACEHOLDERS",
    "Details",
    "Format",
    "Gap",
    "Template",
    "available",
    "for_roles",
    "form_of",
    "placeholders",
    "read_details",
    "read_template",
    "render",
    "still_open",
    "write_details",
]


class Format(Protocol):
    """What a format module gives."""

    def render(self, process: Process, findings: Sequence[Finding]) -> bytes:
        """The process as the bytes of a file."""


FORMATS: Final = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))
"""The names of all formats, each also the ending of its files, save where that is another's."""

NAMED: Final = {
    "manual.pdf": "manual",
    "followup.docx": "followup",
    "questions.md": "questions",
    "handbooks.zip": "handbook",
}
"""Files whose name says the format, since their ending does not."""


def form_of(name: str) -> str:
    """The format that a file's name asks for: `flowchart.pdf` the flowchart, `manual.pdf` the manual; "" where it does not."""
    return NAMED.get(name.lower()) or name.rpartition(".")[2] if "." in name else ""


def render(
    process: Process,
    findings: Sequence[Finding],
    form: str,
    *,
    details: Details | None = None,
    since: Process | None = None,
    role: str | None = None,
    template: Template | None = None,
) -> bytes:
    """The process in the format of that name: `render(process, findings, "svg")`.

    `details` and the version `since` which changes are listed reach the formats that show them, `role` those that can be made
    for one role alone, and a `template` those that are laid out by Word.

    Raises:
        UnknownFormatError: no exporter has that name.
        InvalidTemplateError: the template cannot be used.
    """
    module = _format(form)
    given = {"details": details, "since": since, "role": role, "template": template}
    shown: dict[str, Any] = {
        name: value for name, value in given.items() if value and name in signature(module.render).parameters
    }
    return module.render(process, findings, **shown)


def available(form: str) -> bool:
    """Whether files of a format can be made on this machine; one that needs another program has `available()` to tell.

    Raises:
        UnknownFormatError: no exporter has that name.
    """
    found: bool = getattr(_format(form), "available", lambda: True)()
    return found


def for_roles(form: str) -> bool:
    """Whether a format can be made for one role alone.

    Raises:
        UnknownFormatError: no exporter has that name.
    """
    return "role" in signature(_format(form).render).parameters


def _format(form: str) -> Format:
    name = form.lower()
    if name not in FORMATS:
        raise UnknownFormatError(f".{form}" if form else "", known=tuple(f".{known}" for known in FORMATS))
    return cast("Format", import_module(f"{__name__}.{name}"))
