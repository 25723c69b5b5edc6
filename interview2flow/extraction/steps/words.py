"""The words of a clause as the linear model reads them: who, what, to whom, and what is said before and after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.tree import Tree

CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "ADV", "PRON", "AUX", "SCONJ", "NUM", "INTJ"})
BEGINNING: Final = 5
"""Letters at both ends of a noun or verb that stand for its kin: compounds, and forms that no table knows."""


def verb_key(tree: Tree, frame: Frame, language: str) -> str:
    """The verb with its particles: `en:fill in`."""
    return f"{language}:{' '.join([tree.lemma[frame.head], *(tree.lemma[p] for p in frame.particles)])}"


def object_word(tree: Tree, frame: Frame) -> str | None:
    """The lemma of what the clause is done to: its object, or the subject of a passive."""
    thing = frame.object
    if thing is None and frame.passive:
        thing = frame.subject
    return None if thing is None else _word(tree, thing)


def words(tree: Tree, clauses: Sequence[Clause], frames: Sequence[Frame], language: str) -> list[list[str]]:
    """By clause, its words, each with the part it plays."""
    own = [_own(tree, clause, frame, language) for clause, frame in zip(clauses, frames, strict=True)]
    verbs = [verb_key(tree, frame, language) for frame in frames]
    for number, found in enumerate(own):
        same_turn = clauses[number].turn
        if number and clauses[number - 1].turn == same_turn:
            found.append(f"before={verbs[number - 1]}")
        if number + 1 < len(own) and clauses[number + 1].turn == same_turn:
            found.append(f"after={verbs[number + 1]}")
        parent = clauses[number].parent
        if parent is not None:
            found.append(f"above={verbs[parent]}")
    return own


def _own(tree: Tree, clause: Clause, frame: Frame, language: str) -> list[str]:
    verb = verb_key(tree, frame, language)
    found = [f"verb={verb}", f"form={tree.pos[clause.head]}/{'|'.join(sorted(tree.morph[clause.head]))}"]
    found.extend(f"{language}:{tree.lemma[token]}" for token in clause.tokens if tree.pos[token] in CONTENT)
    found.extend(f"{language}:^{tree.lower[token][:BEGINNING]}" for token in clause.tokens if tree.pos[token] in {"VERB", "NOUN"})
    found.extend(f"{language}:{tree.lower[token][-BEGINNING:]}$" for token in clause.tokens if tree.pos[token] == "NOUN")
    thing = object_word(tree, frame)
    found.extend(f"means={meaning}" for meaning in meanings(language, verb.partition(":")[2], tree.lemma[frame.head]))
    found.append(f"object={language}:{thing}")
    found.append(f"both={verb}+{thing}")
    if frame.subject is not None:
        found.append(f"subject={language}:{_word(tree, frame.subject)}")
    found.append(f"mark={language}:{clause.mark}")
    return found


def _word(tree: Tree, token: int) -> str:
    return tree.lower[token] if tree.pos[token] == "PRON" else tree.lemma[token]
