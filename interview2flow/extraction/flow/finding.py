"""From the thread to relations."""

from __future__ import annotations

from interview2flow.extraction.conditions.finding import Conditions
from interview2flow.extraction.thread import Thread
from interview2flow.model import END, START, Relation


def find_relations(thread: Thread, conditions: Conditions) -> tuple[Relation, ...]:
    """The steps in the order told."""
    places = [START, *(mention.id for mention in thread.mentions), END]
    return tuple(Relation(source=a, target=b) for a, b in zip(places, places[1:], strict=False))
