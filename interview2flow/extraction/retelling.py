"""The same step told twice becomes one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import artefacts, ensemble
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import frames
from interview2flow.extraction.sameness import NAMES, Comparison, Telling, tellings
from interview2flow.extraction.steps.mention import Mention

NAME: Final = "retelling"
WINDOW: Final = 60
"""So many tellings back a retelling is looked for: work grows with the length of the interview, not with its square."""


def merge_retellings(doc: Doc, clauses: Sequence[Clause], told: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions that tell the same step joined; ids are given anew in the order first told."""
    probability = {telling: mention.probability for mention in told for telling in mention.tellings}
    groups = _groups(tellings(doc, clauses, frames(doc, clauses), probability))
    return tuple(
        Mention(f"s{number}", tuple(t.clause.index for t in group), max(t.probability for t in group))
        for number, group in enumerate(groups, 1)
    )


def _groups(told: Sequence[Telling]) -> list[list[Telling]]:
    """Each telling with the earlier ones that it repeats, in the order first told."""
    chances, threshold = _chances(told)
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    for place in range(len(told)):
        earlier = chances.get(place, {})
        likely = {number: _mean(earlier, groups[number]) for number in {home[other] for other in earlier}}
        best = max(likely, key=lambda number: (likely[number], number), default=None)
        if best is None or likely[best] < threshold:
            best = len(groups)
            groups.append([])
        home[place] = best
        groups[best].append(place)
    return [[told[place] for place in group] for group in groups]


def _mean(chances: Mapping[int, float], group: Sequence[int]) -> float:
    """How likely a telling is the same step as those of a group: one alone that is alike does not draw in what is not."""
    return sum(chances.get(other, 0.0) for other in group) / len(group)


def _chances(told: Sequence[Telling]) -> tuple[dict[int, dict[int, float]], float]:
    """By place, the earlier places that may tell the same step, with how likely that is; and from what chance on they do."""
    pairs = [(earlier, place) for place, before in enumerate(alike(told)) for earlier in before]
    tables = artefacts.read(NAME)
    threshold = 0.5 if tables is None else float(tables["threshold"])
    if not pairs:
        return {}, threshold
    rows = Comparison(told).rows(pairs)
    if tables is None:
        judged = rows[:, NAMES.index("same verb")] * rows[:, NAMES.index("same thing")]
    else:
        judged = ensemble.load(tables).probabilities(rows)
    found: dict[int, dict[int, float]] = {}
    for (earlier, place), chance in zip(pairs, judged.tolist(), strict=True):
        found.setdefault(place, {})[earlier] = chance
    return found, threshold


def alike(told: Sequence[Telling]) -> Iterator[list[int]]:
    """By telling, the earlier ones that have anything in common with it: the verb, its meaning, the thing, or a word."""
    having: dict[str, list[int]] = {}
    for place, telling in enumerate(told):
        signs = telling.signs
        yield sorted({other for sign in signs for other in having.get(sign, ())[-WINDOW:] if place - other <= WINDOW})
        for sign in signs:
            having.setdefault(sign, []).append(place)


@Language.component("i2f_retelling")
def retelling(doc: Doc) -> Doc:
    """Sets `doc._.mentions` anew, retellings merged."""
    doc._.mentions = merge_retellings(doc, doc._.clauses, doc._.mentions)
    return doc
