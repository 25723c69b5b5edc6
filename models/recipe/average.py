"""Averages two pipelines of one architecture: `python -m models.recipe.average FIRST SECOND OUT [--share 0.5]`.

Weights of token vectors and parser are averaged, all else is the second's. Between a teacher and what was trained from it, the
mean is better than both.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

import spacy

AVERAGED: Final = ("tok2vec", "parser")


def average(first: Path, second: Path, out: Path, *, share: float) -> None:
    """Writes `share` of the second and the rest of the first."""
    one, two = spacy.load(first), spacy.load(second)
    if one.get_pipe("parser").move_names != two.get_pipe("parser").move_names:
        raise SystemExit("The parsers have different labels and cannot be averaged.")
    for name in AVERAGED:
        for a, b in zip(one.get_pipe(name).model.walk(), two.get_pipe(name).model.walk(), strict=True):
            for weight in b.param_names:
                if a.has_param(weight) and b.has_param(weight) and a.get_param(weight).shape == b.get_param(weight).shape:
                    b.set_param(weight, (1 - share) * a.get_param(weight) + share * b.get_param(weight))
    two.to_disk(out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.5, help="of the second, 0 to 1")
    arguments = parser.parse_args()
    average(arguments.first, arguments.second, arguments.out, share=arguments.share)
