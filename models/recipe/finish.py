"""Makes a trained pipeline fit to ship: `python -m models.recipe.finish TRAINED models/<code>`.

Dropped is what running it does not need: the edit-tree lemmatizer, which only helped training (lemmas come from the table), and
the strings of words seen in training, which lie in nobody's way but weigh megabytes. Weights are rounded to half precision and
stored as single: the same analyses, but the files pack to two thirds.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language

SOURCES = Path(__file__).with_name("sources.toml")
LEMMATIZER = "trainable_lemmatizer"


def needed_strings(nlp: Language) -> set[str]:
    """The strings that analysing refers to: the language's own, the labels, and the parts of labels."""
    needed = set(spacy.blank(nlp.lang).vocab.strings)
    needed.add(nlp.vocab.vectors.name or "")
    for name in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(name), "labels", ()):
            features = label.split("|")
            needed.update([label, *features, *(part for feature in features for part in feature.split("="))])
    mapping = nlp.get_pipe("morphologizer").cfg["labels_morph"]
    return needed | set(mapping) | set(mapping.values())


def round_weights(nlp: Language) -> None:
    """Rounds every weight and vector to half precision, in place."""
    for name in nlp.pipe_names:
        for node in nlp.get_pipe(name).model.walk():
            for weight in filter(node.has_param, node.param_names):
                node.set_param(weight, node.get_param(weight).astype(np.float16).astype(np.float32))
    vectors = nlp.vocab.vectors.data
    vectors[:] = vectors.astype(np.float16)


def describe(nlp: Language) -> None:
    """Says in `meta.json` what this is and whose work it stands on; in `config.cfg` the paths that the recipe uses."""
    told = tomllib.loads(SOURCES.read_text(encoding="utf-8"))
    nlp.meta.update(told["common"] | told[nlp.lang])
    nlp.config["paths"].update(train=f"corpus/{nlp.lang}-train.spacy", dev=f"corpus/{nlp.lang}-dev.spacy")
    if nlp.config["paths"].get("vectors"):
        nlp.config["paths"]["vectors"] = f"build/{nlp.lang}-vectors"


def finish(trained: Path, out: Path) -> None:
    """The pipeline in `trained`, ready to ship, in `out`."""
    nlp = spacy.load(trained)
    if LEMMATIZER in nlp.pipe_names:
        nlp.remove_pipe(LEMMATIZER)
    round_weights(nlp)
    describe(nlp)
    out.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    strings = out / "vocab" / "strings.json"
    kept = sorted(needed_strings(nlp).intersection(json.loads(strings.read_text(encoding="utf-8"))))
    strings.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    finish(arguments.trained, arguments.out)
