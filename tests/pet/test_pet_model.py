"""The shipped model on an invented description."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.pet import model
from models.pet.documents import ACTIVITY, ACTOR, CONDITION, DATA, Document, Mention, Relation

LINES = (
    "The clerk checks the form .",
    "If the form is incomplete , the clerk rejects the form .",
    "The manager signs the form .",
)
DESCRIPTION = Document("d", tuple(tuple(line.split()) for line in LINES))


@pytest.fixture(scope="module")
def found() -> Document:
    return model.load().predict(DESCRIPTION)


def test_who_does_what(found: Document) -> None:
    assert {Mention(0, 0, 2, ACTOR), Mention(0, 2, 3, ACTIVITY), Mention(0, 3, 5, DATA), Mention(1, 1, 5, CONDITION)} <= set(
        found.mentions
    )
    told = {(each.type, found.mentions[each.head].sent, _word(found, each.tail)) for each in found.relations}
    assert ("actor performer", 2, "The manager") in told
    assert ("uses", 0, "the form") in told


def _word(document: Document, number: int) -> str:
    mention = document.mentions[number]
    return " ".join(document.sentences[mention.sent][mention.start : mention.end])


def test_flow_runs_on_from_sentence_to_sentence(found: Document) -> None:
    flows = {(found.mentions[each.head].sent, found.mentions[each.tail].sent) for each in found.relations if each.type == "flow"}
    assert (0, 1) in flows
    assert not any(head > tail for head, tail in flows)


def test_what_is_marked_already_is_not_looked_at(found: Document) -> None:
    marked = replace(DESCRIPTION, mentions=(Mention(0, 0, 1, DATA),), relations=(Relation("uses", 0, 0),))
    assert model.load().predict(marked) == found


def test_a_description_may_be_empty() -> None:
    bare = model.load().predict(Document("empty", ((), ("Stop", "."))))
    assert bare.name == "empty"
    assert model.load().predict(Document("nothing", ())).mentions == ()
