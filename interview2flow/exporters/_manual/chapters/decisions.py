"""Decision tables: if this, then that step."""

from __future__ import annotations

from collections.abc import Iterator

from interview2flow.exporters._manual.content import Block, Chapter, Column, Inline, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, fill
from interview2flow.exporters._manual.routes import condition, grouped, is_end, leads_back
from interview2flow.model import Event, EventKind, Task
from interview2flow.model.paths import Path, following


def chapter(draft: Draft) -> Chapter | None:
    """A table for each decision."""
    tables = tuple(_tables(draft))
    if not tables:
        return None
    words = draft.chapter("decisions")
    return Chapter(id="decisions", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), *tables))


def _tables(draft: Draft) -> Iterator[Block]:
    words = draft.chapter("decisions")
    for node in draft.process.nodes:
        if isinstance(node, Task | Event) and _decides(ways := following(draft.process, node.id), node):
            yield Table(
                columns=(Column(words["if"], 45), Column(words["then"], 55)),
                rows=tuple(_rows(draft, node, ways)),
                summary=words["summary"],
                caption=_caption(draft, node, ways),
            )


def _decides(ways: tuple[Path, ...], node: Task | Event) -> bool:
    told = any(path.conditions for path in ways)
    trigger = isinstance(node, Event) and node.kind is EventKind.START and len(ways) == 1
    return told and not trigger


def _caption(draft: Draft, node: Task | Event, ways: tuple[Path, ...]) -> str:
    words = draft.chapter("decisions")
    asked = next((gateway.name for path in ways for gateway in path.gateways if gateway.name), "")
    if isinstance(node, Event):
        return str(words["at_start"])
    after: str = words["after"].format(number=draft.numbers[node.id], step=draft.name(node).text)
    return words["asked"].format(after=after, question=asked) if asked else after


def _rows(draft: Draft, node: Task | Event, ways: tuple[Path, ...]) -> Iterator[Row]:
    for _, group in grouped(draft, ways):
        yield Row((cell(condition(draft, group[0], ways)), tuple(_then(draft, node, path) for path in group)))
    if len(ways) == 1:
        words = draft.chapter("decisions")
        yield Row((cell(words["otherwise"]), cell(draft.gap("not_told"))))


def _then(draft: Draft, node: Task | Event, path: Path) -> tuple[Inline, ...]:
    words = draft.chapter("decisions")
    if not isinstance(path.target, Task):
        return (Text(path.target.name or words["end" if is_end(path.target) else "event"]),)
    back = isinstance(node, Task) and leads_back(draft, node, path.target)
    return fill(words["back" if back else "step"], step=draft.step(path.target))
