"""Who is introduced by name: "the deputy decides, that's Minna", "Sonja is our designer", "valitsee leffan. Samu."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from interview2flow.extraction.actors.references import Likeness, Reference
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.tree import Tree

NEAR: Final = 15
"""What "that" or "she" points to stands at most so many words before."""
BETWEEN: Final = 3
"""At most so many small words stand between "is" and the name."""
SMALL: Final = frozenset({"DET", "ADV", "PRON", "ADP", "INTJ", "PART", "CCONJ"})
ENDING: Final = frozenset({"PUNCT", "CCONJ", "SCONJ", "INTJ"})
TITLED: Final = 3
"""A sentence of at most so many words may be nothing but a name."""
INITIALS: Final = 2
"""So many letters are no name but a label."""
CLOSED: Final = frozenset({".", "!"})
ASKED: Final = frozenset({"?", ":"})

Places = Mapping[int, Reference]
Pair = tuple[Reference, Reference]


def introduced(tree: Tree, at: Places, words: Words) -> Iterator[Pair]:
    """Pairs of a role and a person that the interview says to be the same."""
    for token, reference in at.items():
        other = _with_copula(tree, token, at, words) or _answering(tree, token, at, words)
        if other is not None and {reference.likeness, other.likeness} == {Likeness.LISTED, Likeness.NAME}:
            yield (reference, other) if reference.likeness is Likeness.LISTED else (other, reference)


def _with_copula(tree: Tree, token: int, at: Places, words: Words) -> Reference | None:
    """Who is said to be this one: "Sonja är formgivaren", "assistenten heter Wilhelm", "he's the mechanic", "se on Henna"."""
    copula = _copula(tree, token, words)
    if copula is None or copula == tree.sent[token] or not _ends(tree, token):
        return None
    subject = copula - 1
    if subject in at:
        return at[subject]
    if not _opens(tree, subject) or tree.rel[copula] == "case":
        return None  # "they say it's Anna", "Dave's garage"
    form = tree.lower[subject]
    wanted = Likeness.LISTED if at[token].likeness is Likeness.NAME else Likeness.NAME
    if form not in words.person and (form not in words.thing or wanted is Likeness.NAME):
        return None
    return _last(tree, subject, at, wanted)


def _opens(tree: Tree, token: int) -> bool:
    return tree.sent[token] == token or tree.pos[token - 1] in ENDING


def _copula(tree: Tree, token: int, words: Words) -> int | None:
    """The "is" right before, at most small words and what belongs to the name between."""
    here = token - 1
    while here > max(tree.sent[token], token - BETWEEN) and tree.lower[here] not in words.copulas and _small(tree, here, token):
        here -= 1
    return here if here >= tree.sent[token] and tree.lower[here] in words.copulas else None


def _small(tree: Tree, here: int, token: int) -> bool:
    return tree.pos[here] in SMALL or tree.head[here] == token


def _ends(tree: Tree, token: int) -> bool:
    """Whether nothing is said of it: not "it's Anna who signs"."""
    behind = token + 1
    return behind >= tree.sent_end[token] or tree.pos[behind] in ENDING


def _answering(tree: Tree, token: int, at: Places, words: Words) -> Reference | None:
    """A name alone, in its own sentence or after "that is", tells who the last one was who did something."""
    if at[token].likeness is not Likeness.NAME or not _ends(tree, token):
        return None
    if _alone(tree, token):
        return _last(tree, tree.sent[token], at, Likeness.LISTED)
    return _last(tree, token, at, Likeness.LISTED) if tree.lower[token - 1] in words.namely else None


def _alone(tree: Tree, token: int) -> bool:
    """Whether a sentence is nothing but this name, and answers no question."""
    start, end = tree.sent[token], tree.sent_end[token]
    name = all(tree.pos[i] in {"PROPN", "PUNCT"} for i in range(start, end)) and end - start <= TITLED
    return name and len(tree.text[token]) > INITIALS and tree.text[end - 1] in CLOSED and tree.text[start - 1] not in ASKED


def _last(tree: Tree, before: int, at: Places, likeness: Likeness) -> Reference | None:
    """The one of whom the words before a token speak: who did something in the last sentence, else who is named last in it."""
    start = tree.sent[before] if tree.sent[before] < before else tree.sent[max(0, before - 1)]
    near = range(before - 1, max(start, before - NEAR) - 1, -1)
    named = [at[i] for i in near if i in at and at[i].likeness is likeness]
    return next((one for one in named if one.acts), named[0] if named else None)
