from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from interview2flow.errors import Interview2FlowError
from interview2flow.ui import texts
from interview2flow.ui.texts import LANGUAGES, choose_language, words


def flat(tree: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def catalogue(language: str) -> dict[str, str]:
    file = Path(texts.__file__).parent / "texts" / f"{language}.toml"
    return dict(flat(tomllib.loads(file.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_says_everything_with_the_same_blanks(language: str) -> None:
    english, other = catalogue("en"), catalogue(language)
    assert other.keys() == english.keys()
    for key, text in english.items():
        assert blanks(other[key]) == blanks(text), key
        assert other[key].strip(), key


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_there_is_a_catalogue_for_each_language_and_no_other() -> None:
    folder = Path(texts.__file__).parent / "texts"
    assert {file.stem for file in folder.glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("error", Interview2FlowError.__subclasses__(), ids=lambda error: error.__name__)
def test_every_error_is_said_in_the_readers_language(error: type[Interview2FlowError]) -> None:
    assert any(key.partition(".")[2].partition(".")[0] == error.__name__ for key in catalogue("fi") if key.startswith("errors."))


def test_count_chooses_the_form() -> None:
    assert words("en")("projects.interviews", count=1) == "1 interview"
    assert words("en")("projects.interviews", count=0) == "0 interviews"
    assert words("fi")("projects.interviews", count=2) == "2 haastattelua"


def test_an_unknown_text_is_a_fault_that_names_it() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        words("en")("projects.nowhere")


@pytest.mark.parametrize(
    ("setting", "browser", "chosen"),
    [
        (None, "sv-FI", "sv"),
        ("fi", "sv-FI", "fi"),
        (None, "de-DE", "en"),
        (None, None, "en"),
        ("xx", "fi", "fi"),
        ("", "SV_se", "sv"),
    ],
)
def test_the_setting_goes_before_the_browser(setting: str | None, browser: str | None, chosen: str) -> None:
    assert choose_language(setting=setting, browser=browser) == chosen
