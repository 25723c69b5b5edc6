"""A verb that was read as a noun becomes the head of its clause."""

import spacy

from interview2flow.extraction.repair import Repair
from tests.extraction.sentences import sentence

BOOKS = """
    Lisa Lisa PROPN ROOT 0
    in in ADP case 4
    finance finance NOUN compound 4
    books book NOUN nmod 1
    the the DET det 6
    invoice invoice NOUN obj 4
"""
TILAAN = """
    Sitten sitten ADV advmod 3
    tilaan tila NOUN nmod 3 Case=Ill
    osan osa NOUN ROOT 0 Case=Gen
"""
NOUNS = """
    We we PRON nsubj 2
    get get VERB ROOT 0 VerbForm=Fin
    orders order NOUN obj 2 Number=Plur
    a a DET det 5
    day day NOUN nmod 3
"""


def parts(language: str, rows: str) -> list[tuple[str, str, str]]:
    doc = Repair(language, {})(sentence(spacy.blank(language).vocab, rows))
    return [(token.pos_, token.dep_, token.head.text) for token in doc]


def test_a_third_person_form_taken_for_a_plural() -> None:
    found = parts("en", BOOKS)
    assert found[3] == ("VERB", "ROOT", "books")
    assert found[0] == ("PROPN", "nsubj", "books")
    assert found[2] == ("NOUN", "nmod", "Lisa")
    assert found[5] == ("NOUN", "obj", "books")


def test_a_form_that_the_language_lists() -> None:
    found = parts("fi", TILAAN)
    assert found[1] == ("VERB", "ROOT", "tilaan")
    assert found[2] == ("NOUN", "obj", "tilaan")


def test_nouns_of_a_clause_with_a_verb_stay() -> None:
    assert parts("en", NOUNS)[2] == ("NOUN", "obj", "get")
