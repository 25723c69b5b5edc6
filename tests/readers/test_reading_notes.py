"""Notes, letters and dictated messages: what has no speakers' labels."""

from __future__ import annotations

from tests.readers.reading import shown

NOTES = """\
TRAVEL CLAIMS
Notes, talk w. Pia, 14.5., 40 min.

Before
- traveller makes a plan
  - no plan -> no trip
* system: Farvid
Sum: not told
"""

LETTER = """\
From: Rosalind Ashby <r.ashby@example.org>
To: Tom
Subject: Re: Loans

Dear Tom,

1. A reader fills in
   the form.
2. I look it up.

> What if it is ours?
"""


def test_notes_keep_bullets_and_depth() -> None:
    assert shown(NOTES) == [
        "# TRAVEL CLAIMS",
        "# Notes, talk w. Pia, 14.5., 40 min.",
        "# Before",
        "- traveller makes a plan",
        "  - no plan -> no trip",
        "• system: Farvid",
        "| Sum: not told",
    ]


def test_markdown_headings_and_emphasis() -> None:
    text = "# Talk\n\n**Sorting**\n- M. sorts by **type**\n- `CaseLine` is [slow](http://x.y)\n\n---\n"
    assert shown(text, "md") == ["# Talk", "# Sorting", "- M. sorts by type", "- CaseLine is slow"]


def test_questions_in_italics_are_marked_but_nobody_is_named() -> None:
    assert shown("# Talk\n\n*Who pays?*\n\nI do.\n\n*And then?*\n\nThat is it.", "md") == [
        "# Talk",
        "* Who pays?",
        "I do.",
        "* And then?",
        "That is it.",
    ]


def test_a_markdown_table_of_speakers() -> None:
    text = "| Who | What |\n|---|---|\n| Bo | Well? |\n| Anna | I open it. |\n| Bo | And? |\n| Anna | I pay. |"
    assert shown(text, "md")[2:] == ["Bo: Well?", "Anna: I open it.", "Bo: And?", "Anna: I pay."]


def test_a_letter_is_told_by_its_sender() -> None:
    assert shown(LETTER) == [
        "# From: Rosalind Ashby <r.ashby@example.org>",
        "# To: Tom",
        "# Subject: Re: Loans",
        "Rosalind Ashby: Dear Tom,",
        "1. Rosalind Ashby: A reader fills in the form.",
        "2. Rosalind Ashby: I look it up.",
        "> What if it is ours?",
    ]


def test_lines_broken_at_the_margin_are_joined() -> None:
    first = "So it is my bakery, and it was my father's bakery before me, since"
    assert shown(f"{first}\n1958 to be precise.\n\nThen I bake it.") == [f"{first} 1958 to be precise.", "Then I bake it."]


def test_lines_that_end_early_are_turns() -> None:
    assert shown("Anna opens the mail\nBo checks all of the invoices in it\nAnna pays") == [
        "Anna opens the mail",
        "Bo checks all of the invoices in it",
        "Anna pays",
    ]


def test_a_title_above_a_message() -> None:
    assert shown("Voice message from Bo\n\nWell, I open it.\n\nThen I pay.") == [
        "# Voice message from Bo",
        "Well, I open it.",
        "Then I pay.",
    ]


def test_times_before_the_words_of_a_recording() -> None:
    text = "[00:00.000 --> 00:03.000]  so it comes\n[00:03.000 --> 00:05.500]  and I open it.\n[00:09.000 --> 00:11.000]  So."
    assert shown(text) == ["@0: so it comes and I open it.", "@9: So."]
    assert shown("[00:00:02] So it comes.\n[00:00:09] I open it.") == ["@2: So it comes.", "@9: I open it."]


def test_dashes_of_a_dialogue_are_no_bullets() -> None:
    assert shown("– Hur kommer fakturan in?\n– Per mejl. Då öppnar jag den.\n– Och sedan?\n– Jag betalar.") == [
        "– Hur kommer fakturan in?",
        "– Per mejl. Då öppnar jag den.",
        "– Och sedan?",
        "– Jag betalar.",
    ]
