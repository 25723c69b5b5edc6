"""How well process elements are found in written descriptions, against the PET data set.

python -m tests.benchmarks.pet --documents FILE [--out PREDICTED]   predict with the shipped model; scores where FILE is marked
python -m tests.benchmarks.pet --cv [FILE] [--out PREDICTED]        train without a fold of FILE, predict it, fold after fold

Only names and sentences are read for predicting. Figures are precision, recall and F1 (x100), pooled over all documents, of
mentions with exactly the right words, and of relations whose type and both mentions are right, as published work reports them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from models.pet import documents, markup, model, scoring
from models.pet.documents import Document
from models.pet.train import DEVELOPMENT, FURTHER
from models.pet.training import Trainer


def predicted(given: Sequence[Document]) -> list[Document]:
    """What the shipped model finds."""
    shipped = model.load()
    return [shipped.predict(document) for document in given]


def cross_validated(given: Sequence[Document]) -> list[Document]:
    """What models find that have not seen the documents of the same fold."""
    trainer = Trainer(given, markup.load(FURTHER))
    folds = sorted({document.fold for document in given})
    models = {fold: trainer.model(frozenset({fold})) for fold in folds}
    return [models[document.fold].predict(document) for document in given]


def report(gold: Sequence[Document], said: Sequence[Document]) -> Table:
    """A row for each type of mention and of relation."""
    table = Table("", "precision", "recall", "F1", "gold")
    for title, read in (("mentions", scoring.mentions), ("relations", scoring.relations)):
        for kind, score in scoring.compare(gold, said, read).items():
            figures = (f"{100 * value:.1f}" for value in (score.precision, score.recall, score.f1))
            table.add_row(f"{title}: {kind}", *figures, str(score.gold), end_section=kind == "all")
    return table


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--documents", type=Path, help="predict these with the shipped model")
    chosen.add_argument(
        "--cv", type=Path, nargs="?", const=DEVELOPMENT, help="cross-validate on these, by default the development part"
    )
    parser.add_argument("--out", type=Path, help="where the predictions go")
    options = parser.parse_args()
    given = documents.load(options.documents or options.cv)
    marked = any(document.mentions for document in given)
    if not marked and not options.out:
        parser.error("these documents are not marked, so there is nothing to score: name a file for the predictions with --out")
    said = predicted(given) if options.documents else cross_validated(given)
    if options.out:
        documents.dump(said, options.out)
    if marked:
        Console().print(report(given, said))


if __name__ == "__main__":
    main()
