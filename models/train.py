"""Trains the extraction's learned parts on the interview cases, or cross-validates them through the real way.

python -m models.train               train on all cases, write models/extraction/*.npz
python -m models.train --cv          train on nine tenths, draft the others, ten times; print the scores
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from models.training import cases, crossval, parts

HERE = Path(__file__).resolve().parent


def train(names: list[str], folder: Path, *, chosen: Sequence[str] = parts.PARTS) -> None:
    """Trains the chosen parts on the named cases."""
    loaded = [cases.load(name) for name in names]
    for part in parts.parts(chosen):
        started = time.perf_counter()
        part.train(loaded, folder)
        print(f"{part.__name__}: {time.perf_counter() - started:.1f} s", file=sys.stderr)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m models.train", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cv", action="store_true", help="cross-validate instead of writing the tables")
    parser.add_argument("--given-only", action="store_true", help="leave the further cases out of the training")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--out", type=Path, help="where the tables go; with --cv, the predictions")
    parser.add_argument("--only", nargs="*", help="with --cv, only folds that hold one of these cases")
    parser.add_argument("--tables", type=Path, help="with --cv, keep each fold's tables here")
    parser.add_argument(
        "--retrain", nargs="*", choices=parts.PARTS, help="train these parts alone, or none; the others stay as they lie"
    )
    parser.add_argument("--without", nargs="*", choices=parts.PARTS, default=[], help="with --cv, leave these parts to the rules")
    parser.add_argument(
        "--verbose", action="store_true", help="with --cv, show each step that matched, was missed or was made up"
    )
    options = parser.parse_args()
    train_chosen = partial(train, chosen=parts.PARTS if options.retrain is None else options.retrain)
    names, further = cases.names(), [] if options.given_only else cases.names(cases.MORE)
    if options.cv:
        out = options.out or HERE.parent / "out" / "cv"
        crossval.run(
            names,
            further=further,
            count=options.folds,
            out=out,
            train=train_chosen,
            tables=options.tables,
            without=options.without,
            only=options.only,
            verbose=options.verbose,
        )
    else:
        train_chosen([*names, *further], options.out or HERE / "extraction")


if __name__ == "__main__":
    main()
