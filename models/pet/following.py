"""What speaks for one element following another: how they are told, what lies between, and whose branch they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from models.pet.documents import ACTIVITY, AND, CONDITION
from models.pet.elements import BEHAVIOUR, GATEWAYS, Elements
from models.pet.gateways import neighbours

FLOW: Final = "flow"
BACK: Final = 5
ON: Final = 12
"""So many elements back or on, at most, flow runs."""
WINDOW: Final = 40

Same = Mapping[tuple[int, int], float]
"""How likely two gateways open branches of one decision."""


def pairs(elements: Elements) -> list[tuple[int, int]]:
    """Elements near enough; a condition comes right behind its gateway, and what it decides right behind it."""
    found = elements.behaviour
    return [
        (head, found[to])
        for at, head in enumerate(found)
        for to in range(max(0, at - BACK), min(len(found), at + ON + 1))
        if to != at and _fits(elements, head, found[to], to - at)
    ]


def _fits(elements: Elements, head: int, tail: int, distance: int) -> bool:
    if elements.kind(head) == CONDITION:
        return 0 < distance <= 2  # noqa: PLR2004
    if elements.kind(tail) == CONDITION:
        return elements.kind(head) in GATEWAYS and abs(distance) == 1
    return True


def describe(elements: Elements, head: int, tail: int, same: Same) -> dict[str, float]:
    """The features of one pair."""
    at, to = elements.place[head], elements.place[tail]
    between = elements.behaviour[min(at, to) + 1 : max(at, to)]
    return {
        "distance": to - at,
        "distance either way": abs(to - at),
        "sentences": elements.mentions[tail].sent - elements.mentions[head].sent,
        "how far on": to / len(elements.behaviour),
        "last sentence": elements.mentions[tail].sent == len(elements.reading.sentences) - 1,
        f"head {elements.kind(head)}": 1,
        f"tail {elements.kind(tail)}": 1,
        f"{elements.kind(head)} to {elements.kind(tail)}": 1,
        **_between(elements, head, tail, between),
        **_words(elements, head, tail),
        **_sure(elements, head, tail, between),
        **neighbours(elements, "head", at),
        **neighbours(elements, "tail", to),
        **_branch(elements, "head", at),
        **_branch(elements, "tail", to),
        **_decision(elements, head, tail, between, same),
    }


def _between(elements: Elements, head: int, tail: int, between: list[int]) -> dict[str, float]:
    activities = [elements.mentions[number].sent for number in between if elements.kind(number) == ACTIVITY]
    return {
        **{f"between {kind}": sum(elements.kind(number) == kind for number in between) for kind in BEHAVIOUR},
        "between in the tail's sentence": activities.count(elements.mentions[tail].sent),
        "between in the head's sentence": activities.count(elements.mentions[head].sent),
    }


def _words(elements: Elements, head: int, tail: int) -> dict[str, float]:
    first, last = (head, tail) if elements.starts[head] < elements.starts[tail] else (tail, head)
    start, end = elements.ends[first], elements.starts[last]
    openings = {"head": elements.sentence_start(head), "tail": elements.sentence_start(tail)}
    features = {
        "words": end - start,
        **elements.cues("between", start, min(end, start + WINDOW)),
        **elements.cues("head's sentence", openings["head"], openings["head"] + 3),
        **elements.cues("tail's sentence", openings["tail"], openings["tail"] + 3),
        **elements.cues("behind head", elements.ends[head], elements.ends[head] + 2),
        **elements.cues("before tail", elements.starts[tail] - 2, elements.starts[tail]),
    }
    for name, number in (("head", head), ("tail", tail)):
        if elements.kind(number) in GATEWAYS:
            features |= elements.cues(f"{name} gateway", elements.starts[number], elements.ends[number])
        if elements.kind(number) == ACTIVITY:
            features |= elements.verb(f"{name} verb", number)
    return features


def _sure(elements: Elements, head: int, tail: int, between: list[int]) -> dict[str, float]:
    sure = [elements.sure[number] for number in between]
    return {
        "head sure": elements.sure[head],
        "tail sure": elements.sure[tail],
        "least sure between": min(sure, default=0),
        "most sure between": max(sure, default=0),
        "sure between": sum(sure),
    }


def _gateway(elements: Elements, place: int, step: int) -> int | None:
    """The next gateway before or behind an element."""
    end = -1 if step < 0 else len(elements.behaviour)
    return next((at for at in range(place + step, end, step) if elements.kind(elements.behaviour[at]) in GATEWAYS), None)


def _branch(elements: Elements, prefix: str, place: int) -> dict[str, float]:
    """Where an element is, seen from the gateways around it."""
    features: dict[str, float] = {}
    sentence = elements.mentions[elements.behaviour[place]].sent
    for name, step in (("before", -1), ("behind", 1)):
        at = _gateway(elements, place, step)
        if at is not None:
            number = elements.behaviour[at]
            side = f"{prefix} gateway {name}"
            features[f"{side} distance"] = abs(place - at)
            features[f"{side} sentences"] = abs(sentence - elements.mentions[number].sent)
            features[f"{side} parallel"] = elements.kind(number) == AND
            features |= elements.cues(side, elements.starts[number], elements.ends[number])
    return features


def _decision(elements: Elements, head: int, tail: int, between: list[int], same: Same) -> dict[str, float]:
    """Whether head and tail stand in branches of one decision, and whether that has further branches between them."""
    at, to = _gateway(elements, elements.place[head], -1), _gateway(elements, elements.place[tail], -1)
    above = None if at is None else elements.behaviour[at]
    other = None if to is None else elements.behaviour[to]
    chances = {} if above is None else {second: chance for (first, second), chance in same.items() if first == above}
    return {
        "same branch": above == other,
        "tail opens a sibling": chances.get(tail, 0),
        "sibling between": max((chances.get(number, 0) for number in between), default=0),
        "any sibling": max(chances.values(), default=0),
        "branches of one": 0 if other is None else chances.get(other, 0),
        "gateways of one": same.get((head, tail), 0),
        "head and tail's branch": 0 if other is None else same.get((head, other), 0),
        "tail has an elder": max((chance for (_, second), chance in same.items() if second == tail), default=0),
    }
