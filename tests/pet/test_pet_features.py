"""What is looked at: zones behind "if", phrases, pairs, and what is told between elements."""

from __future__ import annotations

import pytest

from models.pet import following, gateways, markup, within
from models.pet.clauses import zones
from models.pet.documents import ACTIVITY, ACTOR, Document
from models.pet.elements import FAR, Elements, way
from models.pet.reading import mark, read
from models.pet.words import describe

LINES = (
    "[A: The clerk ] [V: checks ] [D: the form ] and [V: sends ] [D: it ] to [A: the manager ] .",
    "[X: If ] [C: the form is complete ] , [D: it ] is [V: filed ] .",
    "[X: Otherwise ] [D: the form ] is [V: sent back ] .",
)


@pytest.fixture(scope="module")
def elements() -> Elements:
    marked = [markup.sentence(line, number) for number, line in enumerate(LINES)]
    document = Document("d", tuple(words for words, _ in marked))
    mentions = [mention for _, found in marked for mention in found]
    return Elements(read(document), mentions, [1.0] * len(mentions))


def test_words_and_sentences_stay_as_given(elements: Elements) -> None:
    reading = elements.reading
    assert [tuple(token.text for token in sentence) for sentence in reading.sentences] == list(reading.document.sentences)
    assert [len(sentence) for sentence in describe(reading)] == [12, 10, 7]


def test_a_condition_reaches_to_its_comma(elements: Elements) -> None:
    assert zones(elements.reading.sentences[1]) == ["if0", "if1", "if2", "if3", "if3", "", "", "", "", ""]
    assert set(zones(elements.reading.sentences[0])) == {""}


def test_what_a_noun_names(elements: Elements) -> None:
    doc, reading = elements.reading.doc, elements.reading
    assert [reading.kind(doc[place]) for place in (1, 4, 7)] == ["person", "thing", "pronoun-thing"]
    assert reading.phrases[:5] == [1, 1, None, 4, 4]
    assert mark(elements.heads[6].head) in {"if", ""}


def test_activities_are_paired_within_their_sentence(elements: Elements) -> None:
    kinds = [(elements.kind(head), elements.kind(tail)) for head, tail in within.pairs(elements, within.PERFORMER)]
    assert kinds == [(ACTIVITY, ACTOR)] * 4
    assert len(within.pairs(elements, within.USES)) == 6
    assert within.pairs(elements, within.SPECIFIES) == []
    features = within.describe(elements, 1, 0)
    assert features["before"]
    assert features["governed"]
    assert features["noun kind person"] == 1


def test_gateways_are_paired_forward(elements: Elements) -> None:
    (pair,) = gateways.pairs(elements)
    assert [elements.kind(number) for number in pair] == ["XOR Gateway", "XOR Gateway"]
    assert gateways.describe(elements, *pair)["between Condition Specification"] == 1


def test_flow_runs_through_conditions_to_what_they_decide(elements: Elements) -> None:
    pairs = following.pairs(elements)
    condition = next(number for number in elements.behaviour if elements.kind(number) == "Condition Specification")
    assert {head for head, tail in pairs if tail == condition} == {condition - 1, elements.behaviour[-2]} - {
        elements.behaviour[-2]
    }
    assert {elements.kind(tail) for head, tail in pairs if head == condition} == {ACTIVITY, "XOR Gateway"}
    head, tail = elements.behaviour[0], elements.behaviour[1]
    assert following.describe(elements, head, tail, {})["distance"] == 1


def test_ways_through_the_tree(elements: Elements) -> None:
    doc = elements.reading.doc
    assert way(doc[1], doc[2]) == (1, 0)
    assert way(doc[2], doc[1]) == (0, 1)
    assert way(doc[1], doc[-2]) == (FAR, FAR)
