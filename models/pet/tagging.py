"""Finds mentions: labels each word by a conditional random field, and says how sure it is of each mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from models.pet import spans, words
from models.pet.crf import Field
from models.pet.documents import TYPES, Document, Mention
from models.pet.reading import Reading

OUTSIDE: Final = "O"
LABELS: Final = (OUTSIDE, *(f"{part}-{kind}" for kind in TYPES for part in "BI"))
THRESHOLD: Final = 0.45
UNLIKELY: Final = spans.FLOOR / 2
"""How sure the field is of a span that it does not even name."""


@dataclass(frozen=True)
class Chances:
    """How likely each span of a description is a mention."""

    of: Mapping[Mention, float]
    lengths: Sequence[int]

    def best(self, threshold: float = THRESHOLD) -> list[Mention]:
        """The mentions to say, in the order of the text."""
        by_sentence: list[dict[spans.Span, float]] = [{} for _ in self.lengths]
        for mention, chance in self.of.items():
            by_sentence[mention.sent][mention.start, mention.end, mention.type] = chance
        return sorted(
            Mention(number, *span)
            for number, (here, length) in enumerate(zip(by_sentence, self.lengths, strict=True))
            for span in spans.choose(here, length, threshold)
        )

    def sure(self, mention: Mention) -> float:
        """How likely this mention is."""
        return self.of.get(mention, UNLIKELY)


def find(field: Field, reading: Reading) -> Chances:
    """How likely each span is by a trained field."""
    described = words.describe(reading)
    found = {
        Mention(number, *span): chance
        for number, sentence in enumerate(described)
        for span, chance in spans.likely(field, field.ratings(sentence)).items()
    }
    return Chances(found, [len(sentence) for sentence in described])


def tags(document: Document) -> list[list[str]]:
    """The label of each word by the mentions marked in a document."""
    labels = [[OUTSIDE] * len(sentence) for sentence in document.sentences]
    for mention in document.mentions:
        for place in range(mention.start, mention.end):
            labels[mention.sent][place] = f"{'B' if place == mention.start else 'I'}-{mention.type}"
    return labels
