"""The manual's words: the same in every language, and clean."""

from __future__ import annotations

from string import Formatter
from typing import Any

import pytest

from interview2flow.exporters._manual.clean import clean
from interview2flow.languages import LANGUAGES, texts


@pytest.mark.parametrize("catalogue", ["followup", "manual", "review"])
def test_all_languages_have_the_same_texts_with_the_same_places(catalogue: str) -> None:
    shapes = [shape(texts(language, catalogue)) for language in LANGUAGES]
    assert shapes[0] == shapes[1] == shapes[2]


def shape(words: Any) -> Any:
    if isinstance(words, str):
        return sorted({place for _, place, _, _ in Formatter().parse(words) if place})
    return {name: shape(value) for name, value in words.items() if not isinstance(value, list)}


def test_text_is_cleaned_but_not_changed() -> None:
    assert clean("a\tb\r\nc\x00d\u202ee\ud800 שלום 😀 å") == "a b cde שלום 😀 å"
