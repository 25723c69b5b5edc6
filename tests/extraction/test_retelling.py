"""The same step told twice becomes one."""

from pathlib import Path

from interview2flow.extraction import artefacts
from interview2flow.extraction.retelling import merge_retellings
from interview2flow.extraction.steps import Mention
from interview2flow.extraction.understand import read
from interview2flow.model import Transcript, Turn
from tests.extraction.sentences import interview

CHECK = """
    I I PRON nsubj 2
    check check VERB ROOT 0 VerbForm=Fin|Tense=Pres
    the the DET det 4
    invoice invoice NOUN obj 2
"""
PAY = """
    We we PRON nsubj 2
    pay pay VERB ROOT 0 VerbForm=Fin|Tense=Pres
    the the DET det 4
    invoice invoice NOUN obj 2
"""


def test_same_verb_and_thing_are_one_step(tmp_path: Path) -> None:
    doc = interview("en", CHECK, PAY, CHECK)
    told = [Mention(f"s{n + 1}", (n,), 0.5 + n / 10) for n in range(3)]
    with artefacts.use(tmp_path):  # nothing trained there: the rule decides
        merged = merge_retellings(doc, doc._.clauses, told)
    assert merged == (Mention("s1", (0, 2), 0.7), Mention("s2", (1,), 0.6))


def test_the_trained_judge_agrees_on_the_plain_case() -> None:
    said = "First I check the invoice. Then I pay the invoice on Friday. So first I check the invoice, right, then I pay it."
    doc = read(Transcript(name="a.txt", turns=(Turn(text=said, speaker="A"),), language="en"))
    told = [[doc[doc._.clauses[telling].head].lemma_ for telling in mention.tellings] for mention in doc._.mentions]
    assert told == [["check", "check"], ["pay", "pay"]]


def test_nothing_told_is_nothing_merged() -> None:
    doc = interview("en", CHECK)
    assert merge_retellings(doc, doc._.clauses, []) == ()
