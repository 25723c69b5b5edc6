"""The Finnish teacher, compressed, as the start of training: `python -m models.recipe.finnish_start build/fi-vectors`.

`spacy_fi_experimental_web_md` (MIT) holds 50,000 floret rows of 300 numbers, of which its token vectors use a projection.
The product of table and projection is factored; of 60 MB, 13 stay.
"""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
import spacy
from spacy.lookups import Lookups
from spacy.vectors import Vectors

TEACHER: Final = "spacy_fi_experimental_web_md"
UNUSED: Final = ("ner", "lemmatizer", "tagger", "attribute_ruler")


def teacher_folder() -> Path:
    """Where the teacher's data lie; importing its package would ask for the libvoikko that its lemmatizer needs."""
    package = find_spec(TEACHER)
    if package is None or not package.submodule_search_locations:
        raise SystemExit("pip install --no-deps spacy-fi-experimental-web-md")
    return next(Path(package.submodule_search_locations[0]).rglob("config.cfg")).parent


def write(out: Path, *, rank: int) -> None:
    """Writes the teacher with `rank` numbers to a row, and tells how much of the vectors' effect is kept."""
    nlp = spacy.load(teacher_folder(), exclude=UNUSED)
    old = nlp.vocab.vectors
    node = next(node for node in nlp.get_pipe("tok2vec").model.walk() if node.name == "static_vectors")
    used = old.data @ node.get_param("W").T
    _, strengths, directions = np.linalg.svd(used, full_matrices=False)
    kept = np.ascontiguousarray(directions[:rank].T, dtype="f4")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings,
        data=np.ascontiguousarray(used @ kept, dtype="f4"),
        mode="floret",
        minn=old.minn,
        maxn=old.maxn,
        hash_count=old.hash_count,
        hash_seed=old.hash_seed,
        bow=old.bow,
        eow=old.eow,
        name=f"fi_floret_rank{rank}",
    )
    node._dims["nM"] = rank  # noqa: SLF001 (thinc lets nobody change a dimension)
    node.set_param("W", kept)
    nlp.vocab.lookups = Lookups()
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    print(f"{(strengths[:rank] ** 2).sum() / (strengths**2).sum():.1%} kept")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rank", type=int, default=64)
    arguments = parser.parse_args()
    write(arguments.out, rank=arguments.rank)
