"""Steps are called as in a manual."""

import pytest

from interview2flow.extraction.labels import find_labels
from interview2flow.extraction.steps import Mention
from tests.extraction.sentences import interview

INVOICE_COMES_CHECKED = (
    """
    I I PRON nsubj 2
    open open VERB ROOT 0 VerbForm=Fin|Tense=Pres
    my my PRON nmod:poss 4
    invoice invoice NOUN obj 2 Number=Sing
    """,
    """
    Then then ADV advmod 3
    I I PRON nsubj 3
    check check VERB ROOT 0 VerbForm=Fin|Tense=Pres
    it it PRON obj 3
    """,
    """
    It it PRON nsubj:pass 3
    is be AUX aux:pass 3
    sent send VERB ROOT 0 VerbForm=Part|Voice=Pass
    to to ADP case 6
    the the DET det 6
    buyer buyer NOUN obl 3
    """,
    """
    The the DET det 2
    approval approval NOUN nsubj:pass 6
    of of ADP case 4
    claims claim NOUN nmod 2
    is be AUX aux:pass 6
    given give VERB ROOT 0 VerbForm=Part|Voice=Pass
    """,
)
FINNISH = """
    Sitten sitten ADV advmod 2
    lähetän lähettää VERB ROOT 0 VerbForm=Fin|Tense=Pres
    hyväksytyn hyväksyä VERB amod 4 Case=Gen|Number=Sing
    laskun lasku NOUN obj 2 Case=Gen|Number=Sing
    asiakkaalle asiakas NOUN obl 2 Case=All|Number=Sing
"""
SWEDISH = """
    Sen sen ADV advmod 2
    granskar granska VERB ROOT 0 VerbForm=Fin|Tense=Pres
    jag jag PRON nsubj 2 Case=Nom
    den den DET det 6 Definite=Def
    där där ADV advmod 6
    fakturan faktura NOUN obj 2 Definite=Def
"""
PASSIVE = """
    Ansökan ansökan NOUN nsubj:pass 2
    kompletteras komplettera VERB ROOT 0 VerbForm=Fin|Voice=Pass
    av av ADP case 4
    sökanden sökande NOUN obl 2
"""
SHORT_STEM = """
    Korjaan korjata VERB ROOT 0 VerbForm=Fin|Tense=Pres
    vian vika NOUN obj 1 Case=Gen|Number=Sing
"""
OWNED = """
    Check check VERB ROOT 0 VerbForm=Inf
    the the DET det 3
    consultant consultant NOUN nmod:poss 5
    's 's PART case 3
    list list NOUN obj 1 Number=Sing
"""
BOTH = """
    Korjaan korjata VERB ROOT 0 VerbForm=Fin|Tense=Pres
    tilin tili NOUN obj 1 Case=Gen|Number=Sing
    ja ja CCONJ cc 4
    kustannuspaikan kustannuspaikka NOUN conj 2 Case=Gen|Number=Sing
"""


def labels(language: str, *turns: str) -> list[str]:
    doc = interview(language, *turns)
    told = [Mention(f"s{clause.index}", (clause.index,), 1.0) for clause in doc._.clauses]
    return [label.text for label in find_labels(doc, doc._.clauses, told).values()]


def test_objects_are_named_and_pronouns_resolved() -> None:
    assert labels("en", *INVOICE_COMES_CHECKED) == [
        "open the invoice",
        "check the invoice",
        "send the invoice to the buyer",
        "approve claims",
    ]


@pytest.mark.parametrize(
    ("language", "told", "label"),
    [
        ("fi", FINNISH, "lähettää hyväksytty lasku asiakkaalle"),
        ("fi", SHORT_STEM, "korjata vika"),
        ("fi", BOTH, "korjata tili ja kustannuspaikka"),
        ("en", OWNED, "check the consultant's list"),
        ("sv", SWEDISH, "granska fakturan"),
    ],
)
def test_each_language_has_its_own_form(language: str, told: str, label: str) -> None:
    assert labels(language, told) == [label]


def test_a_passive_is_named_without_its_doer_and_without_the_capital_of_its_sentence() -> None:
    assert labels("sv", PASSIVE) == ["komplettera ansökan"]


def test_the_plainest_telling_names_the_step() -> None:
    doc = interview("en", INVOICE_COMES_CHECKED[1], INVOICE_COMES_CHECKED[0])
    label = find_labels(doc, doc._.clauses, [Mention("s1", (0, 1), 1.0)])["s1"]
    assert label.text == "open the invoice"
    assert {"check", "invoice"} <= label.terms
