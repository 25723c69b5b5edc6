"""Training data for spaCy: `python -m models.recipe.corpus LANGUAGE OUT.spacy TREEBANK.conllu[.gz]... [--labels-of PIPELINE]`.

Sentences are put together to documents of one to eight, so that the parser learns where sentences end. Finnish keeps all
subtypes of relations that its teacher knows: `--labels-of build/fi-vectors`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import spacy
from spacy.tokens import DocBin

from models.recipe import conllu
from models.recipe.conllu import Sentence

LONGEST: Final = 8
"""Sentences in a document."""


def groups(sentences: Iterable[Sentence], *, longest: int = LONGEST, seed: int = 0) -> Iterator[list[Sentence]]:
    """Runs of one to `longest` sentences, ending early where the source begins a new paragraph."""
    chance = random.Random(seed)
    group: list[Sentence] = []
    length = chance.randint(1, longest)
    for sentence in sentences:
        if len(group) >= length or (group and sentence.begins and len(group) >= max(1, length // 2)):
            yield group
            group, length = [], chance.randint(1, longest)
        group.append(sentence)
    if group:
        yield group


def write(language: str, out: Path, treebanks: Iterable[Path], *, subtypes: frozenset[str]) -> int:
    """Writes a `.spacy` file and tells how many documents it holds."""
    vocab = spacy.blank(language).vocab
    packed = DocBin(store_user_data=False)
    for treebank in treebanks:
        for group in groups(conllu.sentences(treebank, subtypes=subtypes)):
            packed.add(conllu.doc(vocab, group))
    out.parent.mkdir(parents=True, exist_ok=True)
    packed.to_disk(out)
    return len(packed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("out", type=Path)
    parser.add_argument("treebanks", type=Path, nargs="+")
    parser.add_argument("--labels-of", help="a pipeline whose parser's labels are kept")
    arguments = parser.parse_args()
    teacher = spacy.load(arguments.labels_of) if arguments.labels_of else None
    kept = frozenset(teacher.get_pipe("parser").labels) if teacher else conllu.SUBTYPES
    print(write(arguments.language, arguments.out, arguments.treebanks, subtypes=kept), "documents in", arguments.out)
