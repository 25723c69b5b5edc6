"""What follows a step and what leads to it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from interview2flow.exporters._manual.content import Line, Mark, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import fill, joined, listed, sentence
from interview2flow.model import Event, EventKind, GatewayKind, Node, Provenance, SequenceFlow, Task
from interview2flow.model.paths import Path, following, parallel, preceding

MOST_TOLD = 2
"""Ways into a step that are told with their conditions; of more, only the steps are named."""


def next_steps(draft: Draft, task: Task) -> Iterator[Line]:
    """A line for each way on: "the supplier is new → 5"."""
    words = draft.words["routes"]
    ways = following(draft.process, task.id)
    for together, group in grouped(draft, ways):
        to = joined(target(draft, task, path.target) for path in group)
        sentence = words["at_once"] if together else words["next"]
        if when := condition(draft, group[0], ways):
            yield fill(words["if_next"], condition=when, next=fill(sentence, target=to))
        else:
            yield fill(sentence, target=to)


def grouped(draft: Draft, ways: Sequence[Path]) -> Iterator[tuple[bool, list[Path]]]:
    """The ways in groups that begin at the same time (True), or each for itself."""
    for key, group in groupby(ways, key=lambda path: _fork(draft, path)):
        members = list(group)
        if key is not None and len(members) > 1:
            yield True, members
        else:
            yield from ((False, [path]) for path in members)


def _fork(draft: Draft, path: Path) -> str | None:
    return path.gateways[-1].id if parallel(draft.process, path) else None


def target(draft: Draft, source: Node, node: Node) -> Line:
    """Where a way leads: a step's number, with a word where that is back; or the end."""
    words = draft.words["routes"]
    if not isinstance(node, Task):
        return (Text(node.name or words["end" if is_end(node) else "event"]),)
    if isinstance(source, Task) and leads_back(draft, source, node):
        return fill(words["back"], step=draft.reference(node))
    return (draft.reference(node),)


def leads_back(draft: Draft, source: Task, node: Task) -> bool:
    """Whether a step stands before another in the manual, or is the same."""
    return draft.numbers[node.id] <= draft.numbers[source.id]


def is_end(node: Node) -> bool:
    """Whether the work ends here."""
    return isinstance(node, Event) and node.kind is EventKind.END


def condition(draft: Draft, path: Path, siblings: Sequence[Path] = ()) -> Line:
    """When this way is taken; "otherwise" where only the ways beside it say when; empty where it always is."""
    if path.conditions:
        return joined((clause(draft, flow) for flow in path.conditions), draft.words["routes"]["and"])
    if any(sibling.conditions for sibling in siblings):
        return (Text(draft.words["routes"]["otherwise"], Mark.INFERRED),)
    return ()


def if_line(draft: Draft, path: Path) -> Line:
    """When this way is taken, as a sentence begins: "if the price is wrong"; nothing where it only is "otherwise", or always."""
    grammar = draft.grammar
    if not path.conditions or all(grammar.is_otherwise(flow.name) for flow in path.conditions):
        return ()
    first, *others = path.conditions
    opening = _told(first, grammar.condition(first.name) or first.name)
    return joined([opening, *(clause(draft, flow) for flow in others)], draft.words["routes"]["and"])


def clause(draft: Draft, flow: SequenceFlow) -> Text:
    """A condition as it stands within a sentence, marked where nobody told it."""
    return _told(flow, draft.grammar.clause(flow.name.strip().rstrip(" .?")))


def flow_condition(flow: SequenceFlow) -> Text:
    """A condition as it was told, marked where nobody told it."""
    return _told(flow, flow.name)


def _told(flow: SequenceFlow, words: str) -> Text:
    return Text(words, Mark.INFERRED if flow.provenance is Provenance.INFERRED else Mark.PLAIN)


def when(draft: Draft, task: Task) -> Iterator[Line]:
    """What must be so before a step is done; nothing where it simply comes next."""
    words = draft.words["routes"]
    ways = [path for path in preceding(draft.process, task.id) if not _comes_back(draft, path)]
    if steps := waited_for(draft, task):
        yield fill(words["when_done"], steps=steps)
    elif ways and all(path.conditions for path in ways):
        told = list(dict.fromkeys(condition(draft, path) for path in ways))
        yield from (fill(words["or"], condition=line) if number else line for number, line in enumerate(told))


def arrives(draft: Draft, task: Task) -> Iterator[Line]:
    """The beginning of a step's sentence: "From step 1 if the price is wrong:"; nothing where it follows the step before it."""
    words = draft.chapter("instructions")
    ways = [path for path in preceding(draft.process, task.id) if not _comes_back(draft, path)]
    before = draft.numbers[task.id] - 1
    if any(isinstance(path.source, Task) and draft.numbers[path.source.id] == before for path in ways):
        return
    either = draft.words["routes"]["or_also"]
    if coming := [path for path in ways if isinstance(path.source, Task)]:
        yield _coming(draft, coming)
    elif triggers := [clause(draft, flow) for path in ways for flow in path.conditions]:
        yield fill(words["start"], condition=joined(triggers, either))


def _coming(draft: Draft, ways: Sequence[Path]) -> Line:
    words, routes = draft.chapter("instructions"), draft.words["routes"]
    if len(ways) > MOST_TOLD:
        steps = [draft.reference(path.source) for path in ways if isinstance(path.source, Task)]
        return fill(words["coming_many"], steps=listed(dict.fromkeys(steps), routes["and"]))
    separator = f",{routes['or_also']}" if any(path.conditions for path in ways) else routes["or_also"]
    return sentence(fill(words["coming"], ways=joined((_from(draft, path) for path in ways), separator)))


def _from(draft: Draft, path: Path) -> Line:
    words = draft.chapter("instructions")
    step = draft.reference(path.source) if isinstance(path.source, Task) else Text(path.source.name)
    told = if_line(draft, path)
    return fill(words["from_if"], step=step, condition=told) if told else fill(words["from"], step=step)


def waits_for(draft: Draft, task: Task) -> Iterator[Line]:
    """The beginning of a sentence: "When 2 and 3 are done:"; nothing where a step waits for none, or only for one."""
    if steps := waited_for(draft, task):
        yield fill(draft.words["routes"]["when_all_done"], steps=steps)


def waited_for(draft: Draft, task: Task) -> Line:
    """The steps that must all be done before, if there are several."""
    ways = [path for path in preceding(draft.process, task.id) if not _comes_back(draft, path)]
    sources = [path.source for path in ways if _joins(draft, path)]
    steps = [draft.reference(source) for source in sources if isinstance(source, Task)]
    return listed(steps, draft.words["routes"]["and"]) if len(steps) > 1 else ()


def _comes_back(draft: Draft, path: Path) -> bool:
    return isinstance(path.source, Task) and isinstance(path.target, Task) and leads_back(draft, path.source, path.target)


def _joins(draft: Draft, path: Path) -> bool:
    return any(gateway.kind is GatewayKind.PARALLEL and len(draft.process.incoming(gateway.id)) > 1 for gateway in path.gateways)
