"""Labels for the words of a sentence: the random field against counting all labellings."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from models.pet import crf, spans
from models.pet.crf import NEVER, Field
from models.pet.crf_training import train
from models.pet.spans import choose

LABELS = ("O", "B-Actor", "I-Actor", "B-Activity", "I-Activity")


@pytest.fixture
def field() -> Field:
    chance = np.random.default_rng(3)
    moves, first = crf.allowed(LABELS)
    size = len(LABELS)
    return Field(LABELS, {}, np.zeros((0, size)), moves + chance.normal(size=(size, size)), first + chance.normal(size=size))


def test_what_goes_on_follows_its_like() -> None:
    moves, first = crf.allowed(LABELS)
    assert moves[LABELS.index("O"), LABELS.index("I-Actor")] == NEVER
    assert moves[LABELS.index("B-Activity"), LABELS.index("I-Actor")] == NEVER
    assert moves[LABELS.index("B-Actor"), LABELS.index("I-Actor")] == 0
    assert first.tolist() == [0, 0, NEVER, 0, NEVER]


def test_chances_of_spans_are_those_of_all_labellings(field: Field) -> None:
    ratings = np.random.default_rng(5).normal(size=(4, len(LABELS)))
    weight: dict[tuple[int, ...], float] = {}
    for path in product(range(len(LABELS)), repeat=4):
        moved = sum(field.moves[a, b] for a, b in pairwise(path))
        weight[path] = float(
            np.exp(field.first[path[0]] + moved + sum(ratings[place, label] for place, label in enumerate(path)))
        )
    total = sum(weight.values())
    expected: dict[spans.Span, float] = {}
    for path, value in weight.items():
        for span in _spans([LABELS[label] for label in path]):
            expected[span] = expected.get(span, 0.0) + value / total
    found = spans.likely(field, ratings)
    assert set(found) == {span for span, chance in expected.items() if chance > spans.FLOOR}
    assert found == pytest.approx({span: expected[span] for span in found})


def _spans(tags: list[str]) -> list[spans.Span]:
    begun = [place for place, tag in enumerate(tags) if tag.startswith("B-")]
    found = []
    for start in begun:
        end = start + 1
        while end < len(tags) and tags[end] == f"I-{tags[start][2:]}":
            end += 1
        found.append((start, end, tags[start][2:]))
    return found


def test_no_words_no_spans(field: Field) -> None:
    assert spans.likely(field, np.zeros((0, len(LABELS)))) == {}


def test_spans_are_chosen_together() -> None:
    chances = {(0, 2, "Actor"): 0.6, (2, 4, "Actor"): 0.6, (1, 3, "Activity"): 0.7, (4, 5, "Activity"): 0.3}
    assert choose(chances, 5, 0.4) == [(0, 2, "Actor"), (2, 4, "Actor")]
    assert choose(chances, 5, 0.65) == [(1, 3, "Activity")]


def test_training_learns_from_words_and_from_what_stands_before() -> None:
    sentences = [[["the"], ["clerk"], ["signs"]], [["signs"], ["the"], ["form"]]] * 5
    tags = [["B-Actor", "I-Actor", "B-Activity"], ["B-Activity", "B-Actor", "I-Actor"]] * 5
    field = train(sentences, tags, LABELS, penalty=0.01)
    ratings = field.ratings([["the"], ["unheard"], ["signs"]])
    found = spans.likely(field, ratings)
    assert choose(found, 3, 0.4) == [(0, 2, "Actor"), (2, 3, "Activity")]
    stored = crf.load(crf.tables(field))
    assert stored.place == field.place
    assert stored.weights == pytest.approx(field.weights, abs=0.01)
