"""Parses a description whose words and sentences are given, and looks up in the tree what features ask about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from interview2flow.extraction.meanings import meanings
from interview2flow.languages import lemma, texts, trained
from models.pet.documents import Document

LANGUAGE: Final = "en"
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
WITHIN: Final = frozenset({"compound", "nummod", "amod", "flat", "det"})
"""Relations of words that stand inside a noun phrase and head none."""
BEFORE: Final = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "advmod"})
CLAUSES: Final = frozenset({"advcl", "acl", "ccomp", "csubj", "parataxis"})
TEMPORAL: Final = frozenset({"when", "once", "whenever", "while"})


@cache
def _pipeline() -> Language:
    return spacy.load(trained.folder(LANGUAGE))


@dataclass(frozen=True)
class Reading:
    """A parsed description; `starts[i]` is the first token of sentence i, and behind the last one comes the end."""

    document: Document
    doc: Doc
    lemmas: tuple[str, ...]
    starts: tuple[int, ...]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences as given."""
        return [self.doc[start:end] for start, end in zip(self.starts, self.starts[1:], strict=False)]

    @cached_property
    def phrases(self) -> list[int | None]:
        """For each token the noun that heads the plain phrase around it ("the part list"), without what hangs on behind."""
        heads: list[int | None] = [None] * len(self.doc)
        for noun in self.doc:
            if noun.pos_ in NOMINAL and relation(noun) not in WITHIN:
                for place in range(_left(noun), noun.i + 1):
                    near = heads[place]
                    if near is None or abs(near - place) > noun.i - place:
                        heads[place] = noun.i
                for child in noun.rights:
                    if relation(child) == "flat":
                        heads[child.i] = noun.i
        return heads

    @cached_property
    def acting(self) -> Counter[str]:
        """How often a noun is the subject of a verb, less how often it is an object: who acts, and what is acted on."""
        counts: Counter[str] = Counter()
        for noun in self.doc:
            if noun.pos_ in {"NOUN", "PROPN"}:
                if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB":
                    counts[self.lemmas[noun.i]] += 1
                elif relation(noun) == "obj" or noun.dep_ == "nsubj:pass":
                    counts[self.lemmas[noun.i]] -= 1
        return counts

    def lemma(self, token: Token) -> str:
        """A token's dictionary form in small letters."""
        return self.lemmas[token.i]

    def case(self, noun: Token) -> str:
        """The preposition of a noun; empty where it has none."""
        return next((self.lemma(child) for child in noun.children if relation(child) == "case"), "")

    def meanings(self, verb: Token) -> frozenset[str]:
        """What a verb means, in a few meanings."""
        return meanings(LANGUAGE, self.lemma(verb), self.lemma(verb))

    def kind(self, noun: Token) -> str:
        """What a noun names by its own look: a person, a group, a thing, or which kind of pronoun it is."""
        catalogue = texts(LANGUAGE, "actors")
        if noun.pos_ == "PRON":
            known = (kind for kind, words in catalogue["pronouns"].items() if noun.lower_ in words)
            return "pronoun-" + next(known, "other")
        nouns, last = catalogue["nouns"], self.lemma(noun).split("-")[-1]
        if last in nouns["people"]:
            return "person"
        if last in nouns["groups"]:
            return "group"
        if noun.text.isupper() and len(noun.text) > 1:
            return "acronym"
        if noun.pos_ == "PROPN":
            return "name"
        return "agentive" if last.endswith(tuple(nouns["suffixes"])) and last not in nouns["things"] else "thing"


def read(document: Document) -> Reading:
    """Parses a description; its own words and sentences stay."""
    starts = [0]
    for sentence in document.sentences:
        starts.append(starts[-1] + len(sentence))
    words = [word for sentence in document.sentences for word in sentence]
    nlp = _pipeline()
    firsts = set(starts)
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[place in firsts for place in range(len(words))]))
    lemmas = tuple(lemma(token.text, token.pos_, LANGUAGE).lower() for token in doc)
    return Reading(document, doc, lemmas, tuple(starts))


def relation(token: Token) -> str:
    """A dependency without its subtype."""
    return token.dep_.partition(":")[0]


def mark(verb: Token) -> str:
    """The word that opens a verb's clause: "if", "when", "to"."""
    return next(
        (
            child.lower_
            for child in verb.children
            if relation(child) == "mark" or (relation(child) == "advmod" and child.lower_ in TEMPORAL)
        ),
        "",
    )


def first_joined(token: Token) -> Token:
    """The first of things joined by "and"; a token that is joined to nothing is its own first."""
    while relation(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def clause(token: Token) -> Token:
    """The head of the clause around a token."""
    while token.pos_ != "VERB" and token.head.i != token.i and relation(token) not in CLAUSES:
        token = token.head
    return token


def passive(verb: Token) -> bool:
    """Whether something is done to the subject."""
    return any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in verb.children)


def has(verb: Token, name: str) -> bool:
    """Whether something hangs on a verb by this relation."""
    return any(relation(child) == name for child in verb.children)


def _left(noun: Token) -> int:
    before = [
        child for child in noun.lefts if relation(child) in BEFORE and (relation(child) != "nmod" or child.dep_ == "nmod:poss")
    ]
    return max(min([word.i for child in before for word in child.subtree] + [noun.i]), noun.sent.start)
