"""Puts right what parsers get wrong most: a verb read as a noun, which loses the step ("Lisa books the invoice")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from interview2flow.extraction.clauses import relation
from interview2flow.languages import texts
from interview2flow.languages.lemmas import table

NAME: Final = "i2f_repair"
MISTAKEN: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "ADV", "X", "INTJ"})
THINGS: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
ACTORS: Final = frozenset({"NOUN", "PROPN", "PRON"})
FOLLOWING: Final = frozenset({"DET", "PRON", "ADP", "NUM", "PROPN"})
"""What stands behind a verb whose form could be a plural noun, too."""
PRESENT: Final = "Mood=Ind|Tense=Pres|VerbForm=Fin"
SENTENTIAL: Final = frozenset({"ROOT", "conj", "parataxis", "ccomp", "advcl", "acl", "dep", "appos"})
LOCAL: Final = ("Case=Ill", "Case=All", "Case=Ine", "Case=Ade", "Case=Ela", "Case=Abl", "Case=Tra", "Case=Ess")


class Repair:
    """Rehangs a clause without a verb on the word that can be its verb."""

    def __init__(self, language: str, known: Mapping[str, str]) -> None:
        catalogue = texts(language, "clauses")
        self.forms: Mapping[str, str] = catalogue["verb_forms"]
        self.endings: tuple[str, ...] = tuple(catalogue["noun_like_endings"])
        self.known = known
        self.lemmas = frozenset(verb for verbs in texts(language, "verbs")["meanings"].values() for verb in verbs)

    def __call__(self, doc: Doc) -> Doc:
        """Changes tags and heads in place."""
        for token in doc:
            if token.pos_ in MISTAKEN and self._may_be_verb(doc, token):
                top = clause_top(token)
                if top is not None:
                    _rehang(token, top)
        return doc

    def _may_be_verb(self, doc: Doc, token: Token) -> bool:
        word = token.lower_
        if word in self.forms:
            return True
        if not self._known_verb(word):
            return False
        before = doc[token.i - 1] if token.i and not token.is_sent_start else None
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
        return before is not None and before.pos_ in ACTORS and behind is not None and behind.pos_ in FOLLOWING

    def _known_verb(self, word: str) -> bool:
        for ending in self.endings:
            stem = word.removesuffix(ending)
            if stem != word and (stem in self.lemmas or f"{word}|VERB" in self.known or f"{stem}|VERB" in self.known):
                return True
        return False


def clause_top(token: Token) -> Token | None:
    """The head of the verbless clause around a token; None where its clause has a verb."""
    top = token
    while top.head.i != top.i and relation(top) not in SENTENTIAL:
        top = top.head
        if top.pos_ == "VERB":
            return None
    if top.pos_ == "VERB" or any(relation(child) == "cop" for child in top.children):
        return None
    return top


def _rehang(verb: Token, top: Token) -> None:
    """Makes the token the head of its clause, and sorts what stands around it into subject, objects and phrases."""
    if verb.i != top.i:
        above, name = top.head, top.dep_
        loose = [child for child in top.children if child.i != verb.i and (child.i < verb.i) != (top.i < verb.i)]
        verb.head = verb if above.i == top.i else above
        verb.dep_ = name
        top.head = verb
        for child in loose:
            child.head = verb
    _free_phrase(verb, top)
    verb.pos_ = "VERB"
    verb.set_morph(PRESENT)  # type: ignore[attr-defined]  # the stubs lack it
    _name_subject(verb)
    for child in list(verb.children):
        if child.pos_ in THINGS and (relation(child) != "nsubj" or (child.i > verb.i and child.dep_ != "nsubj")):
            child.dep_ = _part(child)


def _free_phrase(verb: Token, top: Token) -> None:
    """Turns "Lisa in | finance books" into "Lisa in finance | books": the preposition goes with the noun before the verb."""
    before = [child for child in verb.children if child.i < verb.i]
    case = next((child for child in before if relation(child) == "case"), None)
    noun = next((child for child in reversed(before) if child.pos_ in ACTORS and case is not None and child.i > case.i), None)
    if case is None or noun is None:
        return
    case.head = noun
    if top.i < case.i and top.i != verb.i and top.pos_ in ACTORS:
        noun.head = top
        noun.dep_ = "nmod"


def _name_subject(verb: Token) -> None:
    """The nearest noun before the verb, with what describes it."""
    before = [child for child in verb.children if child.i < verb.i]
    nouns = [child for child in before if child.pos_ in ACTORS and not any(relation(c) == "case" for c in child.children)]
    if not nouns:
        _subject_behind(verb)
    fitting = [
        child for child in nouns if child.dep_ != "nmod:poss" and not {"Case=Gen", "Case=Par"} & set(str(child.morph).split("|"))
    ]
    if not fitting:
        return
    subject = fitting[-1]
    subject.dep_ = "nsubj"
    for child in before:
        if (
            child.i < subject.i
            and relation(child) in {"det", "compound", "amod", "nmod", "nummod"}
            and (child.pos_ != "PRON" or child.dep_ == "nmod:poss")
        ):
            child.head = subject


def _subject_behind(verb: Token) -> None:
    """A pronoun right behind the verb that the parser hung on the object: "bokför vi fakturan"."""
    if verb.i + 1 < len(verb.doc):
        behind = verb.nbor(1)
        if behind.pos_ == "PRON" and "Case=Nom" in str(behind.morph) and behind.head.head.i == verb.i:
            behind.head = verb
            behind.dep_ = "nsubj"


def _part(child: Token) -> str:
    if any(relation(c) == "case" for c in child.children) or any(case in str(child.morph) for case in LOCAL):
        return "obl"
    return "obj" if relation(child) in {"nmod", "obj", "nsubj", "compound", "obl", "dep", "ROOT", "conj", "flat"} else child.dep_


@Language.factory(NAME, default_config={"language": "en"})
def create(nlp: Language, name: str, language: str) -> Repair:  # noqa: ARG001 (spaCy's factory signature)
    """The spaCy component."""
    return Repair(language, table(language))
