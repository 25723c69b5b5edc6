"""What leaves the straight way: repeats, early ends, work that goes on at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from interview2flow.exporters._manual.content import Block, Chapter, Form, Heading, Line, Paragraph, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, listed
from interview2flow.exporters._manual.routes import grouped, if_line, is_end, leads_back, waited_for
from interview2flow.model import Task
from interview2flow.model.paths import Path, following


def chapter(draft: Draft) -> Chapter | None:
    """Each kind under its own heading."""
    words = draft.chapter("exceptions")
    blocks: list[Block] = []
    for name, tell in KINDS.items():
        if items := list(tell(draft)):
            blocks += [Heading(words[name]), *(Paragraph(item, Form.BULLET) for item in items)]
    intro = Paragraph((Text(words["intro"]),))
    return Chapter(id="exceptions", heading=words["heading"], blocks=(intro, *blocks)) if blocks else None


def _repeats(draft: Draft) -> Iterator[Line]:
    for task in draft.process.tasks:
        ways = following(draft.process, task.id)
        for path in ways:
            if isinstance(path.target, Task) and leads_back(draft, task, path.target):
                yield _told(draft, "repeat", path, ways, step=draft.mention(task), back=draft.mention(path.target))


def _early_ends(draft: Draft) -> Iterator[Line]:
    for task in draft.process.tasks[:-1]:
        ways = following(draft.process, task.id)
        yield from (_told(draft, "end", path, ways, step=draft.mention(task)) for path in ways if is_end(path.target))


def _told(draft: Draft, sentence: str, path: Path, ways: Sequence[Path], **parts: Line) -> Line:
    """The sentence, with the condition that this way is taken under."""
    words = draft.chapter("exceptions")
    chosen = any(other.conditions for other in ways if other is not path)
    told = if_line(draft, path) or ((Text(words["otherwise"]),) if chosen else ())
    return fill(words[f"{sentence}_if"], condition=told, **parts) if told else fill(words[sentence], **parts)


def _side_by_side(draft: Draft) -> Iterator[Line]:
    words = draft.chapter("exceptions")
    for node in draft.process.nodes:
        for together, group in grouped(draft, following(draft.process, node.id)):
            named = [draft.mention(path.target) for path in group if isinstance(path.target, Task)]
            if together and named:
                steps = listed(named, draft.words["routes"]["and"])
                after = {"step": draft.mention(node)} if isinstance(node, Task) else {}
                yield fill(words["at_once_after" if after else "at_once_start"], steps=steps, **after)
        if isinstance(node, Task) and (awaited := waited_for(draft, node)):
            yield fill(words["joined"], step=draft.mention(node), steps=awaited)


KINDS: Final[dict[str, Callable[[Draft], Iterator[Line]]]] = {
    "repeats": _repeats,
    "early_ends": _early_ends,
    "side_by_side": _side_by_side,
}
"""Each kind by its heading's name, in the chapter's order."""
