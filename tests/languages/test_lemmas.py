"""Dictionary forms of all three languages."""

from __future__ import annotations

import pytest

from interview2flow.errors import UnknownLanguageError
from interview2flow.languages import lemma


@pytest.mark.parametrize(
    ("language", "form", "upos", "expected"),
    [
        ("en", "invoices", "NOUN", "invoice"),
        ("en", "Checked", "VERB", "check"),
        ("en", "went", "VERB", "go"),
        ("en", "Marianne", "PROPN", "Marianne"),
        ("en", "ClaimBase", "PROPN", "ClaimBase"),
        ("en", "7,531", "NUM", "7,531"),
        ("en", "?", "PUNCT", "?"),
        ("sv", "fakturorna", "NOUN", "faktura"),
        ("sv", "Granskar", "VERB", "granska"),
        ("sv", "skickades", "VERB", "skicka"),
        ("sv", "leverantörsfakturorna", "NOUN", "leverantörsfaktura"),
        ("sv", "bemanningsassistenten", "NOUN", "bemanningsassistent"),
        ("sv", "Farvids", "PROPN", "Farvid"),
        ("fi", "laskut", "NOUN", "lasku"),
        ("fi", "Tarkistan", "VERB", "tarkistaa"),
        ("fi", "ostolaskujen", "NOUN", "ostolasku"),
        ("fi", "hyväksytään", "VERB", "hyväksyä"),
        ("fi", "kaukolainapyynnön", "NOUN", "kaukolainapyyntö"),
    ],
)
def test_lemma(language: str, form: str, upos: str, expected: str) -> None:
    assert lemma(form, upos, language) == expected


def test_unknown_words_stay_as_they_are() -> None:
    assert lemma("Xqzzyv", "INTJ", "en") == "xqzzyv"
    assert lemma("Xqzzyv", "PROPN", "sv") == "Xqzzyv"
    assert lemma("GDPR", "PROPN", "fi") == "GDPR"


def test_unknown_language() -> None:
    with pytest.raises(UnknownLanguageError):
        lemma("word", "NOUN", "de")
