"""Why one role, and no other, does what a clause tells."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from interview2flow.extraction import artefacts, ensemble
from interview2flow.extraction.actors import choose
from interview2flow.extraction.actors.features import NAMES, UNNAMED, candidates
from interview2flow.extraction.actors.scene import scene
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.explaining.influence import influences
from interview2flow.extraction.explaining.parts import Option, Part
from interview2flow.extraction.steps.mention import Mention

QUESTION: Final = "Who does it?"
NOBODY: Final = "nobody is named"


def why_actor(doc: Doc, clause: Clause, mention: Mention) -> Part:
    """The roles weighed for this telling, and what spoke for the chosen one; other tellings may have decided instead."""
    here = scene(doc, doc._.clauses)
    told = [doc._.clauses[number] for each in doc._.mentions for number in each.tellings]
    likely = choose.likelihoods(here, told)[told.index(clause)]
    names = {UNNAMED: NOBODY} | {role.index: role.name for role in here.roles}
    weighed = sorted(likely, key=lambda role: -likely[role])
    actor = doc._.actors.get(mention.id)
    answer = f"{actor.name} ({actor.provenance})" if actor else NOBODY
    options = tuple(Option(names[role], likely[role]) for role in weighed)
    tables = artefacts.read(choose.NAME)
    if tables is None or not weighed:
        return Part(QUESTION, f"{answer}, by rule", options)
    among = candidates(here, told)
    row = next(i for i, pair in enumerate(zip(among.clause, among.role, strict=True)) if pair == (told.index(clause), weighed[0]))
    return Part(QUESTION, answer, options, influences(ensemble.load(tables), among.rows, row, NAMES))
