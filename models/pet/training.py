"""Trains the model for PET, with or without some of the documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

from models.pet import crf_training, tagging, words
from models.pet.crf import Field
from models.pet.documents import Document
from models.pet.elements import Elements
from models.pet.model import Model
from models.pet.reading import Reading, read
from models.pet.relating_training import Example, train

PENALTY: Final = 1.0

Folds = frozenset[int]


class Trainer:
    """Models of the documents without some folds; `further` ones, which have no relations, teach mentions to all of them."""

    def __init__(self, documents: Sequence[Document], further: Sequence[Document]) -> None:
        self.documents = documents
        self.further = further
        self.readings: dict[str, Reading] = {document.name: read(document) for document in documents}
        self.fields: dict[Folds, Field] = {}

    def model(self, without: Folds = frozenset()) -> Model:
        """The model of all documents that are not in the folds left out."""
        examples = [
            example
            for document in self.documents
            if document.fold not in without
            for example in self._examples(document, without)
        ]
        return Model(self.field(without), train(examples))

    def field(self, without: Folds) -> Field:
        """What finds mentions; trained once for the same folds."""
        if without not in self.fields:
            chosen = [(document, self.described[document.name]) for document in self.documents if document.fold not in without]
            chosen += [(document, words.describe(read(document))) for document in self.further]
            described = [sentence for _, sentences in chosen for sentence in sentences]
            tags = [sentence for document, _ in chosen for sentence in tagging.tags(document)]
            self.fields[without] = crf_training.train(described, tags, tagging.LABELS, penalty=PENALTY)
        return self.fields[without]

    @cached_property
    def described(self) -> dict[str, list[list[list[str]]]]:
        """The features of each document's words."""
        return {name: words.describe(reading) for name, reading in self.readings.items()}

    def _examples(self, document: Document, without: Folds) -> list[Example]:
        """A document with the mentions marked in it, and with those found by what has not seen it; both as sure as that is."""
        reading = self.readings[document.name]
        chances = tagging.find(self.field(without | {document.fold}), reading)
        return [
            Example(document, Elements(reading, mentions, [chances.sure(mention) for mention in mentions]))
            for mentions in (document.mentions, chances.best())
        ]
