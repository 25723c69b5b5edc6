"""A process in the formats of others: one module (or folder) per format, found by its name.

A format module has one function, `render(process: Process, findings: Sequence[Finding]) -> bytes`. `bpmn` also reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, Protocol, cast

from interview2flow.errors import UnknownFormatError
from interview2flow.model import Finding, Process


class Format(Protocol):
    """What a format module gives."""

    def render(self, process: Process, findings: Sequence[Finding]) -> bytes:
        """The process as the bytes of a file."""


FORMATS: Final = tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))
"""The names of all formats, each also the ending of its files."""


def render(process: Process, findings: Sequence[Finding], form: str) -> bytes:
    """The process in the format of that name: `render(process, findings, "svg")`.

    Raises:
        UnknownFormatError: no exporter has that name.
    """
    name = form.lower()
    if name not in FORMATS:
        raise UnknownFormatError(f".{form}" if form else "", known=tuple(f".{known}" for known in FORMATS))
    return cast("Format", import_module(f"{__name__}.{name}")).render(process, findings)
