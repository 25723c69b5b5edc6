from __future__ import annotations

import pytest

from interview2flow.languages.quantities import counts, numbers


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("anything over 5,000 or 10 000 crowns", "en", {5_000, 10_000}),
        ("more than five per cent above the band", "en", {5}),
        ("it takes a day", "en", set()),
        ("yli kolmen päivän poissaolosta", "fi", {3}),
        ("två pass bredvidgång", "sv", {2}),
        ("nothing at all", "en", set()),
    ],
)
def test_numbers_in_figures_and_letters(said: str, language: str, expected: set[float]) -> None:
    assert numbers(said, language) == expected


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("she prints three copies", "en", {"copi": (3, "three copies")}),
        ("då går vikarien bredvid två pass", "sv", {"pass": (2, "två pass")}),
        ("poissa yli viisi päivää", "fi", {"päiv": (5, "viisi päivää")}),
        ("one of the nurses signs a form", "en", {}),
        ("twenty five", "en", {}),
    ],
)
def test_what_is_counted(said: str, language: str, expected: dict[str, tuple[float, str]]) -> None:
    assert counts(said, language) == expected
