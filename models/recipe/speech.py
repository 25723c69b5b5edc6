"""Makes written sentences look like a transcript while training: `spacy train ... --code models/recipe/speech.py`.

Some documents lose their capitals, some their punctuation, some sentences the full stop and the capital they begin with, and
fillers are strewn in. The trees stay: what hung on dropped punctuation moves to its head, fillers hang on the root.
"""

# No annotations from __future__: spaCy loads this file without a module name, which dataclasses need for those.
import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

FILLERS: Final = tomllib.loads(Path(__file__).with_name("fillers.toml").read_text(encoding="utf-8"))
COMMAS: Final = 0.6
"""The share of fillers that stand between commas, where there is punctuation."""

ANNOTATION: Final = ("DEP", "HEAD", "SENT_START")
_INSEPARABLE: Final = frozenset({"fixed", "flat"})


@dataclass(frozen=True, slots=True)
class Style:
    """What happens to one document, drawn by chance; `ends` is the share of its sentences that lose end and capital."""

    lower: bool
    without_punctuation: bool
    ends: float
    fillers: float


@dataclass(frozen=True, slots=True)
class Word:
    """A token to be; `head` is the key of another word, its own for the root."""

    key: tuple[int, ...]
    form: str
    pos: str
    head: tuple[int, ...]
    dep: str
    morph: str = ""
    lemma: str = ""
    space: bool = True
    starts: bool = False


@dataclass(slots=True)
class Speech:
    """Turns documents into spoken ones."""

    language: str
    chance: random.Random
    words: list[Word] = field(default_factory=list)

    def of(self, written: Doc, style: Style) -> Doc:
        """The document as somebody might have said it."""
        self.words = []
        for sentence in written.sents:
            self._say(sentence, style)
        place = {word.key: i for i, word in enumerate(self.words)}
        return Doc(
            written.vocab,
            words=[word.form for word in self.words],
            spaces=[word.space for word in self.words],
            pos=[word.pos for word in self.words],
            morphs=[word.morph for word in self.words],
            lemmas=[word.lemma for word in self.words],
            heads=[place[word.head] for word in self.words],
            deps=[word.dep for word in self.words],
            sent_starts=[word.starts for word in self.words],
        )

    def _say(self, sentence: Span, style: Style) -> None:
        ends = not style.without_punctuation and self.chance.random() < style.ends
        kept = [token for token in sentence if token.dep_ == "ROOT" or not self._dropped(token, sentence, style, ends=ends)]
        there = {token.i for token in kept}
        for i, token in enumerate(kept):
            head = token.head
            while head.i not in there:
                head = head.head
            lower = style.lower or (i == 0 and ends and token.pos_ != "PROPN")
            self.words.append(
                Word(
                    key=(token.i,),
                    form=token.text.lower() if lower else token.text,
                    pos=token.pos_,
                    head=(head.i,),
                    dep=token.dep_,
                    morph=str(token.morph),
                    lemma=token.lemma_,
                    space=bool(token.whitespace_) or token.i + 1 not in there,
                    starts=i == 0,
                )
            )
            if self.words[-1].space and token.dep_ not in _INSEPARABLE and self.chance.random() < style.fillers:
                self._hesitate(token.i, sentence.root.i, commas=not style.without_punctuation and self.chance.random() < COMMAS)

    @staticmethod
    def _dropped(token: spacy.tokens.Token, sentence: Span, style: Style, *, ends: bool) -> bool:
        if token.pos_ != "PUNCT":
            return False
        return style.without_punctuation or (ends and token.text == "." and token.i == sentence.end - 1)

    def _hesitate(self, after: int, root: int, *, commas: bool) -> None:
        """Puts a filler behind a token."""
        first, *rest = self.chance.choice(FILLERS[self.language]).split()
        if commas:
            self.words[-1] = replace(self.words[-1], space=False)
            self.words.append(Word((after, 0), ",", "PUNCT", (after, 1), "punct", lemma=","))
        self.words.append(Word((after, 1), first, "INTJ", (root,), "discourse", lemma=first))
        self.words.extend(Word((after, 2 + i), word, "INTJ", (after, 1), "fixed", lemma=word) for i, word in enumerate(rest))
        if commas:
            self.words[-1] = replace(self.words[-1], space=False)
            self.words.append(Word((after, -1), ",", "PUNCT", (after, 1), "punct", lemma=","))


@spacy.registry.augmenters("i2f.speech_augmenter.v1")
def speech_augmenter(
    *, level: float, lower: float, nopunct: float, start_lower: float, filler: float, seed: int = 0
) -> Callable[[Language, Example], Iterator[Example]]:
    """Turns the share `level` of all documents into speech; the other shares are those of documents with each property."""
    chance = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        written = example.reference
        if chance.random() >= level or len(written) < 2 or not all(map(written.has_annotation, ANNOTATION)):  # noqa: PLR2004
            yield example
            return
        style = Style(chance.random() < lower, chance.random() < nopunct, start_lower, filler)
        spoken = Speech(nlp.lang, chance).of(written, style)
        yield Example(nlp.make_doc(spoken.text), spoken)

    return augment
