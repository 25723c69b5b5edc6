"""The flowchart."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Flowchart
from interview2flow.exporters._manual.draft import Draft


def chapter(draft: Draft) -> Chapter | None:
    """The picture, and how to read it."""
    if not draft.process.tasks:
        return None
    words = draft.chapter("flowchart")
    picture = Flowchart(
        title=draft.process.title,
        steps=len(draft.process.tasks),
        whole=words["caption"],
        one_part=words["part_caption"],
        overview=words["overview_caption"],
        described=words["alternative"],
        overview_described=words["overview_alternative"],
        anchor="figure_flowchart",
    )
    return Chapter(
        id="flowchart",
        heading=words["heading"],
        blocks=(draft.introduction("flowchart", table="table_procedure"), picture),
        wide=True,
    )
