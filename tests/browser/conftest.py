"""The real app on a port of its own, and a real Chromium that may talk to nobody else."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from interview2flow.exporters import bpmn
from interview2flow.model import Provenance
from interview2flow.storage import Store
from tests.browser.desk import SOON
from tests.browser.running_app import App, Network, Server
from tests.support.processes import choice, sketch, task

expect.set_options(timeout=SOON)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """`interview2flow app`, as a user starts it."""
    folder = tmp_path_factory.mktemp("store")
    port = _free_port()
    server = Server(folder=folder, port=port)
    server.start()
    try:
        with Store.open(folder) as store:
            yield App(address=f"http://127.0.0.1:{port}", store=store, server=server)
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def open_page(browser: Browser, network: Network) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a session of its own; afterwards none has spoken to another machine or failed."""
    contexts = []

    def opened(address: str, *, locale: str = "en-GB") -> Page:
        context = browser.new_context(viewport={"width": 1280, "height": 720}, locale=locale, timezone_id="Europe/Helsinki")
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        network.watch(page)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert network.abroad == []
    assert network.complaints == []


@pytest.fixture
def project(app: App) -> str:
    """A small process, ready to be drawn on; gives its id."""
    drawn = sketch(
        [
            task("Activity_1", "check the invoice"),
            choice("Gateway_1"),
            task("Activity_2", "approve the invoice", lane="Lane_manager"),
            task("Activity_3", "pay the invoice", lane="Lane_unknown", evidence=(), provenance=Provenance.INFERRED),
        ],
        {
            ("start", "Activity_1"): "",
            ("Activity_1", "Gateway_1"): "",
            ("Gateway_1", "Activity_2"): "over 5,000",
            ("Gateway_1", "Activity_3"): "up to 5,000",
            ("Activity_2", "Activity_3"): "",
            ("Activity_3", "end"): "",
        },
    )
    created = app.store.create_project("Paying an invoice", language="en")
    app.store.save(created.id, bpmn.render(drawn).decode(), based_on=None)
    return created.id
