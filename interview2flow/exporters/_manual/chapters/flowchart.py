"""The flowchart."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Chapter, Flowchart, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft


def chapter(draft: Draft) -> Chapter | None:
    """The picture, and how to read it."""
    if not draft.process.tasks:
        return None
    words = draft.chapter("flowchart")
    title, steps = draft.process.title, len(draft.process.tasks)
    picture = Flowchart(
        caption=words["caption"].format(title=title),
        part_caption=words["part_caption"],
        alternative=words["alternative"].format(title=title, steps=steps, part="{part}", parts="{parts}"),
    )
    return Chapter(id="flowchart", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), picture), wide=True)
