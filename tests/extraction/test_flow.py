from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from interview2flow.extraction import order
from interview2flow.extraction.conditions.finding import Conditions, likeliest
from interview2flow.extraction.flow.attaching import attach
from interview2flow.extraction.flow.closing import Closing
from interview2flow.extraction.flow.deciding import conditions_of
from interview2flow.extraction.flow.finding import find_relations, scene_of
from interview2flow.extraction.flow.graph import END, START, Growing
from interview2flow.extraction.flow.moment import COLUMNS, Moment, said
from interview2flow.extraction.flow.scene import Scene
from interview2flow.extraction.flow.sheet import Sheet, columns
from interview2flow.extraction.thread import Thread
from interview2flow.model import Provenance
from tests.extraction.told import told

BRANCHING = told(
    "I **check the invoice. If it *is wrong, I **return it.", "Q: And if it *is right?", "Then I **post it. I **file it."
)


def scene(thread: Thread) -> Scene:
    return scene_of(thread, likeliest(thread, None))


def drawn(*arrows: tuple[int, int]) -> Growing:
    graph = Growing()
    for source, target in arrows:
        graph.add(max(source, 0))
        graph.connect(source, target)
    return graph


def at_previous(moment: Moment, possible: Sequence[int]) -> NDArray[np.float64]:
    return np.array([moment.drawing(source).is_previous for source in possible])


def test_each_step_hangs_on_the_likeliest_one_told_before() -> None:
    graph, likely = attach(scene(BRANCHING), at_previous)
    assert graph.outs == {START: [0], 0: [1], 1: [2], 2: [3], 3: []}
    assert likely[0, 1] == 1.0


def test_a_condition_like_the_other_branch_is_seen() -> None:
    seen: list[float] = []

    def judging(moment: Moment, possible: Sequence[int]) -> NDArray[np.float64]:
        drawings = [moment.drawing(source) for source in possible]
        seen.extend(one.condition_at_split for one in drawings if one.tellings_back == 2.0)
        return at_previous(moment, possible)

    attach(scene(BRANCHING), judging)
    assert max(seen) > 0.5  # "and if it is right?", seen from the step that "if it is wrong" hangs on already


def test_where_a_branch_may_join_is_looked_at_however_much_is_told() -> None:
    long = told(*(f"If it *is wrong, I **do thing{number}." for number in range(40)))
    looked_at = [len(sources) for sources in possible_sources(scene(long))]
    assert max(looked_at) < 20


def possible_sources(whole: Scene) -> list[list[int]]:
    seen: list[list[int]] = []

    def judging(moment: Moment, possible: Sequence[int]) -> NDArray[np.float64]:
        seen.append(list(possible))
        return at_previous(moment, possible)

    attach(whole, judging)
    return seen


def test_rows_hold_what_is_said_and_what_is_drawn() -> None:
    whole = scene(BRANCHING)
    parts = said(whole)
    place = columns([parts], COLUMNS)
    moment = Moment(whole, drawn((START, 0)), whole.thread.tellings[1])
    rows = moment.rows(Sheet(place, parts, COLUMNS), [START, 0])
    assert rows[:, place["is start"]].tolist() == [1.0, 0.0]
    assert rows[:, place["condition"]].tolist() == [0.8, 0.8]  # "if" before the step told now
    assert rows[:, place["source way out"]].tolist() == [0.0, parts["source"][0]["source way out"]]


def test_both_sides_of_a_decision_get_their_condition() -> None:
    found = conditions_of(scene(BRANCHING), drawn((START, 0), (0, 1), (0, 2), (2, 3)))
    assert {arrow: said.text for arrow, said in found.items()} == {(0, 1): "it is wrong", (0, 2): "it is right"}
    evidence = found[0, 1].evidence
    assert evidence is not None
    assert (evidence.quote, evidence.turn) == ("If it is wrong", 0)


def test_the_side_that_is_not_told_is_the_opposite_and_inferred() -> None:
    thread = told("I **check it. If it *is wrong, I **return it. I **post it.")
    found = conditions_of(scene(thread), drawn((START, 0), (0, 1), (0, 2), (1, 2)))
    assert (found[0, 2].text, found[0, 2].provenance) == ("it is not wrong", Provenance.INFERRED)
    assert found[0, 1].provenance is Provenance.STATED


def test_a_condition_is_kept_where_the_other_side_is_not_told() -> None:
    thread = told("I **check it. If it *is wrong, I **return it. Then I **file it.")
    found = conditions_of(scene(thread), drawn((START, 0), (0, 1), (1, 2), (2, END)))
    assert {arrow: said.text for arrow, said in found.items()} == {(0, 1): "it is wrong"}


def test_work_at_the_same_time_has_no_conditions() -> None:
    thread = told("I **order it. At the same time Anna **books it. I **file it.")
    quiet = Conditions((None,) * 3, (None,) * 3)
    assert conditions_of(scene_of(thread, quiet), drawn((START, 0), (0, 1), (0, 2))) == {}


def test_a_way_back_knows_that_a_step_is_told_again() -> None:
    thread = told("I **check it. He **corrects it. Then I **check it again.", again={2: 0})
    graph, likely = attach(scene(thread), at_previous)
    features = Closing(scene(thread), graph, likely).back(1, 0)
    assert (features.retold, features.since, features.is_above) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("early", [[1], []])
def test_a_corrected_order_moves_the_step_forward(early: list[int]) -> None:
    thread = told("I **print it. No, wait, first I **check it. Then I **send it.")
    moved = order.moved(thread, early)
    assert [mention.id for mention in moved.mentions] == (["s2", "s1", "s3"] if early else ["s1", "s2", "s3"])
    assert [(t.number, t.step) for t in moved.tellings] == [(0, 0), (1, 1), (2, 2)]
    assert moved.tellings[0].clause.index == (1 if early else 0)


def test_a_correction_is_heard() -> None:
    thread = told("I **print it. No, wait, first I **check it.")
    (neighbours,) = order.neighbours(thread)
    assert order.features(thread, *neighbours)["correction"] == 1.0


def test_an_interview_without_steps_has_no_arrows() -> None:
    assert find_relations(told("Hello there."), Conditions((), ())) == ()


def test_an_end_is_an_end_of_the_last_step() -> None:
    found = find_relations(told("I **check it. I **file it."), Conditions((None,) * 2, (None,) * 2))
    assert ("s2", "end") in {(relation.source, relation.target) for relation in found}
    assert END not in {relation.source for relation in found}
