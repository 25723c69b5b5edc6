"""How told words are put into a manual's sentences; the imperatives of the verbs of all interview cases were checked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview2flow.errors import UnknownLanguageError
from interview2flow.languages import LANGUAGES, texts
from interview2flow.languages.inflection import inflection

IMPERATIVES = Path(__file__).parent / "imperatives"


def verbs() -> list[tuple[str, str, str]]:
    """Language, infinitive and imperative, the most frequent verbs first."""
    lines = (
        (file.stem, line.split())
        for file in sorted(IMPERATIVES.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    return [(language, infinitive, imperative) for language, (infinitive, imperative) in lines]


@pytest.mark.parametrize(("language", "infinitive", "imperative"), verbs())
def test_verbs_of_the_cases_get_their_imperative(language: str, infinitive: str, imperative: str) -> None:
    assert inflection(language).instruction(infinitive) == imperative


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("en", "check the invoice", "check the invoice"),
        ("fi", "tarkistaa lasku", "tarkista lasku"),
        ("fi", "Tarkistaa lasku", "Tarkista lasku"),
        ("sv", "Stänga ärendet", "Stäng ärendet"),
        ("fi", "pyytää selvitystä toimittajalta", "pyydä selvitystä toimittajalta"),
        ("fi", "tarkistaa ja hyväksyä lasku", "tarkista ja hyväksy lasku"),
        ("fi", "arvioida onko hakemus riittävä", "arvioi, onko hakemus riittävä"),
        ("fi", "tarkistaa, että lasku on oikein", "tarkista, että lasku on oikein"),
        ("fi", "tyhjentää laatikko", "tyhjennä laatikko"),
        ("fi", "viedä asia oppilashuoltoryhmään", "vie asia oppilashuoltoryhmään"),
        ("fi", "ottaa lokit talteen", "ota lokit talteen"),
        ("fi", "käydä hinta läpi myyjän kanssa", "käy hinta läpi myyjän kanssa"),
        ("fi", "soittaa asiakkaan puhelimeen", "soita asiakkaan puhelimeen"),
        ("sv", "skriva ut fakturan", "skriv ut fakturan"),
        ("sv", "skriva under och stänga ärendet", "skriv under och stäng ärendet"),
        ("sv", "be kunden att skriva under och stänga ärendet", "be kunden att skriva under och stänga ärendet"),
        ("sv", "sätta sig in i ärendet", "sätt dig in i ärendet"),
    ],
)
def test_what_a_label_names_is_asked_for(language: str, label: str, told: str) -> None:
    assert inflection(language).instruction(label) == told


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("fi", "laskun tarkistus"),
        ("fi", "antaa lääkkeen asukkaalle"),
        ("fi", "laatia vahvistuskirjeen"),
        ("fi", "voida jatkaa"),
        ("fi", "Tarkista lasku"),
        ("en", "SAP entry"),
        ("sv", "SAP-avstämning"),
        ("fi", ""),
        ("sv", "fakturakontroll"),
        ("sv", "få svar"),
        ("sv", "hoppas på svar"),
        ("sv", ""),
    ],
)
def test_what_is_not_certain_stays(language: str, label: str) -> None:
    assert inflection(language).instruction(label) == label


@pytest.mark.parametrize(
    ("language", "name", "place"),
    [
        ("en", "Axira", "in Axira"),
        ("en", "till", None),
        ("sv", "Farvid", "i Farvid"),
        ("sv", "tavla", None),
        ("fi", "Axira", "Axirassa"),
        ("fi", "SAP", "SAPissa"),
        ("fi", "Excel", "Excelissä"),
        ("fi", "Hilkka", "Hilkka-järjestelmässä"),
        ("fi", "CRM", "CRM-järjestelmässä"),
        ("fi", "Lupa Hilkka", "Lupa Hilkka -järjestelmässä"),
        ("fi", "trukki", None),
    ],
)
def test_work_is_done_in_systems_called_by_name(language: str, name: str, place: str | None) -> None:
    assert inflection(language).in_system(name) == place


def test_usual_tools_are_known_by_what_is_done_with_them() -> None:
    assert [inflection("en").by_means("Phone"), inflection("sv").by_means("telefon")] == ["by phone", "per telefon"]
    assert [inflection("fi").by_means("puhelin"), inflection("fi").by_means("trukki")] == ["puhelimella", None]


@pytest.mark.parametrize(
    ("language", "told", "length"),
    [
        ("en", "Two or three days", "two or three days"),
        ("en", "Quarter of an hour", "a quarter of an hour"),
        ("en", "half hour", "half an hour"),
        ("en", "next morning", None),
        ("sv", "En halvtimme", "en halvtimme"),
        ("sv", "en och en halv timme", "en och en halv timme"),
        ("sv", "över natten", None),
        ("fi", "viikko", "viikon"),
        ("fi", "Kahden viikon", "kaksi viikkoa"),
        ("fi", "viidessä minuutissa", "enintään viisi minuuttia"),
        ("fi", "viikossa", "enintään viikon"),
        ("fi", "kolme päivää", "kolme päivää"),
        ("fi", "noin vuoden", "noin vuoden"),
        ("fi", "20–40 min", "20–40 min"),
        ("fi", "samana päivänä", None),
        ("fi", "", None),
    ],
)
def test_lengths_of_time_stand_behind_takes(language: str, told: str, length: str | None) -> None:
    assert inflection(language).length(told) == length


@pytest.mark.parametrize(
    ("language", "told", "opening"),
    [
        ("en", "the price is wrong.", "if the price is wrong"),
        ("en", "when it is late", "when it is late"),
        ("en", "either the supplier was right", "if the supplier was right"),
        ("en", "not urgent", "if not urgent"),
        ("en", "otherwise", None),
        ("sv", "kunden är inte nöjd", "om kunden inte är nöjd"),
        ("sv", "läkaren vill inte ändra något", "om läkaren inte vill ändra något"),
        ("sv", "gäller det mer än ett år", "gäller det mer än ett år"),
        ("sv", "var tredje stickprov", "om var tredje stickprov"),
        ("fi", "hinta on väärä", "jos hinta on väärä"),
        ("fi", "muuten.", None),
    ],
)
def test_conditions_begin_a_sentence(language: str, told: str, opening: str | None) -> None:
    assert inflection(language).condition(told) == opening


def test_all_languages_answer_and_others_are_refused() -> None:
    shared = set.intersection(*(set(texts(language, "inflection")) for language in LANGUAGES))
    assert {"if", "openers", "empty_openers", "otherwise", "in_lengths", "means"} <= shared
    with pytest.raises(UnknownLanguageError):
        inflection("de")
