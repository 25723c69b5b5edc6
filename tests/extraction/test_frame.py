"""The parts of a clause, also where the parser mistook them."""

from interview2flow.extraction.frame import Frame, frames
from tests.extraction.sentences import interview

SIGNS = """
    Kunden kund NOUN nsubj 2
    undertecknar underteckna VERB ROOT 0 VerbForm=Fin|Tense=Pres
    avtalet avtal NOUN nsubj 2
"""
FRONTED = """
    Avtalet avtal NOUN nsubj 2
    skriver skriva VERB ROOT 0 VerbForm=Fin|Tense=Pres
    jag jag PRON nsubj 2 Case=Nom
"""
FILLS_IN = """
    She she PRON nsubj 2
    fills fill VERB ROOT 0 VerbForm=Fin|Tense=Pres
    in in ADP case 5
    a a DET det 5
    form form NOUN obl 2
"""
SENDS_THEM_A_TEXT = """
    I I PRON nsubj 2
    send send VERB ROOT 0 VerbForm=Fin|Tense=Pres
    parents parent NOUN obj 2
    a a DET det 5
    text text NOUN obj 2
"""
HAS_TO = """
    Helen Helen PROPN nsubj 2
    has have VERB ROOT 0 VerbForm=Fin|Tense=Pres
    to to PART mark 4
    approve approve VERB xcomp 2 VerbForm=Inf
    it it PRON obj 4
"""
CHECK_AND_SEND = """
    I I PRON nsubj 2
    check check VERB ROOT 0
    and and CCONJ cc 4
    send send VERB conj 2
    it it PRON obj 4
"""


def only(language: str, rows: str) -> tuple[Frame, list[str]]:
    doc = interview(language, rows)
    return frames(doc, doc._.clauses)[-1], [token.text for token in doc]


def test_of_two_subjects_the_second_is_the_object() -> None:
    frame, text = only("sv", SIGNS)
    assert frame.subject is not None
    assert frame.object is not None
    assert (text[frame.subject], text[frame.object]) == ("Kunden", "avtalet")


def test_a_pronoun_in_the_nominative_is_the_subject_wherever_it_stands() -> None:
    frame, text = only("sv", FRONTED)
    assert frame.subject is not None
    assert frame.object is not None
    assert (text[frame.subject], text[frame.object]) == ("jag", "Avtalet")


def test_a_particle_taken_for_a_preposition_goes_to_its_verb() -> None:
    frame, text = only("en", FILLS_IN)
    assert frame.object is not None
    assert ([text[p] for p in frame.particles], text[frame.object], frame.obliques) == (["in"], "form", ())


def test_of_two_objects_the_first_receives() -> None:
    frame, text = only("en", SENDS_THEM_A_TEXT)
    assert frame.indirect is not None
    assert frame.object is not None
    assert (text[frame.indirect], text[frame.object]) == ("parents", "text")


def test_the_subject_of_a_light_verb_does_what_is_meant() -> None:
    frame, text = only("en", HAS_TO)
    assert frame.subject is not None
    assert (text[frame.head], text[frame.subject], frame.shared) == ("approve", "Helen", False)


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    frame, text = only("en", CHECK_AND_SEND)
    assert frame.subject is not None
    assert (text[frame.subject], frame.shared) == ("I", True)
