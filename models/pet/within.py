"""What speaks for an activity and another mention of its sentence belonging together: who does it, to whom, with what, how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from models.pet.documents import ACTIVITY, ACTOR, DATA, FURTHER
from models.pet.elements import Elements, way
from models.pet.reading import first_joined, relation

USES: Final = "uses"
PERFORMER: Final = "actor performer"
RECIPIENT: Final = "actor recipient"
SPECIFIES: Final = "further specification"
TAILS: Final = {USES: DATA, PERFORMER: ACTOR, RECIPIENT: ACTOR, SPECIFIES: FURTHER}
"""What each relation joins an activity to."""


def pairs(elements: Elements, kind: str) -> list[tuple[int, int]]:
    """Each activity with each fitting mention of its sentence."""
    return [
        (head, tail)
        for together in elements.together
        for head in together
        if elements.kind(head) == ACTIVITY
        for tail in together
        if elements.kind(tail) == TAILS[kind]
    ]


def describe(elements: Elements, head: int, tail: int) -> dict[str, float]:
    """The features of one pair."""
    before = elements.starts[tail] < elements.starts[head]
    first, last = (tail, head) if before else (head, tail)
    start, end = elements.ends[first], elements.starts[last]
    mention = elements.mentions[tail]
    return {
        "before": before,
        "distance": end - start,
        "signed distance": start - end if before else end - start,
        "activity sure": elements.sure[head],
        "mention sure": elements.sure[tail],
        "length": mention.end - mention.start,
        "opens sentence": mention.start == 0,
        **elements.counts("between", [n for n in range(first, last + 1) if start <= elements.starts[n] < end]),
        **elements.cues("between", start, end),
        **elements.verb("verb", head),
        **_others(elements, head, tail),
        **_tree(elements, head, tail),
        **_noun(elements, tail),
    }


def _others(elements: Elements, head: int, tail: int) -> dict[str, float]:
    """Which of several of its kind each of the two is."""
    together = elements.together[elements.mentions[head].sent]
    verbs, alike = _of(elements, together, ACTIVITY), _of(elements, together, elements.kind(tail))
    earlier = sum(verb < tail for verb in verbs)
    nearest = earlier - 1 if head < tail else earlier
    return {
        "activities": len(verbs),
        "alike": len(alike),
        "activities off": abs(verbs.index(head) - nearest),
        "activities behind": len(verbs) - earlier,
        "activities before": earlier,
        "alike before": alike.index(tail),
        "alike behind": len(alike) - 1 - alike.index(tail),
        "another before the verb": any(other < head for other in alike if other != tail),
        "data behind the verb": any(elements.kind(other) == DATA for other in together if other > head),
    }


def _of(elements: Elements, numbers: Sequence[int], kind: str) -> list[int]:
    return [number for number in numbers if elements.kind(number) == kind]


def _tree(elements: Elements, head: int, tail: int) -> dict[str, float]:
    governor, steps = elements.governor(tail)
    verb = elements.heads[head]
    up, down = way(elements.heads[tail], verb)
    shared = governor is not None and relation(verb) == "conj" and verb.head.i == elements.heads[governor].i
    return {
        "governed": governor == head,
        "governed by none": governor is None,
        "governor joined": shared,
        "steps to governor": steps,
        "way up": up,
        "way down": down,
    }


def _noun(elements: Elements, tail: int) -> dict[str, float]:
    noun, reading = elements.heads[tail], elements.reading
    start = elements.starts[tail]
    case = reading.case(noun) or (reading.doc[start - 1].lower_ if start else "")
    names = [f"dep {noun.dep_}", f"first dep {first_joined(noun).dep_}", f"pos {noun.pos_}", f"case {case}"]
    return {f"noun {name}": 1.0 for name in [*names, f"kind {reading.kind(noun)}"]}
