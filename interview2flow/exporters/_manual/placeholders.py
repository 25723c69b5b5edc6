"""What the placeholders of a company's template stand for."""

from __future__ import annotations

from interview2flow.exporters._manual.chapters import control
from interview2flow.exporters._manual.content import Text
from interview2flow.exporters._manual.draft import Draft


def values(draft: Draft, *, title: str, subtitle: str) -> dict[str, Text]:
    """The value of each, in the document of that title; a marked gap for what is not known."""
    details = draft.details
    return {
        **control.values(draft),
        "title": Text(title),
        "subtitle": Text(subtitle),
        "process": Text(draft.process.title),
        "purpose": Text(details.purpose) if details.purpose else draft.gap("purpose"),
        "scope": Text(details.scope) if details.scope else draft.gap("scope"),
    }
