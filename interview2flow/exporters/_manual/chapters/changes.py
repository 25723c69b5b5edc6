"""What has changed since the version before this one."""

from __future__ import annotations

from interview2flow.exporters._manual.changing import Changes
from interview2flow.exporters._manual.content import Chapter, Form, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft


def chapter(draft: Draft) -> Chapter | None:
    """A sentence for each change; no chapter where no earlier version is known."""
    if draft.since is None:
        return None
    changes = Changes(draft=draft, earlier=draft.since)
    listed = tuple(Paragraph(sentence, Form.BULLET) for sentence in changes.sentences())
    intro = changes.words["intro" if listed else "none"]
    return Chapter(id="changes", heading=heading(draft), blocks=(Paragraph((Text(intro),)), *listed))


def heading(draft: Draft) -> str:
    """Says since which version, where its name is known: the last of those entered that is not this one."""
    words = Changes(draft=draft, earlier=draft.process).words
    before = [revision.version for revision in draft.details.revisions if revision.version != draft.details.version]
    named: str = words["heading"].format(version=before[-1]) if before else words["heading_unnamed"]
    return named
