"""How a step is called in a manual: verb first, its object named, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame, frames
from interview2flow.extraction.meanings import meanings
from interview2flow.extraction.naming import Namer
from interview2flow.extraction.steps.mention import Mention
from interview2flow.extraction.tree import tree_of

CONTENT: Final = frozenset({"NOUN", "VERB", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Label:
    """`text` is the wording, `action` the verb's lemma, `meanings` what it means, `terms` the lemmas of the content words."""

    text: str
    action: str
    meanings: frozenset[str]
    terms: frozenset[str]


def find_labels(doc: Doc, clauses: Sequence[Clause], mentions: Sequence[Mention]) -> dict[str, Label]:
    """By mention, its label, worded by the telling that says most plainly what is done to what."""
    tree, parts, language = tree_of(doc), frames(doc, clauses), doc.vocab.lang
    namer = Namer(doc, clauses, parts, frozenset(t for mention in mentions for t in mention.tellings))
    found = {}
    for mention in mentions:
        told = plainest(doc, parts, mention)
        content = {tree.lemma[i] for t in mention.tellings for i in clauses[t].tokens if tree.pos[i] in CONTENT}
        action = tree.lemma[clauses[told].head]
        verb = " ".join(tree.lemma[token] for token in (clauses[told].head, *parts[told].particles))
        found[mention.id] = Label(namer.label(told), action, meanings(language, verb, action), frozenset(content))
    return found


def plainest(doc: Doc, parts: Sequence[Frame], mention: Mention) -> int:
    """The telling with a verb and a named object; the first of several such."""
    tree = tree_of(doc)

    def vague(telling: int) -> tuple[int, int]:
        frame = parts[telling]
        thing = frame.object if frame.object is not None else frame.subject if frame.passive else None
        named = thing is not None and tree.pos[thing] in {"NOUN", "PROPN"}
        return (0 if named else 1 if frame.obliques else 2) + 3 * (tree.pos[frame.head] != "VERB"), telling

    return min(mention.tellings, key=vague)


@Language.component("i2f_labels")
def labels(doc: Doc) -> Doc:
    """Sets `doc._.labels`."""
    doc._.labels = find_labels(doc, doc._.clauses, doc._.mentions)
    return doc
