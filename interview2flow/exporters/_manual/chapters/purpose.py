"""Purpose and scope: what the coordinator decides, and nobody tells in an interview."""

from __future__ import annotations

from interview2flow.exporters._manual.content import Block, Chapter, Heading, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft


def chapter(draft: Draft) -> Chapter:
    """Purpose, scope and exclusions, as entered, a paragraph a line, or as gaps."""
    words, details = draft.chapter("purpose"), draft.details
    parts = {"purpose": details.purpose, "scope": details.scope, "exclusions": details.exclusions}
    blocks: list[Block] = []
    for name, value in parts.items():
        lines = [Text(line) for line in (value or "").splitlines() if line.strip()]
        blocks += [Heading(words[name]), *(Paragraph((line,)) for line in lines or [draft.gap(name)])]
    return Chapter(id="purpose", heading=words["heading"], blocks=tuple(blocks))
