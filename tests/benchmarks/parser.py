"""How well the shipped pipelines parse: `python -m tests.benchmarks.parser --treebanks DIR [--models DIR]`.

`DIR` holds CoNLL-U files, plain or gzipped, named `<language>_<treebank>-...-test.conllu[.gz]`. Parsed is raw text, up to eight
sentences at a time. Figures are percentages of the gold tokens, punctuation left out; a token that was cut otherwise counts as
wrong. Relations are compared without subtypes, as is usual with UD. Lemmas are the shipped tables', compared where tokens agree;
some treebanks have none. Sentences: F1 of those with the same beginning and end.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import spacy
from rich.console import Console
from rich.table import Table
from spacy.language import Language
from spacy.tokens import Doc, Token

from interview2flow.languages import lemma
from models.recipe import conllu
from models.recipe.conllu import Sentence
from models.recipe.corpus import groups

MODELS: Final = Path(__file__).parents[2] / "models"
COLUMNS: Final = ("upos", "uas", "las", "lemma", "sentences")


@dataclass(frozen=True, slots=True)
class Scores:
    """Percentages by name for one treebank, and words parsed in a second."""

    treebank: str
    percent: dict[str, float]
    speed: float


def score(nlp: Language, treebank: Path) -> Scores:
    """Parses a treebank's text and compares."""
    gold = [conllu.doc(nlp.vocab, map(_apart, group)) for group in groups(conllu.sentences(treebank))]
    began = time.perf_counter()
    parsed = list(nlp.pipe(doc.text.rstrip() for doc in gold))
    seconds = time.perf_counter() - began
    counts: Counter[str] = Counter()
    for reference, doc in zip(gold, parsed, strict=True):
        counts += compare(reference, doc)
    return Scores(treebank.name.partition(".")[0], _percent(counts), sum(map(len, parsed)) / seconds)


def _apart(sentence: Sentence) -> Sentence:
    """A sentence with a space behind it, also where a paragraph ended there."""
    *most, last = sentence.tokens
    return replace(sentence, tokens=(*most, replace(last, space=True)))


def compare(gold: Doc, parsed: Doc) -> Counter[str]:
    """Counts what agrees, and of how many."""
    counts: Counter[str] = Counter()
    at = {_span(token): token for token in parsed}
    for token in gold:
        if token.pos_ == "PUNCT":
            continue
        counts["tokens"] += 1
        if (guess := at.get(_span(token))) is None:
            continue
        same_head = _head(guess) == _head(token)
        counts["upos"] += guess.pos_ == token.pos_
        counts["uas"] += same_head
        counts["las"] += same_head and _relation(guess) == _relation(token)
        if token.lemma_:
            counts["lemmas"] += 1
            counts["lemma"] += lemma(guess.text, guess.pos_, parsed.lang_).lower() == token.lemma_.lower()
    true, found = _sentences(gold), _sentences(parsed)
    return counts + Counter({"sentences": 2 * len(true & found), "bounds": len(true) + len(found)})


def _percent(counts: Counter[str]) -> dict[str, float]:
    of = {"lemma": "lemmas", "sentences": "bounds"}
    return {name: 100 * counts[name] / total for name in COLUMNS if (total := counts[of.get(name, "tokens")])}


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)


def _head(token: Token) -> tuple[int, int] | None:
    return None if token.head == token else _span(token.head)


def _relation(token: Token) -> str:
    return "root" if token.head == token else token.dep_.partition(":")[0]


def _sentences(doc: Doc) -> set[tuple[int, int]]:
    return {(sentence.start_char, sentence.end_char) for sentence in doc.sents}


def main() -> None:
    """Prints a table of all test files in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=MODELS)
    arguments = parser.parse_args()
    table = Table("treebank", *COLUMNS, "words/s")
    for treebank in sorted(arguments.treebanks.glob("*-test.conllu*")):
        found = score(spacy.load(arguments.models / treebank.name.partition("_")[0]), treebank)
        table.add_row(
            found.treebank,
            *(f"{found.percent[name]:.1f}" if name in found.percent else "" for name in COLUMNS),
            f"{found.speed:,.0f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
