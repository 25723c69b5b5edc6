from __future__ import annotations

from dataclasses import replace

from interview2flow.extraction.denials import find_denials
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Interviewee
from tests.extraction.sentences import interview

WE_DO_NOT = """
We we PRON nsubj 4
do do AUX aux 4
not not PART advmod 4
call call VERB ROOT 0
the the DET det 6
references reference NOUN obj 4
"""
NO_SHE_PAYS = """
No no INTJ discourse 4
, , PUNCT punct 1
she she PRON nsubj 4
pays pay VERB ROOT 0
the the DET det 6
bill bill NOUN obj 4
"""
IF_WE_DO_NOT = """
if if SCONJ mark 5
we we PRON nsubj 5
do do AUX aux 5
not not PART advmod 5
get get VERB ROOT 0
the the DET det 7
form form NOUN obj 5
"""
DID_NOT = """
They they PRON nsubj 4
did do AUX aux 4 Tense=Past|VerbForm=Fin
not not PART advmod 4
call call VERB ROOT 0
the the DET det 6
bank bank NOUN obj 4
"""
CANNOT = """
We we PRON nsubj 4
can can AUX aux 4
not not PART advmod 4
see see VERB ROOT 0
the the DET det 6
account account NOUN obj 4
"""
STAMMER_INTE = """
Stämmer stämma VERB ROOT 0 Tense=Pres|VerbForm=Fin
inte inte PART advmod 1
beloppet belopp NOUN obj 1
"""


def test_what_is_said_not_to_be_done_is_worded_like_a_step() -> None:
    doc = interview("en", WE_DO_NOT)
    doc._.transcript = replace(doc._.transcript, interviewee=Interviewee("Dunja", "HR specialist"))
    (denial,) = find_denials(doc, doc._.clauses, ())
    assert (denial.label, denial.action) == ("call the references", "call")
    assert {"call", "reference"} <= denial.terms
    assert denial.actor is not None
    assert denial.actor.name == "HR specialist"
    assert denial.evidence[0].quote == "We do not call the references"


def test_conditions_the_past_and_what_is_impossible_deny_nothing() -> None:
    doc = interview("en", NO_SHE_PAYS, IF_WE_DO_NOT, DID_NOT, CANNOT)
    assert not find_denials(doc, doc._.clauses, ())
    swedish = interview("sv", STAMMER_INTE)
    assert not find_denials(swedish, swedish._.clauses, ())


def test_questions_and_steps_deny_nothing() -> None:
    asked = interview("en", WE_DO_NOT, asked=(True,))
    assert not find_denials(asked, asked._.clauses, ())
    told = interview("en", WE_DO_NOT)
    assert not find_denials(told, told._.clauses, (Mention("s1", (0,), 1.0),))
