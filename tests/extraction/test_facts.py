"""What is told beside a step: candidates on hand-built parses, choice with the shipped tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from interview2flow.extraction import artefacts
from interview2flow.extraction.clauses import clauses
from interview2flow.extraction.facts import find_facts
from interview2flow.extraction.facts.complaints import Complaints
from interview2flow.extraction.facts.durations import Durations
from interview2flow.extraction.facts.story import Story, story
from interview2flow.extraction.facts.things import NAMES, Things
from interview2flow.extraction.speakers import speakers
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.understand import parse
from interview2flow.model import FactKind, Transcript, Turn
from tests.extraction.sentences import interview

SCAN = """
I I PRON nsubj 2
scan scan VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 5
paper paper NOUN compound 5
invoice invoice NOUN obj 2
into into ADP case 7
Parsona Parsona PROPN obl 2
. . PUNCT punct 2
"""
TAKES = """
It it PRON nsubj 2
takes take VERB ROOT 0 Tense=Pres|VerbForm=Fin
two two NUM nummod 6
or or CCONJ cc 5
three three NUM conj 3
days day NOUN obj 2
. . PUNCT punct 2
"""
VIIKON = """
Lupa lupa NOUN nsubj 2 Case=Nom|Number=Sing
odottaa odottaa VERB ROOT 0 VerbForm=Fin
viikon viikko NOUN obl 2 Case=Gen|Number=Sing
. . PUNCT punct 2
"""


def of(doc: Doc, *steps: int) -> Story:
    return story(doc, doc._.clauses, [Mention(f"s{number}", (number,), 1.0) for number in steps])


def test_nouns_are_offered_as_things_by_their_names() -> None:
    things, rows = Things(of(interview("en", SCAN), 0)).rows()
    assert [thing.value for thing in things] == ["paper invoice", "Parsona"]
    assert rows.shape == (2, len(NAMES))
    column = NAMES.index("inside")
    assert [row[column] for row in rows] == [0.0, 1.0]
    assert [row[NAMES.index("document")] for row in rows] == [1.0, 0.0]


def test_a_number_with_a_unit_is_a_duration_and_a_range_is_one() -> None:
    doc = interview("en", SCAN, TAKES)
    found = Durations(of(doc, 0)).found
    assert [doc[each.start : each.end].text for each in found] == ["two or three days"]


def test_finnish_says_a_week_without_a_number() -> None:
    doc = interview("fi", VIIKON)
    assert [doc[each.start : each.end].text for each in Durations(of(doc, 0)).found] == ["viikon"]


def test_what_the_interviewer_says_is_no_duration_and_no_complaint() -> None:
    doc = interview("en", SCAN, TAKES, asked=(False, True))
    assert Durations(of(doc, 0)).found == ()
    assert {passage.turn for passage in Complaints(of(doc, 0)).passages} == {0}


def test_without_tables_there_are_no_facts(tmp_path: Path) -> None:
    doc = interview("en", SCAN)
    with artefacts.use(tmp_path):
        assert find_facts(doc, doc._.clauses, [Mention("s1", (0,), 1.0)]) == {"s1": ()}


TOLD = {
    "en": ("scan", "First I scan the paper invoice into Parsona. That takes me ten minutes."),
    "sv": ("granskar", "Först granskar jag fakturan i Parsona. Det tar ungefär tio minuter."),
    "fi": ("kirjaan", "Ensin minä kirjaan laskun Parsonaan. Siinä menee noin kymmenen minuuttia."),
}


@pytest.mark.parametrize("language", sorted(TOLD))
def test_the_shipped_tables_find_facts_with_their_words(language: str) -> None:
    verb, said = TOLD[language]
    turns = (Turn(text="So what do you do?", speaker="Q"), Turn(text=said, speaker="Anna"))
    doc = clauses(speakers(parse(Transcript(name="a.txt", turns=turns, language=language))))
    told = next(clause for clause in doc._.clauses if doc[clause.head].text == verb)
    found = find_facts(doc, doc._.clauses, [Mention("s1", (told.index,), 1.0)])["s1"]
    assert {fact.kind: fact.value for fact in found if fact.kind is FactKind.SYSTEM} == {FactKind.SYSTEM: "Parsona"}
    assert FactKind.WORK_TIME in {fact.kind for fact in found}
    for fact in found:
        assert fact.evidence is not None
        assert said[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
