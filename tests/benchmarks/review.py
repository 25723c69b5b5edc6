"""How long a review takes: `python -m tests.benchmarks.review`.

A script does in a real Chromium what a coordinator does with the example `en-supplier-invoice`, from choosing the file to the
downloaded manual: names the interviewee, makes the draft, corrects a step, a role and a system beside the flowchart, goes
through the review list, and takes the manual. Printed are actions (a click, a key, a field filled in) and seconds; reading and
thinking come on top. Then the answers of the page with a process of 200 steps.
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

from playwright.sync_api import Locator, Page, expect, sync_playwright

from interview2flow.exporters import bpmn
from interview2flow.model import Task
from interview2flow.storage import Store
from tests.browser.desk import eventually, hit, ready
from tests.browser.running_app import App, Server
from tests.conftest import CHROMIUM_ARGUMENTS
from tests.support.processes import sketch, task

EXAMPLE = Path(__file__).parents[2] / "examples" / "en-supplier-invoice" / "interview-1.txt"
PATIENCE = 60_000
STEPS = 200
SHOWS = "name => [...document.querySelectorAll('input[aria-label=Step]')].some((field) => field.value === name)"
"""Looked at with each frame that the browser draws, where Playwright's own expectations wait longer and longer."""


@dataclass
class Coordinator:
    """Acts on a page and counts."""

    page: Page
    actions: int = 0
    stages: dict[str, tuple[int, float]] = field(default_factory=dict)

    def still(self) -> None:
        """Waits until the page has done what was last asked for, as one sees it do."""
        expect(self.page.locator('[data-test-script-state="running"], [data-stale="true"]')).to_have_count(0)

    def click(self, target: Locator) -> None:
        self.still()
        target.click()
        self.actions += 1

    def look_at(self, step: Task) -> None:
        self.click(hit(self.page, step.id))
        expect(self.page.get_by_role("textbox", name="Step", exact=True).first).to_have_value(step.name, timeout=PATIENCE)

    def fill(self, label: str, text: str) -> None:
        box = partial(self.page.get_by_role, name=label)
        self.still()
        target = box("textbox").or_(box("combobox")).first
        target.fill(text)
        target.press("Enter")
        self.actions += 1

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        before, started = self.actions, time.perf_counter()
        yield
        self.stages[name] = (self.actions - before, time.perf_counter() - started)


def main() -> None:
    """Runs both and prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.review", description=__doc__)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    with running_app() as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=CHROMIUM_ARGUMENTS)
        page = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB").new_page()
        page.set_default_timeout(PATIENCE)
        show(reviewed(app, page))
        answers(app, page)
        browser.close()


@contextmanager
def running_app() -> Iterator[App]:
    """The app with an empty store of its own."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = int(trial.getsockname()[1])
        trial.close()
        server = Server(folder=Path(folder), port=port)
        server.start()
        try:
            with Store.open(folder) as store:
                yield App(address=f"http://127.0.0.1:{port}", store=store, server=server)
        finally:
            server.stop()


def reviewed(app: App, page: Page) -> Coordinator:
    """From the file to the manual."""
    page.goto(f"{app.address}/?view=new&lang=en")
    who = Coordinator(page)
    with who.stage("hand in the interview"):
        page.set_input_files('input[type="file"]', [EXAMPLE])
        who.actions += 1
        who.fill("Who was interviewed?", "Marianne")
        who.fill("Their role", "accounts payable clerk")
        who.fill("Name of the process", "Supplier invoices")
    with who.stage("make the draft"):
        who.click(page.get_by_role("button", name="Make the draft"))
        expect(page.locator(".i2f-desk .djs-shape").first).to_be_visible(timeout=PATIENCE)
    (project,) = app.store.projects()
    with who.stage("correct three things"):
        _correct(app, who, project.id)
    with who.stage("go through the review list"):
        _decide(who)
    with who.stage("take the manual"), page.expect_download(timeout=PATIENCE):
        who.click(page.get_by_role("button", name="Download manual"))
    return who


def _correct(app: App, who: Coordinator, project: str) -> None:
    first, second = app.newest(project).tasks[:2]
    who.look_at(first)
    who.fill("Step", "open the shared mailbox")
    eventually(lambda: app.newest(project).node(first.id).name == "open the shared mailbox")
    who.look_at(second)
    who.fill("Who does it", "mail room")
    eventually(lambda: any(lane.name == "mail room" for lane in app.newest(project).lanes))
    if who.page.get_by_text("Add more about this step").is_visible():
        who.click(who.page.get_by_text("Add more about this step"))
    who.fill("System", "Outlook 365")
    eventually(lambda: any(fact.value == "Outlook 365" for node in app.newest(project).tasks for fact in node.facts))


def _decide(who: Coordinator) -> None:
    who.click(who.page.get_by_text("To check ("))
    right = who.page.get_by_role("button", name="Right as it is")
    progress = who.page.locator(".i2f-progress p").first
    expect(progress).to_be_visible()
    who.still()
    while right.count():
        before = progress.inner_text()
        right.focus()
        who.page.keyboard.press("Enter")
        who.actions += 1
        eventually(lambda before=before: progress.inner_text() != before)  # type: ignore[misc]
        who.still()


def show(who: Coordinator) -> None:
    """A line per stage, and the sum."""
    print(f"{'':32}{'actions':>8}{'seconds':>9}")
    for name, (actions, seconds) in who.stages.items():
        print(f"{name:32}{actions:8}{seconds:9.1f}")
    print(f"{'from file to manual':32}{who.actions:8}{sum(seconds for _, seconds in who.stages.values()):9.1f}")


def answers(app: App, page: Page) -> None:
    """The seconds that the page takes to open, to tell of a selected step, and to store an edit, with 200 steps."""
    names = [f"Activity_{number}" for number in range(1, STEPS + 1)]
    ends = ["start", *names, "end"]
    process = sketch([task(name, f"do the work number {name}") for name in names], list(pairwise(ends)))
    project = app.store.create_project("Long work", language="en")
    app.store.save(project.id, bpmn.render(process).decode(), based_on=None)
    opened = [timed(lambda: (page.goto(app.project(project.id)), ready(page))) for _ in range(3)]
    shown = page.get_by_label("Step", exact=True).and_(page.locator("input")).first
    selected, stored = [], []
    for number in range(4):
        hit(page, names[number]).click()
        name = f"do the work number {names[number]}"
        selected.append(timed(lambda name=name: page.wait_for_function(SHOWS, arg=name)))  # type: ignore[misc]
        shown.fill(f"do it {number}")
        shown.press("Enter")
        stored.append(timed(lambda number=number: eventually(lambda: _is(app, project.id, names[number], f"do it {number}"))))  # type: ignore[misc]
    print(f"{STEPS} steps: opens in {opened[0]:.1f} s at first, {median(opened):.1f} s then;", end=" ")
    print(f"a selected step is shown in {median(selected):.2f} s, an edit stored in {median(stored):.2f} s")


def _is(app: App, project: str, node: str, name: str) -> bool:
    return app.newest(project).node(node).name == name


def timed(work: Callable[[], object]) -> float:
    """How long it takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
