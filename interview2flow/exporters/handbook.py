"""A handbook for each role, for training and holiday cover: Word files, all roles in one zip."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from interview2flow.errors import UnknownRoleError
from interview2flow.exporters._handbook import compose, roles
from interview2flow.exporters._manual import Details
from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._template import Template
from interview2flow.exporters.docx.package import entry, pack
from interview2flow.exporters.docx.template import opened
from interview2flow.exporters.docx.writer import write
from interview2flow.model import Finding, Lane, Process

FORBIDDEN: Final = frozenset('<>:"/\\|?*')
"""What file names cannot hold on one system or another."""

LONGEST_NAME: Final = 60


def render(
    process: Process,
    findings: Sequence[Finding],
    *,
    details: Details | None = None,
    role: str | None = None,
    template: Template | None = None,
) -> bytes:
    """All handbooks as the bytes of a zip, numbered like the lanes; it is empty where no role is known.

    Given a `role` by its name, or as much of it as tells it from the others: that one's handbook as the bytes of a .docx file.
    A `template` gives them a company's looks and frame.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
        UnknownRoleError: no role or several answer to that name.
        InvalidTemplateError: the template cannot be used.
    """
    if role is not None:
        return _made(process, findings, _called(role, roles(process)), details=details, template=template)
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for number, lane in enumerate(roles(process), 1):
            package.writestr(entry(_file_name(number, lane)), _made(process, findings, lane, details=details, template=template))
    return content.getvalue()


def _called(name: str, known: Sequence[Lane]) -> Lane:
    exact = [role for role in known if role.name.casefold() == name.casefold()]
    found = exact or [role for role in known if name.casefold() in role.name.casefold()]
    if len(found) != 1:
        raise UnknownRoleError(name, known=tuple(role.name for role in known))
    return found[0]


def _made(
    process: Process, findings: Sequence[Finding], role: Lane, *, details: Details | None, template: Template | None
) -> bytes:
    document = opened(template)
    write(document, compose(process, findings, role, details), listed=False)
    return pack(document)


def _file_name(number: int, role: Lane) -> str:
    plain = "".join(" " if sign in FORBIDDEN or not sign.isprintable() else sign for sign in clean(role.name))
    return f"{number:02} {' '.join(plain.split())[:LONGEST_NAME].strip(' .')}.docx".replace(" .docx", ".docx")
