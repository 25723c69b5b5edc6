"""The language of short and long texts; whole interviews are tested where they are read."""

from __future__ import annotations

import pytest

from interview2flow.languages import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Check invoice, approve > 5000"),
        ("en", "So I open the mailbox and then it goes to the manager."),
        ("en", ""),
        ("en", "12345 ---"),
        ("fi", "Tarkista lasku, hyväksy > 5000"),
        ("fi", "joo no mä avaan sen ja sit se menee esimiehelle"),
        ("fi", "Lähetän asiakkaalle noutoilmoituksen tekstiviestillä."),
        ("fi", "Ruotsiksi 'och' on ja. Suomeksi se on niin, että lasku tulee."),
        ("sv", "Kontroll av lager"),
        ("sv", "jo sen öppnar jag den och så går den till chefen"),
        ("sv", "Handläggaren granskar ansökan i Outlook, Teams och SharePoint."),
    ],
)
def test_detect(language: str, text: str) -> None:
    assert detect(text) == language


def test_only_the_beginning_of_very_long_texts_is_read() -> None:
    assert detect("och det är jag som skickar. " * 20_000 + "the and of " * 100_000) == "sv"
