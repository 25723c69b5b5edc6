"""Trains the model for PET: `python -m models.pet.train [FILE]` writes models/pet/pet.npz."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from models.pet import documents, markup, model
from models.pet.training import Trainer

DATA: Final = Path(__file__).with_name("data")
DEVELOPMENT: Final = DATA / "pet-dev.jsonl"
FURTHER: Final = DATA / "further.txt"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m models.pet.train", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=DEVELOPMENT, help="marked documents with their folds")
    parser.add_argument("--out", type=Path, default=model.SHIPPED)
    options = parser.parse_args()
    Trainer(documents.load(options.file), markup.load(FURTHER)).model().save(options.out)


if __name__ == "__main__":
    main()
