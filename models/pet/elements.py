"""The mentions of one description, with what relations between them are judged by."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from spacy.tokens import Token

from models.pet.documents import ACTIVITY, AND, CONDITION, TYPES, XOR, Mention
from models.pet.reading import Reading, has, mark, passive, relation

BEHAVIOUR: Final = (ACTIVITY, XOR, AND, CONDITION)
"""What sequence flow runs between."""
GATEWAYS: Final = (XOR, AND)
FAR: Final = 20
"""The way between words of two sentences."""


@dataclass(frozen=True)
class Elements:
    """`mentions` in the order of the text; `sure[i]` says how likely mention i is one at all."""

    reading: Reading
    mentions: Sequence[Mention]
    sure: Sequence[float]

    @cached_property
    def starts(self) -> list[int]:
        """The first token of each mention."""
        return [self.reading.starts[mention.sent] + mention.start for mention in self.mentions]

    @cached_property
    def ends(self) -> list[int]:
        """The token behind each mention."""
        return [self.reading.starts[mention.sent] + mention.end for mention in self.mentions]

    @cached_property
    def heads(self) -> list[Token]:
        """The word of each mention on which its others hang."""
        return [self.reading.doc[start:end].root for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def behaviour(self) -> list[int]:
        """The mentions that flow runs between."""
        return [number for number, mention in enumerate(self.mentions) if mention.type in BEHAVIOUR]

    @cached_property
    def place(self) -> dict[int, int]:
        """Where a mention stands among those of `behaviour`."""
        return {number: place for place, number in enumerate(self.behaviour)}

    @cached_property
    def together(self) -> list[list[int]]:
        """The mentions of each sentence."""
        grouped: list[list[int]] = [[] for _ in self.reading.sentences]
        for number, mention in enumerate(self.mentions):
            grouped[mention.sent].append(number)
        return grouped

    @cached_property
    def activity_at(self) -> dict[int, int]:
        """The activity that a token belongs to."""
        return {
            token: number
            for number, mention in enumerate(self.mentions)
            if mention.type == ACTIVITY
            for token in range(self.starts[number], self.ends[number])
        }

    def governor(self, number: int) -> tuple[int | None, int]:
        """The activity under which a mention hangs, and how many steps up the tree it is."""
        token, steps = self.heads[number], 0
        while token.head.i != token.i:
            token, steps = token.head, steps + 1
            if token.i in self.activity_at:
                return self.activity_at[token.i], steps
        return None, steps

    def kind(self, number: int) -> str:
        """The type of a mention."""
        return self.mentions[number].type

    def sentence_start(self, number: int) -> int:
        """The first token of a mention's sentence."""
        return self.reading.starts[self.mentions[number].sent]

    def cues(self, prefix: str, start: int, end: int) -> dict[str, float]:
        """How often each kind of cue stands between two tokens."""
        doc = self.reading.doc
        known = (_cues().get(doc[place].lower_) for place in range(max(start, 0), min(end, len(doc))))
        return {f"{prefix} {cue}": count for cue, count in Counter(cue for cue in known if cue).items()}

    def counts(self, prefix: str, numbers: Sequence[int]) -> dict[str, float]:
        """How many mentions of each type are among these."""
        counted = Counter(self.kind(number) for number in numbers)
        return {f"{prefix} {kind}": counted[kind] for kind in TYPES}

    def verb(self, prefix: str, number: int) -> dict[str, float]:
        """What an activity's verb is like."""
        verb = self.heads[number]
        said = {"passive": passive(verb), "subject": has(verb, "nsubj"), "object": has(verb, "obj")}
        features = {f"{prefix} {name}": float(value) for name, value in said.items()}
        opener = mark(verb)
        names = [f"dep {relation(verb)}", f"pos {verb.pos_}", f"mark {'to' if opener == 'to' else _cues().get(opener, '')}"]
        names += [f"means {meaning}" for meaning in self.reading.meanings(verb)]
        return features | {f"{prefix} {name}": 1.0 for name in names}


def way(start: Token, end: Token) -> tuple[int, int]:
    """Steps up from one word, and down to the other, through the tree."""
    up = {start.i: 0}
    while start.head.i != start.i:
        start = start.head
        up[start.i] = len(up)
    down = 0
    while end.i not in up:
        if end.head.i == end.i:
            return FAR, FAR
        end, down = end.head, down + 1
    return up[end.i], down


@cache
def _cues() -> dict[str, str]:
    known = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))["cues"]
    return {word: cue for cue, words in known.items() for word in words}
