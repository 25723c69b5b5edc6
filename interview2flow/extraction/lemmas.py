"""Dictionary forms: from the treebanks' table where it knows a word, from simplemma where it does not."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Final

import simplemma
from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.languages import texts

NAME: Final = "i2f_lemmas"
FILE: Final = "lemmas.json.gz"


@cache
def table(path: Path) -> dict[str, str]:
    """Lemmas by `form|UPOS`; empty where the pipeline ships none."""
    if not path.exists():
        return {}
    known: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
    return known


class Lemmatizer:
    """Sets `token.lemma_`; remembers what it looked up."""

    def __init__(self, language: str, known: dict[str, str]) -> None:
        self.language = language
        self.known = known
        self.verbs: dict[str, str] = texts(language, "clauses")["verb_forms"]
        self._seen: dict[tuple[str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets the lemma of every token."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.pos_)
        return doc

    def lemma(self, form: str, pos: str) -> str:
        """The dictionary form of one word of that part of speech."""
        key = (form, pos)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = self._look_up(form, pos)
        return found

    def _look_up(self, form: str, pos: str) -> str:
        if pos == "VERB" and (verb := self.verbs.get(form.lower())):
            return verb
        for spelling in (form, form.lower()):
            if known := self.known.get(f"{spelling}|{pos}"):
                return known
        if pos == "PUNCT" or not any(letter.isalpha() for letter in form):
            return form
        lemma: str = simplemma.lemmatize(form if pos == "PROPN" else form.lower(), lang=self.language)
        return lemma


@Language.factory(NAME, default_config={"language": "en", "table": ""})
def create(nlp: Language, name: str, language: str, table: str) -> Lemmatizer:  # noqa: ARG001 (spaCy's factory signature)
    """The spaCy component."""
    return Lemmatizer(language, read(table))


def read(path: str) -> dict[str, str]:
    """The table at that path; empty where no path is given."""
    return table(Path(path)) if path else {}
