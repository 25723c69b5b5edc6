"""Words that gave no step can be made into one, where they were told."""

from __future__ import annotations

from interview2flow.editing.telling import from_words, told_before
from tests.support.processes import said, sketch, task

PROCESS = sketch(
    [
        task("a", "check the invoice", evidence=(said("I check it", turn=1),)),
        task("b", "pay the invoice", evidence=(said("I pay it", turn=5),)),
    ],
    [("start", "a"), ("a", "b"), ("b", "end")],
)


def test_a_step_made_of_words_stands_behind_the_one_told_before() -> None:
    words = said("then I file the paper copy in the binder", turn=3)
    process = from_words(PROCESS, words)
    assert [node.name for node in process.tasks] == [
        "check the invoice",
        "then I file the paper copy in the binder",
        "pay the invoice",
    ]
    assert process.tasks[1].evidence == (words,)
    assert (told_before(PROCESS, words), told_before(PROCESS, said("x", turn=0))) == ("a", None)


def test_words_before_all_others_make_the_first_step() -> None:
    process = from_words(PROCESS, said("the mail arrives", turn=0))
    assert process.tasks[0].name == "the mail arrives"


def test_long_words_make_a_short_text() -> None:
    name = from_words(PROCESS, said("well " * 60, turn=3)).tasks[1].name
    assert len(name) <= 82
    assert name.endswith(" …")
