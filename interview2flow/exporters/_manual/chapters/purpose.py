"""Purpose and scope: what the coordinator decides, and nobody tells in an interview."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Block, Chapter, Heading, Paragraph
from interview2flow.exporters._manual.draft import Draft


def chapter(draft: Draft) -> Chapter:
    """Purpose, scope and exclusions, as entered or as gaps."""
    words, details = draft.chapter("purpose"), draft.details
    parts = {"purpose": details.purpose, "scope": details.scope, "exclusions": details.exclusions}
    blocks: list[Block] = []
    for name, value in parts.items():
        blocks += [Heading(words[name]), Paragraph((draft.known(value) if value else draft.gap(name),))]
    return Chapter(id="purpose", heading=words["heading"], blocks=tuple(blocks))
