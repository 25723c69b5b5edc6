"""How statements are denied by their verb."""

from __future__ import annotations

import pytest

from interview2flow.languages.denial import denial
from interview2flow.languages.phrase import Word

THIRD = frozenset({"VerbForm=Fin", "Mood=Ind", "Tense=Pres", "Number=Sing", "Person=3"})
PLURAL = THIRD - {"Number=Sing"} | {"Number=Plur"}
PAST = THIRD - {"Tense=Pres"} | {"Tense=Past"}


@pytest.mark.parametrize(
    ("language", "form", "lemma", "pos", "morph", "denied"),
    [
        ("en", "accepts", "accept", "VERB", THIRD, "does not accept"),
        ("en", "want", "want", "VERB", PLURAL, "do not want"),
        ("en", "came", "come", "VERB", PAST, "did not come"),
        ("en", "is", "be", "AUX", THIRD, "is not"),
        ("en", "has", "have", "AUX", THIRD, "has not"),
        ("en", "can", "can", "AUX", THIRD, "cannot"),
        ("en", "checked", "check", "VERB", frozenset({"VerbForm=Part"}), None),
        ("sv", "godkänner", "godkänna", "VERB", THIRD, "godkänner inte"),
        ("sv", "godkänna", "godkänna", "VERB", frozenset({"VerbForm=Inf"}), None),
        ("fi", "puuttuu", "puuttua", "VERB", THIRD, "ei puutu"),
        ("fi", "täsmäävät", "täsmätä", "VERB", PLURAL, "eivät täsmää"),
        ("fi", "on", "olla", "AUX", THIRD, "ei ole"),
        ("fi", "hyväksytään", "hyväksyä", "VERB", THIRD - {"Number=Sing", "Person=3"}, "ei hyväksytä"),
        ("fi", "tuli", "tulla", "VERB", PAST, None),
    ],
)
def test_a_verb_is_denied(language: str, form: str, lemma: str, pos: str, morph: frozenset[str], denied: str | None) -> None:
    assert denial(language)(Word(form, lemma, pos, morph, "root")) == denied
