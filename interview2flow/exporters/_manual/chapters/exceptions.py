"""What leaves the straight way: repeats, early ends, work that goes on at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from interview2flow.exporters._manual.content import Block, Chapter, Form, Heading, Line, Paragraph
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined
from interview2flow.exporters._manual.routes import condition, grouped, is_end, leads_back
from interview2flow.model import Task
from interview2flow.model.paths import following


def chapter(draft: Draft) -> Chapter | None:
    """Each kind under its own heading."""
    words = draft.chapter("exceptions")
    blocks: list[Block] = []
    for name, tell in KINDS.items():
        if items := list(tell(draft)):
            blocks += [Heading(words[name]), *(Paragraph(item, Form.BULLET) for item in items)]
    return Chapter(id="exceptions", heading=words["heading"], blocks=tuple(blocks)) if blocks else None


def _repeats(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("exceptions")
    for task in draft.process.tasks:
        ways = following(draft.process, task.id)
        for path in ways:
            if isinstance(path.target, Task) and leads_back(draft, task, path.target):
                told = condition(draft, path, ways)
                parts = {"step": draft.mention(task), "back": draft.mention(path.target)}
                yield fill(words["repeat_if"], condition=told, **parts) if told else fill(words["repeat"], **parts)


def _early_ends(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("exceptions")
    for task in draft.process.tasks[:-1]:
        ways = following(draft.process, task.id)
        for path in ways:
            if is_end(path.target):
                told = condition(draft, path, ways)
                yield (
                    fill(words["end_if"], condition=told, step=draft.mention(task))
                    if told
                    else fill(words["end"], step=draft.mention(task))
                )


def _side_by_side(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("exceptions")
    for node in draft.process.nodes:
        for together, group in grouped(draft, following(draft.process, node.id)):
            steps = [draft.step(path.target) for path in group if isinstance(path.target, Task)]
            if together and isinstance(node, Task):
                yield fill(words["at_once_after"], step=draft.reference(node), steps=joined(steps))


KINDS: Final[dict[str, Callable[[Draft], Iterator[Line]]]] = {
    "repeats": _repeats,
    "early_ends": _early_ends,
    "side_by_side": _side_by_side,
}
"""Each kind by its heading's name, in the chapter's order."""
