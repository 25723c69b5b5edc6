"""Where the trained tables lie, and how they are read: plain NumPy archives, no pickles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from interview2flow.languages import trained

FOLDER: Final = "extraction"
_other: ContextVar[Path | None] = ContextVar("artefacts", default=None)

Tables = Mapping[str, NDArray[Any]]


def folder() -> Path:
    """The folder of the trained tables: inside the installed package, or `models/extraction` of the repository."""
    if (other := _other.get()) is not None:
        return other
    return trained.place(FOLDER)


@contextmanager
def use(path: Path) -> Iterator[None]:
    """Reads the tables from another folder meanwhile: for cross-validation."""
    before = _other.set(path)
    try:
        yield
    finally:
        _other.reset(before)


def read(name: str) -> Tables | None:
    """The arrays of `<name>.npz`; None where that part has not been trained."""
    path = folder() / f"{name}.npz"
    return _load(path, path.stat().st_mtime_ns) if path.exists() else None


@cache
def _load(path: Path, _changed: int) -> Tables:
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def write(path: Path, **arrays: NDArray[Any]) -> None:
    """Stores arrays as one archive, packed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def part(tables: Tables, prefix: str) -> Tables:
    """The arrays whose name starts with `<prefix>.`, without that."""
    start = f"{prefix}."
    return {name.removeprefix(start): array for name, array in tables.items() if name.startswith(start)}


def prefixed(tables: Tables, prefix: str) -> dict[str, NDArray[Any]]:
    """The arrays with `<prefix>.` before each name: several models in one archive."""
    return {f"{prefix}.{name}": array for name, array in tables.items()}
