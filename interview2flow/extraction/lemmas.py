"""Sets each token's dictionary form."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.languages import lemma, texts

NAME: Final = "i2f_lemmas"


class Lemmatizer:
    """Sets `token.lemma_` from the language's table and endings; verbs that those get wrong stand in the catalogue."""

    def __init__(self, language: str) -> None:
        self.language = language
        catalogue = texts(language, "clauses")
        self.verbs: dict[str, str] = {**catalogue["verb_forms"], **catalogue["verb_lemmas"]}

    def __call__(self, doc: Doc) -> Doc:
        """Sets the lemma of every token."""
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.pos_)
        return doc

    def lemma(self, form: str, pos: str) -> str:
        """The dictionary form of one word of that part of speech."""
        if pos == "VERB" and (verb := self.verbs.get(form.lower())):
            return verb
        return form if pos == "PUNCT" else lemma(form, pos, self.language)


@Language.factory(NAME, default_config={"language": "en"})
def create(nlp: Language, name: str, language: str) -> Lemmatizer:  # noqa: ARG001 (spaCy's factory signature)
    """The spaCy component."""
    return Lemmatizer(language)
