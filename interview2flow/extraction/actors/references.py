"""Every noun and name in the interview that may stand for somebody who works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from interview2flow.extraction.actors import names
from interview2flow.extraction.actors.words import Words, known_noun
from interview2flow.extraction.tree import Tree

NAMING: Final = frozenset({"NOUN", "PROPN"})
USUAL: Final = frozenset({"PROPN", "PRON", "DET", "AUX", "ADP"})
PARTS: Final = frozenset({"compound", "flat", "fixed", "goeswith"})


class Likeness(IntEnum):
    """How much a noun looks like somebody who works."""

    NONE = 0
    NAME = 1  # a proper name: a person, or a system
    ENDING = 2  # ends like one
    LISTED = 3  # is known to be one


@dataclass(frozen=True, slots=True)
class Reference:
    """One place where a noun or name stands; `acts` where it is the subject of something done, `name` is how it is called."""

    token: int
    key: tuple[str, ...]
    name: str
    likeness: Likeness
    proper: bool
    plain: bool
    group: bool
    acts: bool


def references(tree: Tree, words: Words) -> Iterator[Reference]:
    """Nouns and names in the order told, those that are part of another's name left out."""
    people = _people(tree)
    for token, (pos, form, text) in enumerate(zip(tree.pos, tree.lower, tree.text, strict=True)):
        if pos not in NAMING and form not in words.workers.words and text not in people:
            continue  # most words
        if not (_names(tree, token, words) or _is_name(tree, token, people)):
            continue
        likeness = _likeness(tree, token, words, people)
        acts = doing(tree, token, words)
        if likeness is Likeness.NONE and not acts:
            continue
        mistaken = likeness is Likeness.NAME and tree.pos[token] not in USUAL  # a name, taken for another word
        lemma = names.lemma(tree, token)
        yield Reference(
            token=token,
            key=names.key(tree, token, words),
            name=tree.text[token] if mistaken else names.base(tree, token, words),
            likeness=likeness,
            proper=tree.pos[token] == "PROPN",
            plain=names.plain(tree, token, words),
            group=lemma in words.groups or tree.lower[token] in words.groups.words or "Number=Plur" in tree.morph[token],
            acts=acts,
        )


def _people(tree: Tree) -> frozenset[str]:
    """What is a name somewhere, and nowhere written like any other word."""
    written = set(tree.text)
    names = {text for text, pos in zip(tree.text, tree.pos, strict=True) if pos == "PROPN"}
    return frozenset(name for name in names if name[:1].isupper()) - {word.capitalize() for word in written if word[:1].islower()}


def _names(tree: Tree, token: int, words: Words) -> bool:
    if tree.pos[token] not in NAMING and not is_listed(tree, token, words):
        return False
    above = tree.head[token]
    if (of := names.field(tree, above, words)) is not None and of[1] == token:
        return False
    inside = tree.rel[token] in PARTS and above > token and tree.pos[above] in NAMING
    if inside and is_listed(tree, token, words) and not is_listed(tree, above, words):
        inside = False  # "control rings me" and "our nurse rings the patient", taken for one noun
    return not inside and not words.is_pronoun(tree, token) and any(letter.isalpha() for letter in tree.text[token])


def _is_name(tree: Tree, token: int, people: frozenset[str]) -> bool:
    """A word that is a name elsewhere: parsers take "får Sanna rätta" for an adjective, "Lorraine reads" for a noun."""
    return tree.text[token] in people and tree.pos[token] not in USUAL


def _likeness(tree: Tree, token: int, words: Words, people: frozenset[str]) -> Likeness:
    if is_listed(tree, token, words):
        return Likeness.LISTED
    if _is_name(tree, token, people) or (tree.pos[token] == "PROPN" and tree.text[token][0].isupper()):
        return Likeness.NAME
    lemma = names.lemma(tree, token)
    if lemma.endswith(words.suffixes) and lemma not in words.things:
        return Likeness.ENDING
    return Likeness.NONE


def is_listed(tree: Tree, token: int, words: Words) -> bool:
    """Whether the word is known to name somebody who works."""
    form = tree.lower[token]
    if form in words.workers.words:
        return _may_name(tree, token) and not words.is_pronoun(tree, token)
    if tree.pos[token] not in NAMING:
        return False
    return known_noun(form, names.lemma(tree, token), words.language) is not None


def _may_name(tree: Tree, token: int) -> bool:
    text = tree.text[token]
    return tree.pos[token] in NAMING or tree.pos[token] == "ADJ" or (len(text) > 1 and text.isupper()) or _gerund(tree, token)


def _gerund(tree: Tree, token: int) -> bool:
    """Purchasing and packing may be taken for verbs."""
    morph = tree.morph[token]
    return "VerbForm=Ger" in morph or {"VerbForm=Part", "Tense=Pres"} <= morph


def doing(tree: Tree, token: int, words: Words) -> bool:
    """Whether it is the subject of a verb in the active, or the agent of one in the passive."""
    kind, above = tree.rel[token], tree.head[token]
    if kind == "vocative" and tree.pos[token] == "PROPN":
        return True  # parsers take the name in "Mick's on nights, he bakes" for a call
    if kind == "obl" and tree.pos[above] == "VERB":
        return any(tree.lower[child] in words.by for child in tree.children[token] if tree.rel[child] == "case")
    passive = tree.dep[token] == "nsubj:pass" or "Voice=Pass" in tree.morph[above]
    return kind == "nsubj" and tree.pos[above] in {"VERB", "AUX"} and not passive
