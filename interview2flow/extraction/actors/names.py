"""What a lane is called: the noun phrase that names a role, in the form in which a manual would write it."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.clauses import relation

MODIFIERS: Final = frozenset({"compound", "amod", "flat", "nmod", "nummod"})
NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
LONGEST: Final = 4
"""So many words before a head still belong to its name."""


def modifiers(token: Token, words: Words) -> list[Token]:
    """The words right before a noun that belong to the name of what it names: `cost centre` before `owner`."""
    doc, first = token.doc, token.i
    while first > token.sent.start and token.i - first < LONGEST and _belongs(doc[first - 1], token, first, words):
        first -= 1
    return [doc[i] for i in range(first, token.i) if doc[i].pos_ != "PUNCT"]


def _belongs(candidate: Token, head: Token, first: int, words: Words) -> bool:
    if candidate.lower_ in words.articles or words.is_pronoun(candidate):
        return False
    if candidate.text in {"-", "–"}:
        return candidate.head == head and bool(candidate.nbor(1).idx == candidate.idx + len(candidate.text))
    if candidate.pos_ not in NOUNS or relation(candidate) not in MODIFIERS:
        return False
    return candidate.head == head or head.i > candidate.head.i >= first


def plain(token: Token, words: Words) -> bool:
    """Whether nothing but nouns names it: no adjective that may hold for this one time only."""
    return all(part.pos_ != "ADJ" for part in modifiers(token, words))


def key(token: Token, words: Words) -> tuple[str, ...]:
    """What two mentions of the same role have in common: lower-case dictionary forms, modifiers first."""
    return (*(_form(part) for part in modifiers(token, words)), _form(token))


def _form(token: Token) -> str:
    if token.pos_ == "PROPN" or token.text.isupper():
        return token.lower_.removesuffix("'s")
    return lemma(token)


def lemma(token: Token) -> str:
    """The dictionary form; a bare nominative is one, whatever the tables say."""
    bare = token.morph.get("Case") == ["Nom"] and token.morph.get("Number") == ["Sing"] and not token.morph.get("Definite")
    return token.lower_ if bare else token.lemma_.lower()


def base(token: Token, words: Words) -> str:
    """The lane's name: lower case but for names and abbreviations, no article, dictionary form of the head."""
    parts = modifiers(token, words)
    return _spell(" ".join([*(_written(part, last=False) for part in parts), _written(token, last=True)]))


def _written(token: Token, *, last: bool) -> str:
    if token.pos_ == "PROPN" or (token.text.isupper() and len(token.text) > 1):
        return token.text
    if last and "Plur" in token.morph.get("Number") and not token.morph.get("Definite") and not token.morph.get("Case"):
        return token.lower_  # a language without cases keeps its plural: "accounts"
    return lemma(token) if last else _modifier(token)


def _modifier(token: Token) -> str:
    """Nominatives and genitives stay as they are said; an adjective in another case takes its dictionary form."""
    case = token.morph.get("Case")
    return token.lower_ if not case or case[0] in {"Nom", "Gen"} else token.lemma_.lower()


def _spell(name: str) -> str:
    return name.replace(" - ", "-").replace(" -", "-")


def said(doc: Doc, token: int, words: Words) -> tuple[int, int]:
    """The tokens with which a role is named at this place."""
    return min([part.i for part in modifiers(doc[token], words)], default=token), token + 1
