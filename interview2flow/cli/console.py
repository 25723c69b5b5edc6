"""What the commands say, and with which exit code they end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from interview2flow import pipeline
from interview2flow.errors import Interview2FlowError

FAILED: Final = 1
SOME_LEFT_OUT: Final = 3
out, err = Console(soft_wrap=True, highlight=False), Console(stderr=True, soft_wrap=True, highlight=False)


@contextmanager
def reporting_errors() -> Iterator[None]:
    """One of our errors ends the command with its message, not with a traceback."""
    try:
        yield
    except Interview2FlowError as error:
        err.print(str(error), style="red", markup=False)
        raise typer.Exit(FAILED) from error


@contextmanager
def progress(*, quiet: bool) -> Iterator[pipeline.Progress]:
    """A bar on standard error while long work runs; it goes away when the work is done."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=quiet or not err.is_terminal) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda what, share: bar.update(task, description=what, completed=share)
