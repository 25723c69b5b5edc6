"""What a pronoun stands for, on hand-built parses."""

from __future__ import annotations

from interview2flow.extraction.frame import frames
from interview2flow.extraction.reference import Referents
from interview2flow.extraction.tree import tree_of
from tests.extraction.sentences import interview

OPENS_FORM = """
I I PRON nsubj 2
open open VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
form form NOUN obj 2 Number=Sing
. . PUNCT punct 2
"""
RINGS_MANAGER = """
I I PRON nsubj 2
ring ring VERB ROOT 0 Tense=Pres|VerbForm=Fin
the the DET det 4
manager manager NOUN obj 2 Number=Sing
. . PUNCT punct 2
"""
SIGNS_IT = """
I I PRON nsubj 2
sign sign VERB ROOT 0 Tense=Pres|VerbForm=Fin
it it PRON obj 2
. . PUNCT punct 2
"""


def meant(*turns: str) -> str | None:
    """What the object of the last clause stands for."""
    doc = interview("en", *turns)
    tree, parts, last = tree_of(doc), frames(doc, doc._.clauses), len(doc._.clauses) - 1
    pronoun = parts[last].object
    assert pronoun is not None
    noun = Referents(tree, doc._.clauses, parts, "en", range(len(parts))).of(pronoun, last)
    return None if noun is None else tree.lemma[noun]


def test_it_is_what_was_dealt_with_last() -> None:
    assert meant(OPENS_FORM, SIGNS_IT) == "form"


def test_it_is_never_somebody_who_works() -> None:
    assert meant(OPENS_FORM, RINGS_MANAGER, SIGNS_IT) == "form"
    assert meant(RINGS_MANAGER, SIGNS_IT) is None
