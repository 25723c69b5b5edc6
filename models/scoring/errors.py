"""What went wrong, by kind: shows where the next improvement lies, and what a change moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from models.scoring.comparing import known_lanes, lane, same_condition, seen_arrows
from models.scoring.reading import Process

Arrow = tuple[str, str]


class Kind(StrEnum):
    """The kinds of errors; the values are the table's words."""

    MISSED = "missed step"
    MADE_UP = "made-up step"
    WRONG_ACTOR = "wrong actor"
    LOST_ARROW = "lost arrow"
    LOST_WITH_STEP = "arrow lost with its step"
    FALSE_ARROW = "false arrow"
    LOST_CONDITION = "lost condition"
    OTHER_CONDITION = "condition says something else"
    FALSE_CONDITION = "false condition"


@dataclass(frozen=True)
class Errors:
    """The errors of one kind, each in words, and among how many they are."""

    found: Sequence[str]
    among: int


def errors(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> dict[Kind, Errors]:
    """All that is wrong with a case; `pairs` are the matched steps as {predicted id: gold id}."""
    return {**_of_steps(gold, said, pairs, language), **_of_arrows(gold, said, pairs, language)}


def _of_steps(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> dict[Kind, Errors]:
    matched = set(pairs.values())
    drawn = [s for s in said.steps if s in pairs or not said.steps[s].optional]
    lanes = known_lanes(gold)
    wrong = [
        f"{gold.steps[g].wordings[0]!r}: {_role(said.steps[s].roles)} instead of {_role(gold.steps[g].roles)}"
        for s, g in pairs.items()
        if lane(said.steps[s].roles, lanes, language) != gold.steps[g].roles
    ]
    return {
        Kind.MISSED: Errors([repr(step.wordings[0]) for g, step in gold.steps.items() if g not in matched], len(gold.steps)),
        Kind.MADE_UP: Errors([repr(said.steps[s].wordings[0]) for s in drawn if s not in pairs], len(drawn)),
        Kind.WRONG_ACTOR: Errors(wrong, len(pairs)),
    }


def _of_arrows(gold: Process, said: Process, pairs: Mapping[str, str], language: str) -> dict[Kind, Errors]:
    arrows = seen_arrows(said, pairs)
    ends = {"start", "end", *pairs.values()}
    possible = {arrow for arrow in gold.arrows if ends.issuperset(arrow)}
    both = {arrow: (condition, arrows[arrow]) for arrow, condition in gold.arrows.items() if arrow in arrows}
    told = {arrow: conditions for arrow, conditions in both.items() if conditions[0]}
    other = [a for a, (right, drawn) in told.items() if drawn and not same_condition(drawn, right, language)]

    def written(some: Iterable[Arrow]) -> list[str]:
        return [_arrow(gold, arrow) + _conditions(*both.get(arrow, ("", ""))) for arrow in some]

    return {
        Kind.LOST_ARROW: Errors(written(a for a in gold.arrows if a in possible and a not in arrows), len(possible)),
        Kind.LOST_WITH_STEP: Errors(written(a for a in gold.arrows if a not in possible), len(gold.arrows)),
        Kind.FALSE_ARROW: Errors(written(a for a in arrows if a not in gold.arrows), len(arrows)),
        Kind.LOST_CONDITION: Errors(written(a for a, (_, drawn) in told.items() if not drawn), len(told)),
        Kind.OTHER_CONDITION: Errors(written(other), len(told)),
        Kind.FALSE_CONDITION: Errors(
            written(a for a, (right, drawn) in both.items() if drawn and not right), len(both) - len(told)
        ),
    }


def _role(names: tuple[str, ...]) -> str:
    return names[0] if names else "nobody"


def _arrow(gold: Process, arrow: Arrow) -> str:
    source, target = (repr(gold.steps[end].wordings[0]) if end in gold.steps else end for end in arrow)
    return f"{source} > {target}"


def _conditions(right: str, drawn: str) -> str:
    return "" if right == drawn else f": {drawn!r} instead of {right!r}"


WIDTH: Final = 13


def error_table(cases: Iterable[tuple[Sequence[str], Mapping[Kind, Errors]]]) -> str:
    """Errors by kind, and by the groups in which each case counts: how many, and their share of what there was."""
    found: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    among: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    for groups, wrong in cases:
        for group in groups:
            found[group].update({kind: len(those.found) for kind, those in wrong.items()})
            among[group].update({kind: those.among for kind, those in wrong.items()})
    order = sorted(found, key=lambda group: (group == "all", len(group), group))
    lines = [f"{'':34}" + "".join(f"{group:>{WIDTH}}" for group in order)]
    for kind in Kind:
        cells = (_cell(found[group][kind], among[group][kind]) for group in order)
        lines.append(f"{kind:34}" + "".join(f"{cell:>{WIDTH}}" for cell in cells))
    return "\n".join(lines)


def _cell(count: int, among: int) -> str:
    return f"{count} {count / among:4.0%}" if among else f"{count}    -"
