"""The shipped pipelines: complete, loadable by spaCy alone, and nobody's machine in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import spacy

from interview2flow.errors import UnknownLanguageError
from interview2flow.languages import LANGUAGES
from interview2flow.languages.trained import folder

SENTENCES = {
    "en": "I check the invoice before the manager approves it.",
    "sv": "Jag granskar fakturan innan chefen godkänner den.",
    "fi": "Tarkistan laskun ennen kuin esimies hyväksyy sen.",
}
ABSOLUTE = re.compile(r"[\"'](?:/|[A-Za-z]:\\\\)\w")
LARGEST = 35 * 2**20


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    code: str = request.param
    return code


def test_the_verbs_and_their_relation_are_found(language: str) -> None:
    nlp = spacy.load(folder(language))
    assert nlp.pipe_names == ["tok2vec", "morphologizer", "parser"]
    doc = nlp(SENTENCES[language])
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert root.pos_ == "VERB"
    assert [token.pos_ for token in root.children if token.dep_ == "advcl"] == ["VERB"]
    assert sum(token.dep_ == "obj" for token in doc) == 2


def test_license_sources_and_tables_lie_beside(language: str) -> None:
    meta = json.loads((folder(language) / "meta.json").read_text(encoding="utf-8"))
    notice = (folder(language) / "LICENSE.md").read_text(encoding="utf-8")
    assert meta["license"] == "CC BY-SA 4.0"
    assert all(source["author"] in notice and source["name"] in notice for source in meta["sources"])
    assert {"lemmas.json.gz", "endings.json.gz"} <= {path.name for path in folder(language).iterdir()}


def test_no_path_of_any_machine(language: str) -> None:
    texts = [path for path in folder(language).rglob("*") if path.suffix in {".cfg", ".json"} and path.name != "strings.json"]
    assert [path.name for path in texts if ABSOLUTE.search(path.read_text(encoding="utf-8"))] == []


def test_size(language: str) -> None:
    assert sum(path.stat().st_size for path in folder(language).rglob("*") if path.is_file()) < LARGEST


def test_unknown_language() -> None:
    with pytest.raises(UnknownLanguageError):
        folder("../en")


def test_folder_is_in_the_package_or_beside_it(language: str) -> None:
    assert folder(language).parent == Path(__file__).parents[2] / "models"
