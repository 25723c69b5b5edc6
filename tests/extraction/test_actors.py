"""Who does a step, on hand-built parses and without trained tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import Doc

from interview2flow.extraction import artefacts
from interview2flow.extraction.actors import find_actors, neighbours
from interview2flow.extraction.actors.features import NAMES, UNNAMED, Candidates, candidates
from interview2flow.extraction.actors.scene import scene
from interview2flow.extraction.actors.subjects import SubjectKind
from interview2flow.extraction.steps.mention import Mention
from interview2flow.model import Actor, Interviewee, Provenance, Turn, TurnKind
from tests.extraction.sentences import interview

I_CHECK = """
I I PRON nsubj 2
check check VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
invoice invoice NOUN obj 2
. . PUNCT punct 2
"""
MANAGER_SIGNS = """
Stuart Stuart PROPN nsubj 6
, , PUNCT punct 5
our our PRON nmod:poss 5
finance finance NOUN compound 5
manager manager NOUN appos 1
signs sign VERB ROOT 0 Tense=Pres|VerbForm=Fin
it it PRON obj 6
. . PUNCT punct 6
"""
STUART_PAYS = """
Stuart Stuart PROPN nsubj 2
pays pay VERB ROOT 0 Tense=Pres|VerbForm=Fin
it it PRON obj 2
. . PUNCT punct 2
"""
SIGNED = """
It it PRON nsubj:pass 3
gets get AUX aux:pass 3
signed sign VERB ROOT 0 VerbForm=Part|Voice=Pass
. . PUNCT punct 3
"""
SIGNED_BY = """
It it PRON nsubj:pass 3
is be AUX aux:pass 3
signed sign VERB ROOT 0 VerbForm=Part|Voice=Pass
by by ADP case 6
the the DET det 6
dean dean NOUN obl 3
. . PUNCT punct 3
"""
LAADIN = """
Laadin laatia VERB ROOT 0 Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin|Voice=Act
lausunnon lausunto NOUN obj 1 Case=Gen|Number=Sing
. . PUNCT punct 1
"""
RANSKAR_JAG = """
Den den DET det 3
första första ADJ amod 3
dagen dag NOUN nsubj 4 Definite=Def
granskar granska VERB ROOT 0 Tense=Pres|VerbForm=Fin|Voice=Act
jag jag PRON obj 4
listan lista NOUN obj 4
. . PUNCT punct 4
"""
SKICKAR_LAKAREN = """
Sedan sedan ADV advmod 2
skickar skicka VERB ROOT 0 Tense=Pres|VerbForm=Fin|Voice=Act
läkaren läkare NOUN obj 2 Definite=Def|Number=Sing
remissen remiss NOUN nsubj 2 Definite=Def|Number=Sing
. . PUNCT punct 2
"""
HYVAKSYY_PAALLIKKO = """
Laskun lasku NOUN obj 2 Case=Gen|Number=Sing
hyväksyy hyväksyä VERB ROOT 0 Mood=Ind|Number=Sing|Person=3|VerbForm=Fin|Voice=Act
päällikkö päällikkö NOUN obj 2 Case=Nom|Number=Sing
. . PUNCT punct 2
"""
DEPUTY_DECIDES = """
The the DET det 2
deputy deputy NOUN nsubj 3
decides decide VERB ROOT 0 Tense=Pres|VerbForm=Fin
. . PUNCT punct 3
"""
THATS_MINNA = """
That that PRON nsubj 3
's be AUX cop 3 VerbForm=Fin
Minna Minna PROPN ROOT 0
. . PUNCT punct 3
"""
MINNA_CALLS = """
Minna Minna PROPN nsubj 2
calls call VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
office office NOUN obj 2
. . PUNCT punct 2
"""
PURCHASING_ORDERS = """
Purchasing purchase VERB csubj 2 VerbForm=Ger
orders order VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
parts part NOUN obj 2 Number=Plur
. . PUNCT punct 2
"""
HEAD_SIGNS = """
The the DET det 2
head head NOUN nsubj 5
of of ADP case 4
HR HR PROPN nmod 2
signs sign VERB ROOT 0 Tense=Pres|VerbForm=Fin
it it PRON obj 5
. . PUNCT punct 5
"""
I_AM_CLERK = """
I I PRON nsubj 5
am be AUX cop 5
a a DET det 5
payroll payroll NOUN compound 5
clerk clerk NOUN ROOT 0
. . PUNCT punct 5
"""


@pytest.fixture(autouse=True)
def untrained(tmp_path: Path) -> Iterator[None]:
    with artefacts.use(tmp_path):
        yield


def told(doc: Doc, *, name: str | None = None, role: str | None = None) -> Doc:
    person = Interviewee(name, role) if name or role else None
    doc._.transcript = replace(doc._.transcript, interviewee=person)
    return doc


def actors(doc: Doc) -> list[Actor | None]:
    mentions = [Mention(f"s{clause.index}", (clause.index,), 1.0) for clause in doc._.clauses]
    return list(find_actors(doc, doc._.clauses, mentions).values())


def test_i_is_the_interviewees_role() -> None:
    (actor,) = actors(told(interview("en", I_CHECK), name="Anna", role="AP clerk"))
    assert actor is not None
    assert (actor.name, actor.provenance) == ("AP clerk", Provenance.STATED)
    assert actor.evidence is not None
    assert actor.evidence.quote == "I"


def test_a_person_named_with_a_role_is_the_role_ever_after() -> None:
    first, second = actors(told(interview("en", MANAGER_SIGNS, STUART_PAYS), name="Anna", role="AP clerk"))
    assert first is not None
    assert second is not None
    assert first.name == second.name == "finance manager"
    assert second.evidence is not None
    assert second.evidence.quote == "Stuart"


def test_a_passive_without_agent_names_nobody() -> None:
    assert actors(told(interview("en", SIGNED), role="AP clerk")) == [None]


def test_a_passives_agent_does_it() -> None:
    (actor,) = actors(told(interview("en", SIGNED_BY), role="AP clerk"))
    assert actor is not None
    assert (actor.name, actor.provenance) == ("dean", Provenance.STATED)


def test_the_first_person_may_be_in_the_verb_alone() -> None:
    (actor,) = actors(told(interview("fi", LAADIN), role="ympäristötarkastaja"))
    assert actor is not None
    assert actor.name == "ympäristötarkastaja"
    assert actor.evidence is not None
    assert actor.evidence.quote == "Laadin"


def test_a_pronoun_beside_the_verb_beats_a_mistaken_subject() -> None:
    here = scene(doc := told(interview("sv", RANSKAR_JAG), role="ingenjör"), doc._.clauses)
    assert [subject.kind for subject in here.subjects] == [SubjectKind.OWN]


def test_the_interviewee_may_say_what_they_are() -> None:
    doc = told(interview("en", I_AM_CLERK, I_CHECK))
    assert scene(doc, doc._.clauses).speaker.names == ("payroll clerk", "A")


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Present: Marianne (AP clerk), interviewer", "ap clerk"),
        ("Talked to: Marianne, AP clerk", "ap clerk"),
        ("Marianne = clerk.", "clerk"),
    ],
)
def test_a_heading_may_say_what_the_interviewee_is(heading: str, role: str) -> None:
    doc = told(interview("en", I_CHECK), name="Marianne")
    turns = (*doc._.transcript.turns, Turn(text=heading, kind=TurnKind.HEADING))
    doc._.transcript = replace(doc._.transcript, turns=turns)
    assert scene(doc, doc._.clauses).speaker.name == role


def test_where_nobody_says_it_the_interviewee_is_called_so() -> None:
    doc = told(interview("en", I_CHECK))
    doc._.transcript = replace(doc._.transcript, turns=tuple(replace(turn, speaker=None) for turn in doc._.transcript.turns))
    (actor,) = actors(doc)
    assert actor is not None
    assert actor.name == "interviewee"


def test_an_interview_without_steps_has_no_actors() -> None:
    doc = interview("en", I_CHECK)
    assert find_actors(doc, doc._.clauses, ()) == {}


def test_a_worker_behind_the_verb_does_it_in_a_verb_second_language() -> None:
    (actor,) = actors(told(interview("sv", SKICKAR_LAKAREN), role="sekreterare"))
    assert actor is not None
    assert actor.name == "läkare"


def test_a_worker_in_the_nominative_does_it_wherever_it_stands() -> None:
    (actor,) = actors(told(interview("fi", HYVAKSYY_PAALLIKKO), role="ostolaskujen käsittelijä"))
    assert actor is not None
    assert actor.name == "päällikkö"


def test_who_is_introduced_by_name_is_the_role_just_spoken_of() -> None:
    doc = told(interview("en", DEPUTY_DECIDES, THATS_MINNA, MINNA_CALLS), role="AP clerk")
    names = [role.names for role in scene(doc, doc._.clauses).roles]
    assert ("deputy", "Minna") in names


def test_a_unit_keeps_its_name_whatever_the_parser_takes_it_for() -> None:
    doc = told(interview("en", PURCHASING_ORDERS), role="AP clerk")
    assert [role.name for role in scene(doc, doc._.clauses).roles] == ["AP clerk", "purchasing"]


def test_each_candidate_has_all_features_and_nobody_is_one() -> None:
    doc = told(interview("en", MANAGER_SIGNS, STUART_PAYS), role="AP clerk")
    among = candidates(scene(doc, doc._.clauses), doc._.clauses)
    assert among.clause.tolist() == sorted(among.clause.tolist())
    assert [role for clause, role in zip(among.clause, among.role, strict=True) if clause == 0] == [0, 1, UNNAMED]
    assert among.rows.shape == (len(among.role), len(NAMES))


def test_neighbours_tell_who_was_likely_before_and_behind() -> None:
    doc = told(interview("en", STUART_PAYS, STUART_PAYS, STUART_PAYS), role="AP clerk")
    among = Candidates(np.array([0, 0, 1, 1, 2, 2]), np.array([0, UNNAMED] * 3), np.zeros((6, 1)))
    rows = neighbours.rows(among, np.array([0.8, 0.2, 0.5, 0.5, 0.1, 0.9]), doc._.clauses)
    by_name = dict(zip(neighbours.NAMES, rows.T, strict=True))
    assert by_name["before"].round(2).tolist() == [0, 0, 0.8, 0.2, 0.5, 0.5]
    assert by_name["behind"].round(2).tolist() == [0.5, 0.5, 0.1, 0.9, 0, 0]
    assert by_name["is_surest"].tolist() == [1, 0, 1, 0, 0, 1]


def test_what_somebody_is_head_of_belongs_to_the_name() -> None:
    (actor,) = actors(told(interview("en", HEAD_SIGNS), role="AP clerk"))
    assert actor is not None
    assert actor.name == "head of HR"
    assert actor.evidence is not None
    assert actor.evidence.quote == "head of HR"
