"""What a lane or a thing is called: the noun phrase that names it, in the form in which a manual would write it."""

from __future__ import annotations

from typing import Final

from interview2flow.extraction.actors.words import Words, known_noun
from interview2flow.extraction.tree import Tree

MODIFIERS: Final = frozenset({"compound", "amod", "flat", "nmod", "nummod"})
NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
DEFINITENESS: Final = frozenset({"Definite=Def", "Definite=Ind"})
HYPHENS: Final = frozenset({"-", "–"})
LONG_VOWEL: Final = 3
"""Letters of an ending like "oon"."""
OPENING: Final = frozenset({'"', "“", "”", "„", ":", "–", "-", "(", "."})
"""After these a capital says nothing."""
LONGEST: Final = 4
"""So many words before a head still belong to its name."""


def modifiers(tree: Tree, token: int, words: Words) -> list[int]:
    """The words right before a noun that belong to the name of what it names: `cost centre` before `owner`."""
    first = token
    while first > tree.sent[token] and token - first < LONGEST and _belongs(tree, first - 1, token, first, words):
        first -= 1
    return [i for i in range(first, token) if tree.pos[i] != "PUNCT"]


def _belongs(tree: Tree, candidate: int, head: int, first: int, words: Words) -> bool:
    above = tree.head[candidate]
    if tree.text[candidate] in HYPHENS:
        return above == head
    if tree.pos[candidate] not in NOUNS or tree.rel[candidate] not in MODIFIERS or not (above == head or head > above >= first):
        return False
    article = tree.lower[candidate] in words.articles or tree.lemma[candidate] in words.articles
    return not article and not words.is_pronoun(tree, candidate)


def field(tree: Tree, token: int, words: Words) -> tuple[int, int] | None:
    """Of what somebody is the head: the "of" and the noun of "head of customer relations"."""
    if tree.lemma[token] not in words.titles:
        return None
    for noun in tree.children[token]:
        of = next((child for child in tree.children[noun] if tree.lower[child] in words.of), None)
        if of == token + 1 and tree.pos[noun] in NOUNS:
            return of, noun
    return None


def plain(tree: Tree, token: int, words: Words) -> bool:
    """Whether nothing but nouns names it: no adjective that may hold for this one time only."""
    return all(tree.pos[part] != "ADJ" for part in modifiers(tree, token, words))


def key(tree: Tree, token: int, words: Words) -> tuple[str, ...]:
    """What two mentions of the same thing have in common: lower-case dictionary forms, modifiers first."""
    own = tuple(_form(tree, part, words) for part in (*modifiers(tree, token, words), token))
    if (of := field(tree, token, words)) is None:
        return own
    return (*own, tree.lower[of[0]], *key(tree, of[1], words))


def _form(tree: Tree, token: int, words: Words) -> str:
    if _as_said(tree, token):
        return uninflected(tree, token, words).lower().removesuffix("'s")
    return dictionary(tree, token, words)


def dictionary(tree: Tree, token: int, words: Words) -> str:
    """The dictionary form: of nouns that are known as such, whatever the parser takes them for ("purchasing")."""
    return known_noun(tree.lower[token], lemma(tree, token), words.language) or lemma(tree, token)


def uninflected(tree: Tree, token: int, words: Words) -> str:
    """A name without the ending of its case: "Laskarissa" → "Laskari", "Kirjoon" → "Kirjo"."""
    name = tree.text[token]
    if "Case=Nom" in tree.morph[token] or not any(feature.startswith("Case=") for feature in tree.morph[token]):
        return name
    for ending in words.case_endings:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            kept = 1 if len(ending) == LONG_VOWEL and ending[0] == ending[1] else 0
            return name[: len(name) - len(ending) + kept]
    return name


def lemma(tree: Tree, token: int) -> str:
    """The dictionary form; a bare nominative is one, whatever the tables say."""
    morph = tree.morph[token]
    bare = "Case=Nom" in morph and "Number=Sing" in morph and DEFINITENESS.isdisjoint(morph)
    return tree.lower[token] if bare else tree.lemma[token]


def base(tree: Tree, token: int, words: Words) -> str:
    """The name: lower case but for names and abbreviations, no article, dictionary form of the head."""
    parts = [_modifier(tree, part) for part in modifiers(tree, token, words)]
    head = uninflected(tree, token, words) if _as_said(tree, token) else _head(tree, token, words)
    if (of := field(tree, token, words)) is None:
        return " ".join([*parts, head])
    return " ".join([*parts, head, tree.lower[of[0]], base(tree, of[1], words)])


def _as_said(tree: Tree, token: int) -> bool:
    """Names and abbreviations; a capital inside a sentence makes a name of any noun."""
    text = tree.text[token]
    if tree.pos[token] == "PROPN" or (text.isupper() and len(text) > 1):
        return True
    return tree.pos[token] == "NOUN" and text[:1].isupper() and tree.sent[token] != token and tree.text[token - 1] not in OPENING


def _head(tree: Tree, token: int, words: Words) -> str:
    if (known := known_noun(tree.lower[token], lemma(tree, token), words.language)) is not None:
        return known
    morph = tree.morph[token]
    if "Number=Plur" in morph and not any(name.startswith(("Definite=", "Case=")) for name in morph):
        return tree.lower[token]  # a language without cases keeps its plural: "accounts"
    return lemma(tree, token)


def _modifier(tree: Tree, token: int) -> str:
    """Nominatives and genitives stay as they are said; an adjective in another case takes its dictionary form."""
    if _as_said(tree, token):
        return tree.text[token]
    cases = {name for name in tree.morph[token] if name.startswith("Case=")}
    return tree.lower[token] if cases <= {"Case=Nom", "Case=Gen"} else tree.lemma[token]


def said(tree: Tree, token: int, words: Words) -> tuple[int, int]:
    """The tokens with which it is named at this place."""
    of = field(tree, token, words)
    return min(modifiers(tree, token, words), default=token), (token if of is None else of[1]) + 1
