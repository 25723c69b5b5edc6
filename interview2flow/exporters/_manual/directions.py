"""Where the work goes after a step, in sentences: "If the amount is wrong → step 7; otherwise → step 9."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from interview2flow.exporters._manual.content import Line, Mark, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined
from interview2flow.exporters._manual.routes import condition, grouped, is_end, leads_back
from interview2flow.model import Task
from interview2flow.model.paths import Path, following

Way = tuple[Line, list[Path]]
"""When a way is taken (nothing: otherwise, or always), and the paths that begin there at the same time."""


def directions(draft: Draft, task: Task) -> Iterator[Line]:
    """One sentence, or none where the next step simply follows."""
    ways = following(draft.process, task.id)
    if not any(path.conditions for path in ways):
        yield from _always(draft, task, ways)
        return
    told = _ways(draft, ways)
    yield _until(draft, task, told) or _choice(draft, task, told)


def _words(draft: Draft) -> Mapping[str, Any]:
    return draft.chapter("instructions")


def _always(draft: Draft, task: Task, ways: Sequence[Path]) -> Iterator[Line]:
    for together, paths in grouped(draft, ways):
        if together:
            yield fill(_words(draft)["at_once"], go=joined(_goal(draft, task, path) for path in paths))
        elif not _simply_next(draft, task, paths[0]):
            yield _onward(draft, task, paths[0])


def _onward(draft: Draft, task: Task, path: Path) -> Line:
    """The sentence for the only way on."""
    words = _words(draft)
    if isinstance(path.target, Task):
        back = leads_back(draft, task, path.target)
        return fill(words["repeat" if back else "go_on"], step=draft.reference(path.target))
    if is_end(path.target) and not path.target.name:
        return (Text(words["ends_here"]),)
    return fill(words["then"], go=_goal(draft, task, path))


def _simply_next(draft: Draft, task: Task, path: Path) -> bool:
    return isinstance(path.target, Task) and draft.numbers[path.target.id] == draft.numbers[task.id] + 1


def _ways(draft: Draft, ways: Sequence[Path]) -> list[Way]:
    """Each way with its condition; what holds otherwise comes last."""
    told = [(_condition(draft, paths[0]), paths) for _, paths in grouped(draft, ways)]
    return sorted(told, key=lambda way: not way[0])


def _condition(draft: Draft, path: Path) -> Line:
    """The condition without its full stop; nothing where it only says "otherwise"."""
    told = condition(draft, path)
    said = "".join(part.text for part in told).strip().casefold()
    return () if said in {draft.words["routes"]["otherwise"], *_words(draft)["otherwise_words"]} else told


def _until(draft: Draft, task: Task, ways: Sequence[Way]) -> Line | None:
    """A loop that is left when something is so: "Repeat from step 4 until …; then → step 9."."""
    match ways:
        case [(told, [onward]), ((), [Path(target=Task() as first)])] if told and leads_back(draft, task, first):
            if isinstance(onward.target, Task) and leads_back(draft, task, onward.target):
                return None
            go = _goal(draft, task, onward)
            return fill(_words(draft)["until"], step=draft.reference(first), condition=_bare(told), go=go)
    return None


def _choice(draft: Draft, task: Task, ways: Sequence[Way]) -> Line:
    words = _words(draft)
    parts: list[Line] = []
    for told, paths in ways:
        go = joined(_goal(draft, task, path) for path in paths)
        parts.append(_if(draft, told, go, first=not parts) if told else fill(words["otherwise"], go=go))
    if len(ways) == 1:
        parts.append(fill(words["otherwise"], go=draft.gap("not_told")))
    return (*joined(parts, "; "), Text("."))


def _if(draft: Draft, told: Line, go: Line, *, first: bool) -> Line:
    """The condition with its "if", unless it brings its own "when"."""
    words = _words(draft)
    line = fill(words["if"], condition=_bare(told), go=go)
    if told[0].text.casefold().startswith(tuple(f"{opener} " for opener in words["openers"])):
        line = fill("{condition} {go}", condition=told, go=go)
    opening, mark = line[0].text, line[0].mark if isinstance(line[0], Text) else Mark.PLAIN
    letter = opening[:1].upper() if first else opening[:1].lower()
    return (Text(letter + opening[1:], mark), *line[1:])


def _bare(told: Line) -> Line:
    """The condition as it stands within a sentence."""
    *others, last = told
    return (*others, Text(last.text.rstrip(" .?"), last.mark) if isinstance(last, Text) else last)


def _goal(draft: Draft, task: Task, path: Path) -> Line:
    words = _words(draft)
    if isinstance(path.target, Task):
        return fill(words["again" if leads_back(draft, task, path.target) else "go"], step=draft.reference(path.target))
    if path.target.name:
        return fill(words["event"], name=path.target.name)
    return (Text(words["ends" if is_end(path.target) else "waits"]),)
