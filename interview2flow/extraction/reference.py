"""What "it" stands for where a step's object is a pronoun."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cached_property
from math import log2, sqrt
from typing import Final

from interview2flow.extraction.actors.references import is_listed
from interview2flow.extraction.actors.words import words
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.frame import Frame
from interview2flow.extraction.tree import Tree
from interview2flow.languages import texts

NAMING: Final = frozenset({"NOUN", "PROPN"})
BACK: Final = 8
"""So many clauses are searched backwards."""
WEIGHTS: Final = {"object": 1.0, "patient": 1.0, "being": 0.6, "doer": 0.25, "oblique": 0.35}
"""How likely a later pronoun takes up what played this part."""
HANDLED: Final = frozenset({"object", "patient"})
DECAY: Final = 0.8
DISAGREES: Final = 0.3
ACTS: Final = 0.4
"""How much less likely what mostly acts is what is acted on."""
PASSING: Final = 2
"""What the interview names so seldom is taken up only where something is done to it: "life is good" speaks of nothing."""
IN_STEP: Final = 2.0
"""How much likelier a pronoun takes up what another step deals with."""


class Referents:
    """Finds the nouns behind the pronouns of one Doc; remembers what it found."""

    def __init__(
        self, tree: Tree, clauses: Sequence[Clause], parts: Sequence[Frame], language: str, steps: Collection[int]
    ) -> None:
        self.tree = tree
        self.clauses = clauses
        self.parts = parts
        self.steps = steps
        catalogue = texts(language, "labels")
        self.one, self.many = frozenset(catalogue["pronouns_one"]), frozenset(catalogue["pronouns_many"])
        self.circumstances = frozenset(catalogue["circumstances"])
        self.workers = words(language)
        self.known: dict[int, int | None] = {}

    def of(self, pronoun: int, number: int) -> int | None:
        """The token of the noun that a pronoun of the clause stands for; None where that is not clear."""
        if pronoun not in self.known:
            self.known[pronoun] = None  # no circles
            self.known[pronoun] = self._search(pronoun, number)
        return self.known[pronoun]

    @cached_property
    def told(self) -> Counter[str]:
        """How often each noun is named."""
        return Counter([lemma for lemma, pos in zip(self.tree.lemma, self.tree.pos, strict=True) if pos in NAMING])

    def _search(self, pronoun: int, number: int) -> int | None:
        word = self.tree.lower[pronoun]
        if word not in self.one and word not in self.many:
            return None
        scores: dict[int, float] = {}
        for distance, back in enumerate(range(number, max(-1, number - BACK), -1)):
            for role, token in self._things(back):
                if token >= pronoun or (back == number and role == "doer"):
                    continue
                noun: int | None = token
                if self.tree.pos[token] in {"PRON", "DET"}:
                    noun = self.of(token, back) if token != pronoun else None
                if noun is None or not self._may_mean(word, noun) or (role not in HANDLED and self._in_passing(noun)):
                    continue
                score = WEIGHTS[role] * DECAY**distance * (1.0 if self._agree(word, noun) else DISAGREES) * self._salience(noun)
                scores[noun] = scores.get(noun, 0.0) + score * (IN_STEP if back in self.steps else 1.0)
        return max(scores, key=lambda noun: (scores[noun], noun), default=None)

    def _things(self, number: int) -> list[tuple[str, int]]:
        frame, tree = self.parts[number], self.tree
        acting = tree.pos[frame.head] == "VERB" and not frame.passive and frame.object is not None
        role = "patient" if frame.passive else "doer" if acting else "being"
        found = [("object", frame.object), (role, None if frame.shared else frame.subject)]
        found += [("oblique", token) for token in frame.obliques]
        if tree.pos[frame.head] in {"NOUN", "PROPN"}:
            found.append(("being", frame.head))
        return [(role, token) for role, token in found if token is not None]

    def _salience(self, noun: int) -> float:
        """How much the interview is about a thing: what it comes back to, and what is handled rather than acts."""
        lemma = self.tree.lemma[noun]
        acting, handled = self._parts_played
        acts = acting[lemma] > handled[lemma]
        return sqrt(log2(1 + self.told[lemma])) * (ACTS if acts else 1.0)

    def _in_passing(self, noun: int) -> bool:
        return self.told[self.tree.lemma[noun]] <= PASSING

    @cached_property
    def _parts_played(self) -> tuple[Counter[str], Counter[str]]:
        """How often each noun does something, and how often something is done to it."""
        acting: Counter[str] = Counter()
        handled: Counter[str] = Counter()
        for frame in self.parts:
            if frame.subject is not None:
                (handled if frame.passive else acting)[self.tree.lemma[frame.subject]] += 1
            if frame.object is not None:
                handled[self.tree.lemma[frame.object]] += 1
        return acting, handled

    def _may_mean(self, word: str, noun: int) -> bool:
        """Whether the pronoun can stand for the noun; "it" is never somebody who works."""
        if self.tree.pos[noun] not in NAMING or self.tree.lemma[noun] in self.circumstances:
            return False
        return word not in self.workers.thing or not is_listed(self.tree, noun, self.workers)

    def _agree(self, word: str, noun: int) -> bool:
        plural = "Number=Plur" in self.tree.morph[noun]
        return plural if word in self.many else not plural
