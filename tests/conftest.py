"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
EXAMPLES = sorted(gold.parent for gold in (ROOT / "examples").glob("*/gold.yaml"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Golden files can be written anew; what has changed is then seen in review."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """Finds a program that a test drives: without it the test is skipped, on a build server it fails."""

    def find(*names: str) -> str:
        for name in names:
            if found := shutil.which(name):
                return found
        message = f"{' or '.join(names)} is not installed"
        return pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)

    return find


@pytest.fixture(scope="session")
def browser(program: Callable[..., str]) -> Iterator[Browser]:
    """One Chromium for all tests; it looks nothing up on its own."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(params=EXAMPLES, ids=lambda folder: folder.name)
def example(request: pytest.FixtureRequest) -> Path:
    """Each example's folder."""
    folder: Path = request.param
    return folder
