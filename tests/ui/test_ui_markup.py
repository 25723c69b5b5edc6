from __future__ import annotations

from interview2flow.ui.markup import Markup, joined, tag


def test_words_are_escaped_and_markup_is_not() -> None:
    assert tag("p", "<script>", tag("b", "a & b")) == "<p>&lt;script&gt;<b>a &amp; b</b></p>"


def test_attributes_are_escaped() -> None:
    assert tag("p", class_='"><x') == '<p class="&quot;&gt;&lt;x"></p>'


def test_joined_is_markup() -> None:
    assert isinstance(joined(["a", Markup("<i>")]), Markup)
    assert joined(["<", Markup("<i>")]) == "&lt;<i>"
