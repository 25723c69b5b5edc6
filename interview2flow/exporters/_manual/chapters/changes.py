"""What has changed since the version before this one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from interview2flow.exporters._manual.changing import Changes
from interview2flow.exporters._manual.content import Chapter, Form, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.languages import texts


def chapter(draft: Draft) -> Chapter | None:
    """A sentence for each change; no chapter where no earlier version is known."""
    if draft.since is None:
        return None
    changes = Changes(draft=draft, earlier=draft.since)
    listed = tuple(Paragraph(sentence, Form.BULLET) for sentence in changes.sentences())
    intro = _words(draft)["intro" if listed else "none"]
    return Chapter(id="changes", heading=_heading(draft), blocks=(Paragraph((Text(intro),)), *listed))


def noted(draft: Draft) -> str | None:
    """What stands in the list of versions: where to read what has changed."""
    if draft.since is None or "changes" in draft.details.leave_out:
        return None
    sentence: str = _words(draft)["noted"]
    return sentence.format(heading=_heading(draft))


def _heading(draft: Draft) -> str:
    """Says since which version, where its name is known: the last of those entered that is not this one."""
    before = [revision.version for revision in draft.details.revisions if revision.version != draft.details.version]
    words = _words(draft)
    return str(words["heading"].format(version=before[-1]) if before else words["heading_unnamed"])


def _words(draft: Draft) -> Mapping[str, Any]:
    return texts(draft.process.language, "changes")
