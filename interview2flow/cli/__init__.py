"""The command line: a module for each of `draft`, `export`, `explain` and `app`."""

import typer

from interview2flow.cli.console import FAILED, SOME_LEFT_OUT
from interview2flow.cli.drafting import OUTPUTS, draft
from interview2flow.cli.explaining import explain
from interview2flow.cli.exporting import export
from interview2flow.cli.serving import start_app

__all__ = ["FAILED", "OUTPUTS", "SOME_LEFT_OUT", "app", "main"]

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(draft)
app.command()(export)
app.command()(explain)
app.command(name="app")(start_app)


@app.callback()
def about() -> None:
    """Turns staff interviews into a flowchart and a Word manual, on this machine alone.

    Exit codes: 0 all done, 1 nothing done, 2 wrong usage, 3 done, but some files were left out.
    """


def main() -> None:
    """The console script's entry."""
    app()
