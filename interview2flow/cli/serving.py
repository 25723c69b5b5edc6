"""`interview2flow app`: the app in the browser."""

from typing import Annotated

import typer

from interview2flow.cli.console import reporting_errors
from interview2flow.cli.options import Store


def start_app(
    store: Store = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on, on this machine only.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser.")] = True,
) -> None:
    """Start the app: upload, correct and download in the browser."""
    from interview2flow.ui import server

    with reporting_errors():
        server.run(store=store, port=port, browser=browser)
