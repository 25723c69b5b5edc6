"""Finds process elements and their relations in descriptions: the trained parts together, and how they are stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from interview2flow.extraction import artefacts, judge
from models.pet import crf, tagging
from models.pet.crf import Field
from models.pet.documents import Document
from models.pet.elements import Elements
from models.pet.reading import read
from models.pet.relating import KINDS, Relater

SHIPPED: Final = Path(__file__).with_name("pet.npz")


@dataclass(frozen=True)
class Model:
    """What finds mentions, and what relates them."""

    field: Field
    relater: Relater

    def predict(self, document: Document) -> Document:
        """The same words with mentions and relations; whatever is marked in the document is not looked at."""
        reading = read(document)
        chances = tagging.find(self.field, reading)
        mentions = tuple(chances.best())
        elements = Elements(reading, mentions, [chances.sure(mention) for mention in mentions])
        return replace(document, mentions=mentions, relations=self.relater.relations(elements))

    def save(self, path: Path) -> None:
        """Stores the model as one NumPy archive."""
        arrays = artefacts.prefixed(crf.tables(self.field), "field")
        for kind, each in self.relater.judges.items():
            arrays |= artefacts.prefixed(each.tables(), kind)
        artefacts.write(path, **arrays)


def load(path: Path = SHIPPED) -> Model:
    """A stored model."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    judges = {kind: judge.load(artefacts.part(arrays, kind)) for kind in KINDS}
    return Model(crf.load(artefacts.part(arrays, "field")), Relater(judges))
