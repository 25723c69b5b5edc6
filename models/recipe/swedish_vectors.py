"""Word vectors for Swedish from inflection tables: `python -m models.recipe.swedish_vectors build/sv-vectors`.

The tables of spacy-lookups-data (MIT) say which lemma each of 740,000 forms belongs to. A form's vector describes the endings
that its lemma takes (its word class, nearly) and the ending it has itself; similar vectors are made one, so that only 1,500 rows
and the forms' hashes are stored. Worth 2 points of labelled attachment on Talbanken.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

import numpy as np
import spacy
from scipy.sparse import csr_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize
from spacy.strings import hash_string
from spacy.vectors import Vectors

from models.recipe.lookups import lookup_table

RAREST: Final = 20
"""Lemmas that must take an ending for it to count."""

PARADIGM_WIDTH: Final = 24
OWN_WIDTH: Final = 16
ROWS: Final = 1500
LONGEST_ENDING: Final = 6
LONGEST_LEMMA_ENDING: Final = 5
OTHER: Final = "?"


def table() -> dict[str, str]:
    """The lemma of each Swedish form."""
    return {form: lemma for form, lemma in lookup_table("sv").items() if len(form) > 1 and not {" ", "_"}.intersection(form)}


def inflection(form: str, lemma: str) -> str:
    """What tells form and lemma apart: `fakturorna`, `faktura` → "a>orna"."""
    same = next((i for i, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), min(len(form), len(lemma)))
    old, new = lemma[same:], form[same:]
    return f"{old if len(old) <= LONGEST_LEMMA_ENDING else OTHER}>{new if len(new) <= LONGEST_ENDING else OTHER}"


def vectors(lemmas: dict[str, str]) -> tuple[list[str], np.ndarray]:
    """The forms, and a row of numbers for each."""
    paradigms: defaultdict[str, set[str]] = defaultdict(set)
    for form, lemma in lemmas.items():
        paradigms[lemma].add(inflection(form, lemma))
    counts = Counter(ending for endings in paradigms.values() for ending in endings)
    column = {ending: i for i, ending in enumerate(e for e, count in counts.items() if count >= RAREST)}
    row = {lemma: i for i, lemma in enumerate(sorted(paradigms))}
    places = [(row[lemma], column[e]) for lemma, endings in paradigms.items() for e in endings if e in column]
    taken = normalize(csr_matrix((np.ones(len(places)), tuple(zip(*places, strict=True))), shape=(len(row), len(column))))
    of_paradigm = normalize(TruncatedSVD(PARADIGM_WIDTH, random_state=0).fit_transform(taken))
    of_ending = normalize(TruncatedSVD(OWN_WIDTH, random_state=0).fit(taken).components_.T)
    nothing = np.zeros(OWN_WIDTH)
    own = {form: of_ending[column[e]] if (e := inflection(form, lemma)) in column else nothing for form, lemma in lemmas.items()}
    lemma_of = lemmas | {lemma: lemma for lemma in row if lemma not in lemmas and not {" ", "_"}.intersection(lemma)}
    forms = list(lemma_of)
    return forms, np.array([np.concatenate([of_paradigm[row[lemma_of[f]]], own.get(f, nothing)]) for f in forms], dtype="f4")


def write(out: Path) -> None:
    """A blank Swedish pipeline with these vectors, looked up by the small-letter form."""
    forms, rows = vectors(table())
    clusters = MiniBatchKMeans(ROWS, random_state=0, batch_size=8192, n_init=1, max_iter=20).fit(rows)
    nlp = spacy.blank("sv")
    centres = clusters.cluster_centers_.astype("f4")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=centres, name="sv_lexvec", attr="LOWER")
    for form, cluster in zip(forms, clusters.labels_, strict=True):
        nlp.vocab.vectors.add(hash_string(form.lower()), row=int(cluster))
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    write(parser.parse_args().out)
