"""The files that the app offers: each is a format that there is, with a label and a file name in every language."""

from __future__ import annotations

import pytest

from interview2flow.exporters import FORMATS
from interview2flow.languages import LANGUAGES
from interview2flow.ui.texts import Words
from interview2flow.ui.views.downloads import MANUAL, MEDIA_TYPES, OTHERS


def test_every_format_is_offered_once() -> None:
    assert sorted((MANUAL, *OTHERS)) == sorted(FORMATS)
    assert set(MEDIA_TYPES) == set(FORMATS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_a_label_of_its_own_and_a_name(language: str) -> None:
    say = Words(language)
    labels = [say(f"project.files.{form}") for form in (MANUAL, *OTHERS)]
    assert len(set(labels)) == len(labels)
    assert all(say(f"project.names.{form}") for form in (MANUAL, *OTHERS))
