"""Reading, writing and comparing marked descriptions."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from models.pet import documents, markup, scoring
from models.pet.documents import ACTIVITY, ACTOR, DATA, Document, Mention, Relation
from models.pet.train import DEVELOPMENT, FURTHER

LINE = {
    "name": "d",
    "fold": 2,
    "sentences": [["Ada", "signs", "it", "."]],
    "entities": [
        {"type": DATA, "sent": 0, "start": 2, "end": 3},
        {"type": ACTIVITY, "sent": 0, "start": 1, "end": 2},
        {"type": ACTOR, "sent": 0, "start": 0, "end": 1},
    ],
    "relations": [{"type": "uses", "head": 1, "tail": 0}, {"type": "actor performer", "head": 1, "tail": 2}],
}


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(LINE) + "\n\n", encoding="utf-8")
    (loaded,) = documents.load(path)
    return loaded


def test_mentions_are_put_in_the_order_of_the_text(document: Document) -> None:
    assert document.fold == 2
    assert [mention.type for mention in document.mentions] == [ACTOR, ACTIVITY, DATA]
    assert document.relations == (Relation("actor performer", 1, 0), Relation("uses", 1, 2))


def test_what_is_written_reads_the_same(document: Document, tmp_path: Path) -> None:
    documents.dump([document], tmp_path / "again.jsonl")
    assert documents.load(tmp_path / "again.jsonl") == [replace(document, fold=-1)]


def test_unmarked_descriptions_need_name_and_sentences_only(tmp_path: Path) -> None:
    path = tmp_path / "bare.jsonl"
    path.write_text('{"name": "d", "sentences": [["Stop", "."]]}\n', encoding="utf-8")
    assert documents.load(path) == [Document("d", (("Stop", "."),))]


def test_a_relation_is_right_with_both_its_mentions(document: Document) -> None:
    shifted = replace(document, mentions=(*document.mentions[:2], Mention(0, 2, 4, DATA)))
    found = scoring.compare([document], [shifted], scoring.mentions)
    assert (found["all"].right, found["all"].said, found["all"].gold) == (2, 3, 3)
    assert found[DATA].f1 == 0
    related = scoring.compare([document], [shifted], scoring.relations)
    assert related["all"].f1 == 0.5
    assert related["actor performer"].precision == related["actor performer"].recall == 1


def test_a_description_left_out_counts_as_missed(document: Document) -> None:
    assert scoring.compare([document], [], scoring.mentions)["all"].recall == 0


def test_marks_in_plain_text() -> None:
    words, found = markup.sentence("Then [A: the clerk ] [V: signs ] it .", 3)
    assert words == ("Then", "the", "clerk", "signs", "it", ".")
    assert found == [Mention(3, 1, 3, ACTOR), Mention(3, 3, 4, ACTIVITY)]


def test_training_data_are_whole() -> None:
    given, further = documents.load(DEVELOPMENT), markup.load(FURTHER)
    names = [document.name for document in [*given, *further]]
    assert len(set(names)) == len(names)
    assert {document.fold for document in given} == set(range(5))
    for document in [*given, *further]:
        assert document.mentions
        for mention in document.mentions:
            assert 0 <= mention.start < mention.end <= len(document.sentences[mention.sent])
    assert not any({"[", "]"} & set(words) for document in further for words in document.sentences)
