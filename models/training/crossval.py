"""Cross-validation through the real way: train on the other folds, extract, assemble, write BPMN, score."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import interview2flow as i2f
from interview2flow.extraction import artefacts, pipeline
from interview2flow.extraction.understand import understand
from interview2flow.model import Extraction, Transcript
from models.scoring.report import predicted as read_prediction
from models.scoring.report import report, score_case
from models.training import cases
from models.training.folds import folds, unrelated

Train = Callable[[list[str], Path], None]


@contextmanager
def fold_tables(kept: Path | None, number: int) -> Iterator[Path]:
    """Where the tables of a fold go: a folder that stays, or one for the meantime."""
    if kept is not None:
        yield kept / f"fold-{number}"
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def tables_but(folder: Path, hidden: Collection[str]) -> Iterator[Path]:
    """The tables of a folder without those of some parts: what these decide is left to the rules."""
    with tempfile.TemporaryDirectory() as shown:
        for table in folder.glob("*.npz"):
            if table.stem not in hidden:
                shutil.copy(table, shown)
        yield Path(shown)


def run(
    names: Sequence[str],
    *,
    further: Sequence[str] = (),
    count: int,
    out: Path,
    train: Train,
    tables: Path | None = None,
    without: Collection[str] = (),
    only: Sequence[str] | None = None,
    verbose: bool = False,
) -> None:
    """Drafts each case with what was learned from the other folds and from `further` cases, and prints the scores.

    With `tables`, each fold's tables stay there as `fold-<number>/`; those of the parts in `without` are not used.
    """
    done = []
    for number, fold in enumerate(folds(names, count), 1):
        if only and not set(only) & set(fold):
            continue
        started = time.perf_counter()
        with fold_tables(tables, number) as folder:
            train(unrelated([*names, *further], fold), folder)
            trained = time.perf_counter() - started
            with tables_but(folder, without) as used, artefacts.use(used):
                for name in fold:
                    draft(cases.load(name), out)
        done += fold
        print(
            f"fold {number}: {', '.join(fold)}: trained {trained:.0f} s, drafted {time.perf_counter() - started - trained:.0f} s",
            file=sys.stderr,
        )
    results = [score_case(cases.CASES / name, read_prediction(name, out)) for name in sorted(done)]
    print(report(results, verbose=verbose))


def draft(case: cases.Case, out: Path) -> None:
    """Writes the case's process, drafted from its already parsed interviews, as `<case>.bpmn` and `<case>.json`."""
    docs = {transcript.name: doc for transcript, doc in zip(case.transcripts, case.docs, strict=True)}

    def extract(transcript: Transcript) -> Extraction:
        return understand(pipeline.understanding(case.language)(docs[transcript.name]))

    process = i2f.draft(case.transcripts, title=case.gold["title"], extractor=extract)
    out.mkdir(parents=True, exist_ok=True)
    for form in ("bpmn", "json"):
        i2f.export(process, out / f"{case.name}.{form}")
