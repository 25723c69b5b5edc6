"""Predicates and the words they are told with."""

from interview2flow.extraction.clauses import Clause
from tests.extraction.sentences import interview

CHECK_AND_SEND = """
    I I PRON nsubj 2
    check check VERB ROOT 0 VerbForm=Fin|Tense=Pres
    the the DET det 4
    invoice invoice NOUN obj 2
    and and CCONJ cc 6
    send send VERB conj 2 VerbForm=Fin|Tense=Pres
    it it PRON obj 6
"""
IF_MISSING = """
    If if SCONJ mark 4
    it it PRON nsubj 4
    's be AUX cop 4
    urgent urgent ADJ advcl 7
    , , PUNCT punct 7
    I I PRON nsubj 7
    ring ring VERB ROOT 0 VerbForm=Fin|Tense=Pres
"""
HAS_TO = """
    She she PRON nsubj 2
    has have VERB ROOT 0 VerbForm=Fin|Tense=Pres
    to to PART mark 4
    approve approve VERB xcomp 2 VerbForm=Inf
    it it PRON obj 4
"""
WITHOUT_COMMA = """
    När när ADV advmod 3
    fakturan faktura NOUN nsubj 3
    kommer komma VERB ROOT 0 VerbForm=Fin|Tense=Pres
"""


def words(clause: Clause, doc: object) -> str:
    return " ".join(doc[token].text for token in clause.tokens)  # type: ignore[index]


def test_each_verb_has_its_own_words() -> None:
    doc = interview("en", CHECK_AND_SEND)
    assert [words(clause, doc) for clause in doc._.clauses] == ["I check the invoice", "send it"]
    assert [clause.parent for clause in doc._.clauses] == [None, 0]


def test_a_condition_is_a_clause_under_its_consequence() -> None:
    condition, consequence = interview("en", IF_MISSING)._.clauses
    assert (condition.mark, condition.parent) == ("if", consequence.index)
    assert consequence.mark is None


def test_a_verb_that_only_says_how_belongs_to_the_one_that_says_what() -> None:
    doc = interview("en", HAS_TO)
    (clause,) = doc._.clauses
    assert doc[clause.head].text == "approve"
    assert words(clause, doc) == "She has to approve it"


def test_an_opening_word_marks_the_clause_wherever_it_hangs() -> None:
    (clause,) = interview("sv", WITHOUT_COMMA)._.clauses
    assert clause.mark == "när"


def test_clauses_know_their_turn_and_who_speaks() -> None:
    doc = interview("en", CHECK_AND_SEND, IF_MISSING, asked=(True, False))
    assert [(clause.turn, clause.asked) for clause in doc._.clauses] == [(0, True), (0, True), (1, False), (1, False)]
    assert [clause.index for clause in doc._.clauses] == [0, 1, 2, 3]
