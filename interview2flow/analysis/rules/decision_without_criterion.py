"""Paths that part without a word on what decides between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.analysis.remark import Remark, Words
from interview2flow.analysis.subject import deciding_step
from interview2flow.model import Gateway, GatewayKind, Process, Severity, Task
from interview2flow.model.paths import following, splits

SEVERITY: Final = Severity.GAP
WEIGHT: Final = 80
ASKS: Final = True


def remarks(process: Process, words: Words) -> Iterator[Remark]:
    """When is which way taken?"""
    for node in process.nodes:
        if isinstance(node, Gateway) and node.kind is not GatewayKind.PARALLEL and splits(process, node):
            yield from _undecided(process, node, words)


def _undecided(process: Process, gateway: Gateway, words: Words) -> Iterator[Remark]:
    if any(flow.name for flow in process.outgoing(gateway.id)):
        return
    targets = dict.fromkeys(path.target for path in following(process, gateway.id))
    ways = [words["way"].format(step=target.name or words["end"]) for target in targets]
    told = tuple(evidence for target in targets if isinstance(target, Task) for evidence in target.evidence[:1])
    step = deciding_step(process, gateway)
    if len(ways) < 2:  # noqa: PLR2004  # both arrows lead to the same place: nothing to decide
        return
    listed = words["or"].join((words["comma"].join(ways[:-1]), ways[-1]))
    if step is None:
        yield Remark(text=words["ask"].format(ways=listed), about=gateway.id, evidence=told)
    else:
        yield Remark(text=words["ask_after"].format(ways=listed, step=step.name), about=step.id, evidence=told)
