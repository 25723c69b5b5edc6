"""Terms as the manual means them; nobody explains them in an interview."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.grids import entered


def chapter(draft: Draft) -> Chapter:
    """Term and meaning."""
    table = entered(draft, "definitions", {"term": 28, "meaning": 72}, draft.details.definitions)
    return Chapter(id="definitions", heading=draft.chapter("definitions")["heading"], blocks=(table,))
