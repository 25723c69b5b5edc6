"""A Word file that says what Word exports look like, and the placeholders that it can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PLACEHOLDERS: Final = (
    "title",
    "subtitle",
    "process",
    "number",
    "version",
    "status",
    "date",
    "review_date",
    "owner",
    "author",
    "approver",
    "classification",
    "purpose",
    "scope",
)
"""What words come in the place of; {{process}} is the process's name in a handbook, too."""

BLOCKS: Final = ("manual", "contents", "control")
"""What the manual itself comes in the place of, its table of contents and its control block."""


@dataclass(frozen=True, slots=True)
class Template:
    """A company's .docx or .dotx as it was handed in; `name` is what errors call it."""

    name: str
    content: bytes


def read_template(content: bytes, *, name: str) -> Template:
    """A template from a file that somebody handed in; `name` is what errors call it.

    Raises:
        InvalidTemplateError: it cannot be used; the error says why, and what to do.
    """
    from interview2flow.exporters.docx.template import opened

    template = Template(name, content)
    opened(template)
    return template


def placeholders(template: Template) -> frozenset[str]:
    """The placeholders that a template has in its text, headers and footers.

    Raises:
        InvalidTemplateError: it cannot be used.
    """
    from interview2flow.exporters.docx.template import opened
    from interview2flow.exporters.docx.template.place import stated

    return stated(opened(template))


def shown(name: str) -> str:
    """A placeholder as it stands in a file."""
    return f"{{{{{name}}}}}"
