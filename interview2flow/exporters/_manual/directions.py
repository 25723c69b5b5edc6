"""Where the work goes after a step, in sentences: "If the amount is wrong → step 7; otherwise → step 9."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from interview2flow.exporters._manual.content import Line, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined, listed, sentence
from interview2flow.exporters._manual.routes import clause, grouped, if_line, is_end, leads_back
from interview2flow.model import Task
from interview2flow.model.paths import Path, following

Way = tuple[Line, list[Path]]
"""When a way is taken (nothing: otherwise, or always), and the paths that begin there at the same time."""


MOST_TOGETHER = 2
"""Ways out of a decision that stand in one sentence."""


def directions(draft: Draft, task: Task) -> Iterator[Line]:
    """A sentence or more, or none where the next step simply follows."""
    ways = following(draft.process, task.id)
    if not any(path.conditions for path in ways):
        yield from _always(draft, task, ways)
        return
    told = _ways(draft, ways)
    if until := _until(draft, task, told):
        yield until
    else:
        yield from _choice(draft, task, told)


def _words(draft: Draft) -> Mapping[str, Any]:
    return draft.chapter("instructions")


def _always(draft: Draft, task: Task, ways: Sequence[Path]) -> Iterator[Line]:
    alone: list[Path] = []
    for together, paths in grouped(draft, ways):
        if together:
            steps = listed((_named(draft, path) for path in paths), draft.words["routes"]["and"])
            yield fill(_words(draft)["at_once"], steps=steps)
        else:
            alone += paths
    if len(alone) > 1:
        yield sentence(fill(_words(draft)["undecided"], go=_one_of(draft, task, alone), gap=draft.gap("decides")))
    elif alone and not _simply_next(draft, task, alone[0]):
        yield _onward(draft, task, alone[0])


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


def _ways(draft: Draft, ways: Sequence[Path]) -> list[list[Way]]:
    """The ways with the same condition together; what holds otherwise comes last."""
    told = [(if_line(draft, paths[0]), paths) for _, paths in grouped(draft, ways)]
    ordered = sorted(told, key=lambda way: not way[0])
    return [list(group) for _, group in groupby(ordered, key=lambda way: way[0])]


def _until(draft: Draft, task: Task, ways: Sequence[Sequence[Way]]) -> Line | None:
    """A loop that is left when something is so: "Repeat from step 4 until …; then → step 9."."""
    match ways:
        case [[(_, [onward])], [((), [Path(target=Task() as first)])]] if leads_back(draft, task, first):
            back = isinstance(onward.target, Task) and leads_back(draft, task, onward.target)
            if back or any(draft.grammar.opens(flow.name) for flow in onward.conditions):
                return None
            told = joined((clause(draft, flow) for flow in onward.conditions), draft.words["routes"]["and"])
            go = _goal(draft, task, onward)
            return fill(_words(draft)["until"], step=draft.reference(first), condition=told, go=go)
    return None


def _choice(draft: Draft, task: Task, ways: Sequence[Sequence[Way]]) -> Iterator[Line]:
    """One sentence for two ways, one for each of more."""
    words = _words(draft)
    parts: list[Line] = []
    for group in ways:
        told, paths = group[0][0], [path for _, paths in group for path in paths]
        go = joined((_goal(draft, task, path) for path in paths), draft.words["routes"]["and" if len(group) == 1 else "or_also"])
        go = go if len(group) == 1 else (*go, Text(" "), draft.gap("decides"))
        parts.append(fill(words["if"], condition=told, go=go) if told else fill(words["otherwise"], go=go))
    if len(ways) == 1 and ways[0][0][0]:
        parts.append(fill(words["otherwise"], go=draft.gap("not_told")))
    sentences = parts if len(parts) > MOST_TOGETHER else [joined(parts, "; ")]
    yield from (sentence((*line, Text("."))) for line in sentences)


def _named(draft: Draft, path: Path) -> Line:
    """Such as "step 7"."""
    if isinstance(path.target, Task):
        return fill(_words(draft)["one_of_these"], step=draft.reference(path.target))
    return (Text(path.target.name or draft.words["routes"]["end" if is_end(path.target) else "event"]),)


def _one_of(draft: Draft, task: Task, paths: Sequence[Path]) -> Line:
    """Such as "repeat from step 3 or go on with step 6, 7 or 8"."""
    words, either = _words(draft), draft.words["routes"]["or_also"]
    targets = dict.fromkeys(path.target for path in paths)
    steps = [target for target in targets if isinstance(target, Task)]
    back = [draft.reference(step) for step in steps if leads_back(draft, task, step)]
    on = [draft.reference(step) for step in steps if not leads_back(draft, task, step)]
    told = [fill(words[name], step=listed(of, either)) for name, of in (("plain_again", back), ("plain_go", on)) if of]
    ends = [Text(words["plain_end"])] if any(is_end(target) for target in targets) else []
    events = [Text(target.name) for target in targets if not isinstance(target, Task) and not is_end(target) and target.name]
    return joined([*told, *ends, *events], either)


def _goal(draft: Draft, task: Task, path: Path) -> Line:
    words = _words(draft)
    if isinstance(path.target, Task):
        return fill(words["again" if leads_back(draft, task, path.target) else "go"], step=draft.reference(path.target))
    if path.target.name:
        return fill(words["event"], name=path.target.name)
    return (Text(words["ends" if is_end(path.target) else "waits_for"]),)
