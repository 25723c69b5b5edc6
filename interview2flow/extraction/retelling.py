"""The same step told twice becomes one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import artefacts, forest
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import frames
from interview2flow.extraction.sameness import Telling, compare, tellings
from interview2flow.extraction.steps.mention import Mention

NAME: Final = "retelling"
WINDOW: Final = 60
"""So many tellings back a retelling is looked for: work grows with the length of the interview, not with its square."""


def merge_retellings(doc: Doc, clauses: Sequence[Clause], told: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions that tell the same step joined; ids are given anew in the order first told."""
    probability = {telling: mention.probability for mention in told for telling in mention.tellings}
    compared = tellings(doc, clauses, frames(doc, clauses), probability)
    groups = _groups([compared[number] for number in sorted(compared)])
    return tuple(
        Mention(f"s{number}", tuple(t.clause.index for t in group), max(t.probability for t in group))
        for number, group in enumerate(groups, 1)
    )


def _groups(told: Sequence[Telling]) -> list[list[Telling]]:
    """Each telling with the earlier ones that it repeats, in the order first told."""
    chances, threshold = _chances(told)
    home: dict[int, int] = {}
    groups: list[list[Telling]] = []
    for place, telling in enumerate(told):
        earlier = chances.get(place, {})
        best = max(earlier, key=lambda other: (earlier[other], other), default=None)
        if best is not None and earlier[best] >= threshold:
            home[place] = home[best]
            groups[home[best]].append(telling)
        else:
            home[place] = len(groups)
            groups.append([telling])
    return groups


def _chances(told: Sequence[Telling]) -> tuple[dict[int, dict[int, float]], float]:
    """By place, the earlier places that may tell the same step, with how likely that is; and from what chance on they do."""
    pairs = [(b, a) for b, earlier in enumerate(alike(told)) for a in earlier]
    tables = artefacts.read(NAME)
    threshold = 0.5 if tables is None else float(tables["threshold"])
    if not pairs:
        return {}, threshold
    verbs, things = Counter(t.lemma for t in told), Counter(t.thing for t in told)
    rows = np.array([compare(told[a], told[b], verbs, things) for b, a in pairs])
    if tables is None:
        judged = (rows[:, 0] * rows[:, 4]).astype(float)
    else:
        judged = forest.load(artefacts.part(tables, "forest")).probabilities(rows)
    found: dict[int, dict[int, float]] = {}
    for (b, a), chance in zip(pairs, judged.tolist(), strict=True):
        found.setdefault(b, {})[a] = chance
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
