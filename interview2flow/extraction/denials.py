"""What is said not to be done: "we don't call the references". Told otherwise by somebody else, it is a contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction import document
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.labels import find_labels
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tree import Tree, tree_of
from interview2flow.languages import texts
from interview2flow.model import Actor, Step, Transcript

OTHERWISE_MEANT: Final = ("obligation", "ability", "hypothetical", "condition", "habit", "asking", "doubt", "future")
"""What is not allowed, possible, certain or usual may be done all the same."""
ASIDE: Final = frozenset({"discourse", "punct", "vocative"})
NAMED: Final = frozenset({"NOUN", "PROPN"})


def find_denials(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> tuple[Step, ...]:
    """Main clauses of the interviewee that deny a present action on something named, worded like steps."""
    tree, parts = tree_of(doc), frames(doc, clauses)
    steps = {telling for mention in mentions for telling in mention.tellings}
    denied = [
        clause
        for clause in _negated(tree, clauses, doc.vocab.lang)
        if clause.index not in steps and _denies(tree, clause, parts[clause.index], doc.vocab.lang)
    ]
    told = [Mention(f"n{number}", (clause.index,), 1.0) for number, clause in enumerate(denied, 1)]
    labels = find_labels(doc, clauses, told)
    return tuple(
        Step(
            id=mention.id,
            label=labels[mention.id].text,
            actor=_actor(doc, parts[clause.index]),
            evidence=(document.evidence(doc, clause.start, clause.end),),
            action=labels[mention.id].action,
            meanings=labels[mention.id].meanings,
            terms=labels[mention.id].terms,
        )
        for mention, clause in zip(told, denied, strict=True)
    )


@cache
def _cues(language: str, *names: str) -> frozenset[str]:
    cues = texts(language, "clauses")["cues"]
    return frozenset(word for name in names for word in cues[name])


@cache
def _own(language: str) -> frozenset[str]:
    return frozenset(texts(language, "actors")["pronouns"]["self"])


def _negated(tree: Tree, clauses: Sequence[Clause], language: str) -> Iterator[Clause]:
    """Clauses whose predicate itself has a word of denial: not "no, Graham pays"."""
    by_head = {clause.head: clause for clause in clauses}
    negations = _cues(language, "negation")
    for token, word in enumerate(tree.lower):
        if word in negations and tree.rel[token] not in ASIDE and (clause := by_head.pop(tree.head[token], None)):
            yield clause


def _denies(tree: Tree, clause: Clause, frame: Frame, language: str) -> bool:
    if clause.asked or clause.mark is not None or tree.pos[clause.head] != "VERB" or frame.object is None:
        return False
    if _verb_first(tree, clause, frame, language):
        return False
    words = {form for token in clause.tokens for form in (tree.lower[token], tree.lemma[token])}
    past = any("Tense=Past" in tree.morph[token] for token in (clause.head, *frame.helpers))
    return tree.pos[frame.object] in NAMED and not past and words.isdisjoint(_cues(language, *OTHERWISE_MEANT))


def _verb_first(tree: Tree, clause: Clause, frame: Frame, language: str) -> bool:
    """A condition or a question without a word for it: "stämmer inte beloppet, …"."""
    first = clause.tokens[0]
    return first in {clause.head, *frame.helpers} and tree.lower[first] not in _cues(language, "negation")


def _actor(doc: Doc, frame: Frame) -> Actor | None:
    """Of whom it is denied; None where it is nobody at all."""
    tree, transcript = tree_of(doc), doc._.transcript
    if frame.subject is None:
        return None
    if tree.lower[frame.subject] in _own(doc.vocab.lang):
        return _interviewee(transcript)
    return Actor(name=tree.lemma[frame.subject]) if tree.pos[frame.subject] in NAMED else None


def _interviewee(transcript: Transcript) -> Actor | None:
    who = transcript.interviewee
    name = (who.role or who.name) if who else None
    return Actor(name=name) if name else None


@Language.component("i2f_denials")
def denials(doc: Doc) -> Doc:
    """Sets `doc._.denials`."""
    doc._.denials = find_denials(doc, doc._.clauses, doc._.mentions)
    return doc
