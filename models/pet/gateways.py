"""What speaks for two gateways opening branches of one decision."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from models.pet.documents import CONDITION
from models.pet.elements import GATEWAYS, Elements

SAME: Final = "same gateway"
APART: Final = 3
"""So many gateways on, at most, comes another branch of the same decision."""
SENTENCES: Final = 4


def pairs(elements: Elements) -> list[tuple[int, int]]:
    """Gateways told soon after each other."""
    found = [number for number in elements.behaviour if elements.kind(number) in GATEWAYS]
    return [
        (found[head], found[tail])
        for head, tail in combinations(range(len(found)), 2)
        if tail - head <= APART and elements.mentions[found[tail]].sent - elements.mentions[found[head]].sent <= SENTENCES
    ]


def describe(elements: Elements, head: int, tail: int) -> dict[str, float]:
    """The features of one pair."""
    at, to = elements.place[head], elements.place[tail]
    between = elements.behaviour[at + 1 : to]
    return {
        "distance": to - at,
        "sentences": elements.mentions[tail].sent - elements.mentions[head].sent,
        "same word": elements.reading.doc[elements.starts[head]].lower_ == elements.reading.doc[elements.starts[tail]].lower_,
        f"head {elements.kind(head)}": 1,
        f"tail {elements.kind(tail)}": 1,
        "head sure": elements.sure[head],
        "tail sure": elements.sure[tail],
        "head opens sentence": elements.mentions[head].start == 0,
        "tail opens sentence": elements.mentions[tail].start == 0,
        **elements.counts("between", between),
        **elements.cues("head", elements.starts[head], elements.ends[head]),
        **elements.cues("tail", elements.starts[tail], elements.ends[tail]),
        **neighbours(elements, "head", at),
        **neighbours(elements, "tail", to),
        **_conditions(elements, at, to),
    }


def neighbours(elements: Elements, prefix: str, place: int) -> dict[str, float]:
    """What is told right before and after an element, and how far off."""
    features: dict[str, float] = {}
    here = elements.mentions[elements.behaviour[place]].sent
    for offset in (-2, -1, 1, 2):
        if not 0 <= place + offset < len(elements.behaviour):
            features[f"{prefix} {offset} edge"] = 1
            continue
        other = elements.behaviour[place + offset]
        features[f"{prefix} {offset} {elements.kind(other)}"] = 1
        features[f"{prefix} {offset} sentences"] = elements.mentions[other].sent - here
    return features


def _conditions(elements: Elements, at: int, to: int) -> dict[str, float]:
    """How alike the conditions behind two gateways are, but for a "not"."""
    one, two = _condition(elements, at), _condition(elements, to)
    return {
        "conditions": bool(one and two),
        "conditions alike": len(one & two) / max(1, min(len(one), len(two))),
        "conditions opposed": ("not" in one) != ("not" in two),
    }


def _condition(elements: Elements, place: int) -> set[str]:
    if place + 1 < len(elements.behaviour):
        number = elements.behaviour[place + 1]
        if elements.kind(number) == CONDITION:
            return set(elements.reading.lemmas[elements.starts[number] : elements.ends[number]])
    return set()
