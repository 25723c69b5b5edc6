"""Tables of dictionary forms: `python -m models.recipe.lemmas LANGUAGE models/<code> TREEBANK.conllu[.gz]...`.

Writes `lemmas.json.gz`, the lemma of each `form|UPOS` in the treebanks, and `endings.json.gz`, rules for all other words: for
each part of speech the shortest endings that decide how a form becomes its lemma, learned from the treebanks and from a lookup
table. A rule `"orna": "4a"` reads: take off 4 letters, add "a". `^` stands for the word's beginning.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from models.recipe.conllu import sentences
from models.recipe.lookups import lookup_table

CLOSED: Final = frozenset({"PUNCT", "SYM", "X"})
INFLECTED: Final = ("ADJ", "ADV", "AUX", "NOUN", "NUM", "PRON", "PROPN", "VERB")
OPEN: Final = ("ADJ", "NOUN", "VERB")
TREEBANK_WEIGHT: Final = 3
LEMMA_ENDINGS: Final = (4, 3, 2)
SURE: Final = 0.8
"""The share of lemmas that end alike from which their class is taken for that of an unknown lemma."""


Edit = tuple[int, str]
"""How many letters to take off, and what to add."""

Item = tuple[str, Edit, int]
"""A form written backwards with `^` behind it, its edit, and how often it counts."""


def table(paths: Iterable[Path]) -> dict[str, str]:
    """The commonest lemma of each `form|UPOS`, forms in small letters."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for token in (token for sentence in sentences(path) for token in sentence.tokens):
            if token.lemma and token.pos and token.pos not in CLOSED:
                seen[f"{token.form.lower()}|{token.pos}"][token.lemma] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in sorted(seen.items())}


def endings(words: Mapping[str, str], dictionary: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The rules of each part of speech."""
    pairs: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for key, lemma in words.items():
        form, _, pos = key.rpartition("|")
        pairs[pos][form, lemma.lower()] += TREEBANK_WEIGHT
    for form, lemma, pos in _classified(words, dictionary):
        pairs[pos][form, lemma] += 1
    return {pos: _rules(pairs[pos]) for pos in INFLECTED if pos in pairs}


def _classified(words: Mapping[str, str], dictionary: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The dictionary's pairs with likely parts of speech: those of the lemma in the treebanks, or of lemmas that end alike."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for key, lemma in words.items():
        known[lemma.lower()].add(key.rpartition("|")[2])
    alike: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for lemma, classes in known.items():
        for length in LEMMA_ENDINGS:
            alike[lemma[-length:]].update(classes.intersection(OPEN))
    for form in dictionary:
        lemma = dictionary[form]
        if form.isalpha() and form.islower() and lemma.islower():
            classes = known[lemma].intersection((*OPEN, "ADV")) if lemma in known else _alike(lemma, alike)
            yield from ((form, lemma, pos) for pos in sorted(classes))


def _alike(lemma: str, alike: Mapping[str, Counter[str]]) -> set[str]:
    for length in LEMMA_ENDINGS:
        if classes := alike.get(lemma[-length:]):
            return {pos for pos, count in classes.items() if count >= SURE * classes.total()}
    return set()


def _rules(pairs: Mapping[tuple[str, str], int]) -> dict[str, str]:
    """The decision list over ever longer endings: a rule only where it decides other than the shorter ending does."""
    weights: Counter[tuple[str, Edit]] = Counter()
    for (form, lemma), weight in pairs.items():
        weights[f"{form[::-1]}^", _edit(form, lemma)] += weight
    items = [(form, edit, weight) for (form, edit), weight in sorted(weights.items())]
    rules: dict[str, str] = {}
    waiting: list[tuple[Sequence[Item], int, Edit | None]] = [(items, 0, None)]
    while waiting:
        alike, depth, inherited = waiting.pop()
        counts: Counter[Edit] = Counter()
        for _, edit, weight in alike:
            counts[edit] += weight
        best = min(counts, key=lambda edit: (-counts[edit], edit))
        if best[0] <= depth and best != inherited:
            rules[alike[0][0][:depth][::-1]] = f"{best[0]}{best[1]}"
            inherited = best
        if set(counts) != {inherited}:
            waiting.extend((longer, depth + 1, inherited) for longer in _longer(alike, depth))
    return dict(sorted(rules.items()))


def _longer(items: Sequence[Item], depth: int) -> Iterator[Sequence[Item]]:
    """The items, which agree in their last `depth` letters, by the letter before."""
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if len(item[0]) > depth:
            groups[item[0][depth]].append(item)
    yield from groups.values()


def _edit(form: str, lemma: str) -> Edit:
    common = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    return len(form) - common, lemma[common:]


def write(path: Path, content: object) -> None:
    """Packs JSON, the same bytes each time."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("out", type=Path)
    parser.add_argument("treebanks", type=Path, nargs="+")
    arguments = parser.parse_args()
    found = table(arguments.treebanks)
    write(arguments.out / "lemmas.json.gz", found)
    rules = endings(found, lookup_table(arguments.language))
    write(arguments.out / "endings.json.gz", rules)
    print(arguments.language, len(found), "forms", {pos: len(endings) for pos, endings in rules.items()}, "rules")
