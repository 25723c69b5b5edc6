"""The trained parser of a language, and the components that understand an interview by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import spacy
from spacy.language import Language

from interview2flow.extraction import extensions, lemmas, repair
from interview2flow.languages import texts, trained

COMPONENTS: Final = (
    "speakers",
    "clauses",
    "steps",
    "retelling",
    "actors",
    "facts",
    "labels",
    "conditions",
    "flow",
    "questions",
    "denials",
)
"""The modules of this package that understand, in the order in which they build on each other."""


@cache
def load(language: str) -> Language:
    """The parser of a language: tags, morphology, dependencies, sentences, lemmas.

    Raises:
        UnknownLanguageError: there is no such language.
    """
    nlp = spacy.load(trained.folder(language))
    _keep_whole(nlp, texts(language, "clauses")["whole_words"])
    nlp.add_pipe(repair.NAME, config={"language": language})
    nlp.add_pipe(lemmas.NAME, config={"language": language})
    return nlp


def _keep_whole(nlp: Language, words: Iterable[str]) -> None:
    """Keeps hyphenated verbs in one piece: "e-mail" in three is no verb to the parser."""
    tokenizer: Any = nlp.tokenizer
    for word in words:
        for spelling in (word, word.capitalize()):
            tokenizer.add_special_case(spelling, [{"ORTH": spelling}])


def _modules() -> Iterator[str]:
    for name in COMPONENTS:
        if find_spec(f"{__package__}.{name}"):
            yield name


@cache
def understanding(language: str) -> Language:
    """The components that read a whole parsed interview, in their order; the components' names are `i2f_<module>`."""
    extensions.register()
    nlp = Language(vocab=load(language).vocab)
    nlp.lang = language
    for name in _modules():
        import_module(f"{__package__}.{name}")
        if nlp.has_factory(f"i2f_{name}"):
            nlp.add_pipe(f"i2f_{name}")
    return nlp
