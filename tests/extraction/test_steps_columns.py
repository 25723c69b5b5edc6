"""What the step detector looks at beside a clause's own words."""

import numpy as np

from interview2flow.extraction.steps.neighbours import PLACES, Neighbours
from interview2flow.extraction.steps.sense import Sense

SCORES = np.array([[1.0], [2.0], [4.0]])
BESIDE = Neighbours(above=np.array([-1, 0, 0]), turn=np.array([0, 0, 1]))


def column(where: str) -> list[float]:
    return BESIDE.columns(SCORES)[:, PLACES.index(where)].tolist()


def test_a_clause_sees_its_neighbours_scores_and_zeros_beyond_the_ends() -> None:
    assert column("before") == [0, 1, 2]
    assert column("two behind") == [4, 0, 0]


def test_a_clause_sees_the_one_above_and_the_highest_of_those_below() -> None:
    assert column("above") == [0, 1, 1]
    assert column("below") == [4, 0, 0]


def test_a_clause_sees_what_else_is_said_in_its_turn() -> None:
    assert column("of others in its turn") == [2, 1, 0]


def test_an_unknown_language_has_no_sense() -> None:
    sense = Sense({"en": np.array([1.0, 2.0, 0.5], dtype=np.float32)})
    rows = np.array([[1.0, 1.0]], dtype=np.float32)
    assert sense.scores(rows, "en").tolist() == [3.5]
    assert sense.scores(rows, "nb").tolist() == [0.0]
