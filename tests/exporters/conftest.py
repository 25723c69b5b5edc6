"""What tests of exporters share."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from interview2flow.model import Process
from tests.support.processes import sketch, task

TOOLS = Path(__file__).parents[1] / "bpmnlint"
OLDEST_NODE = 20


@pytest.fixture(scope="session")
def node(program: Callable[..., str]) -> Callable[..., str]:
    """Runs a script of `tests/bpmnlint` and gives what it says; the test fails where the script does."""
    command = program("node", "nodejs")
    version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    if int(version.lstrip("v").partition(".")[0]) < OLDEST_NODE:
        pytest.skip(f"node {version} is older than {OLDEST_NODE}")
    if not (TOOLS / "node_modules" / "bpmnlint").exists():
        message = "run `npm install --no-package-lock` in tests/bpmnlint"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)

    def run(*arguments: str | Path, content: str = "") -> str:
        done = subprocess.run(
            [command, *map(str, arguments)], cwd=TOOLS, input=content, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def bpmnlint(node: Callable[..., str]) -> Callable[..., None]:
    """Fails where bpmnlint has anything to say of a file, by the rules in a configuration of `tests/bpmnlint`."""

    def lint(file: Path, *, rules: str = ".bpmnlintrc") -> None:
        said = node("node_modules/bpmnlint/bin/bpmnlint.js", "--config", rules, "--max-warnings", "0", file)
        assert said.strip() == ""

    return lint


@pytest.fixture(scope="session")
def short_process() -> Process:
    """Two steps in Swedish: a manual with all its chapters, quickly made."""
    steps = [task("a", "öppna fakturan"), task("b", "betala fakturan", "Lane_manager")]
    return sketch(steps, [("start", "a"), ("a", "b"), ("b", "end")], language="sv")
