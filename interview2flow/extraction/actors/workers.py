"""Who can only be the subject by where the word stands, whatever the parser takes it for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.actors.words import Words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.tree import Tree

OPENING: Final = frozenset({"DET", "ADJ", "ADV", "PART"})
"""What may stand between a verb and the subject behind it."""
BETWEEN: Final = 2
STRUCTURE: Final = frozenset({"PUNCT", "CCONJ", "SCONJ"})
NOMINATIVE: Final = frozenset({"Case=Nom", "Number=Sing"})


def finite(tree: Tree, frame: Frame) -> int | None:
    """The verb that agrees with the subject, if there is one."""
    return next((token for token in (*frame.helpers, frame.head) if "VerbForm=Fin" in tree.morph[token]), None)


def worker_as_subject(tree: Tree, clause: Clause, frame: Frame, parsed: int | None, words: Words) -> int | None:
    """A worker or a person right before the verb, or behind it where the language puts subjects there.

    `parsed` is what the parser takes for the subject; it stands where it is a worker itself.
    """
    if tree.pos[frame.head] != "VERB" or frame.passive or (parsed is not None and _worker(tree, parsed, words)):
        return None
    verb = finite(tree, frame)
    if verb is None:
        return None
    found = [*_before(tree, clause, verb)]
    if words.verb_second and (parsed is None or parsed > verb) and _opened(tree, verb):
        found += _behind(tree, verb)
    if words.nominative_subjects and not {"Person=1", "Person=2"} & tree.morph[verb]:
        found += [token for token in clause.tokens if tree.morph[token] >= NOMINATIVE]
    return next((token for token in found if _worker(tree, token, words)), None)


def _before(tree: Tree, clause: Clause, verb: int) -> Iterator[int]:
    """The word right before the verb, unless it belongs to a phrase with a preposition."""
    token = verb - 1
    if token >= max(clause.start, tree.sent[verb]) and tree.child(token, "case") is None:
        yield token


def _opened(tree: Tree, verb: int) -> bool:
    """Whether something else than the subject opens the main clause: "Sedan skickar läkaren remissen"."""
    return verb > tree.sent[verb] and tree.pos[verb - 1] not in STRUCTURE


def _behind(tree: Tree, verb: int) -> Iterator[int]:
    """The first noun right behind the verb."""
    token = verb + 1
    while token < min(verb + BETWEEN, tree.sent_end[verb]) and tree.pos[token] in OPENING:
        token += 1
    if token < tree.sent_end[verb]:
        yield token


def _worker(tree: Tree, token: int, words: Words) -> bool:
    """Whether a word is known for somebody who works, or is a name."""
    name = tree.pos[token] == "PROPN" and tree.text[token][:1].isupper()
    return (name or tree.pos[token] == "NOUN") and (name or is_listed(tree, token, words))
