"""A draft at work: it tells how far it is, can be stopped, and says what went wrong without losing anything."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from interview2flow import pipeline
from interview2flow.errors import UnknownLanguageError
from interview2flow.model import Process, Transcript, Turn
from interview2flow.storage import Store
from interview2flow.ui import drafting, library


def spoken(name: str) -> Transcript:
    return Transcript(name=name, language="en", turns=(Turn(text="First I check the invoice."),))


@pytest.fixture
def two(store: Store) -> str:
    project = store.create_project("Invoices", language="en")
    for name in ("a.txt", "b.txt"):
        store.add_interview(project.id, spoken(name))
    return project.id


def drafts_as(monkeypatch: pytest.MonkeyPatch, process: Process, at: Callable[[str], None] = print) -> None:
    """In place of the extraction: `at` is called as each interview's turn comes."""

    def draft(transcripts: list[Transcript], *, progress: pipeline.Progress, **_: object) -> Process:
        for number, transcript in enumerate(transcripts):
            progress(transcript.name, number / len(transcripts))
            at(transcript.name)
        return process

    monkeypatch.setattr(pipeline, "draft", draft)


def test_a_draft_tells_how_far_it_is(store: Store, two: str, process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    drafts_as(monkeypatch, process, lambda _: told.append(running.done))
    running = drafting.Drafting(store, two, note="")
    running.run()
    assert told == [0, 1]
    assert (running.over, running.drafted, running.done, running.error) == (True, process, 2, None)
    assert running.silent == ("a.txt", "b.txt")  # nothing of what was drafted is told in them
    assert store.latest(two) is not None


def test_a_draft_that_is_stopped_leaves_the_interviews(
    store: Store, two: str, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts_as(monkeypatch, process, lambda _: running.stop())
    running = drafting.Drafting(store, two, note="")
    running.run()
    assert (running.stopped, running.drafted, store.latest(two), store.drafts(two)) == (True, None, None, ())
    assert [interview.name for interview in store.interviews(two)] == ["a.txt", "b.txt"]


def test_stopping_does_not_wait_for_the_interview_at_work(
    store: Store, two: str, process: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = Event(), Event()

    def hold(_: str) -> None:
        reached.set()
        go_on.wait(10)

    drafts_as(monkeypatch, process, hold)
    running = drafting.begin(store, two)
    assert drafting.begin(store, two) is running  # the same from any tab
    assert reached.wait(10)
    running.stop()
    running.wait()
    again = drafting.begin(store, two)
    assert again is not running
    go_on.set()
    again.wait()
    assert again.drafted == process
    drafting.forget(store, two)
    assert drafting.of(store, two) is None
    assert len(store.drafts(two)) == 1


def test_what_goes_wrong_is_kept_to_be_said(store: Store, two: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> Process:
        raise UnknownLanguageError("xx", known=("en",))

    monkeypatch.setattr(pipeline, "draft", fails)
    running = drafting.Drafting(store, two, note="")
    running.run()
    assert isinstance(running.error, UnknownLanguageError)


def test_an_unforeseen_fault_ends_the_draft_too(store: Store, two: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> Process:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "draft", fails)
    running = drafting.Drafting(store, two, note="")
    running.run()
    assert (running.over, running.drafted, running.error) == (True, None, None)


def test_a_later_draft_leaves_what_was_edited(store: Store, two: str, process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts_as(monkeypatch, process)
    library.draft(store, two, progress=lambda *_: None)
    first = store.latest(two)
    library.draft(store, two, progress=lambda *_: None, note="read again")
    assert store.latest(two) == first
    assert len(store.drafts(two)) == 2
