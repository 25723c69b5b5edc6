"""What shows whether the work goes well."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.grids import entered


def chapter(draft: Draft) -> Chapter:
    """What is measured, its target, and where the figure comes from."""
    table = entered(draft, "measurements", {"name": 40, "target": 25, "source": 35}, draft.details.measurements)
    return Chapter(id="measurements", heading=draft.chapter("measurements")["heading"], blocks=(table,))
