"""What is kept comes back, stale saves are refused and kept, threads and programs can share a store."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from interview2flow.errors import DuplicateInterviewError, NotStoredError, StaleSaveError, StorageError
from interview2flow.model import Interviewee, Transcript, Turn, TurnKind
from interview2flow.storage import Store

START = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
TRANSCRIPT = Transcript(
    name="anna.vtt",
    turns=(
        Turn(text="Mitä teet?\tNo, tarkistan\x0b laskun \U0001f642", speaker="Q", start=0.5, end=1.25),
        Turn(text="laskut", kind=TurnKind.HEADING),
    ),
    interviewee=Interviewee("Anna", None),
    language="fi",
)


def hours() -> Callable[[], datetime]:
    """A clock that says an hour more each time."""
    moments = (START + timedelta(hours=hour) for hour in range(1_000))
    return lambda: next(moments)


def test_a_project_is_found_again(store: Store) -> None:
    made = store.create_project("  Supplier\ninvoices\x00 ", language="en")
    assert made.title == "Supplier invoices"
    assert store.project(made.id) == made
    store.rename(made.id, "Incoming invoices")
    store.set_language(made.id, "sv")
    again = store.project(made.id)
    assert (again.title, again.language, again.created) == ("Incoming invoices", "sv", made.created)


def test_the_list_has_the_last_changed_first(place: str) -> None:
    with Store.open(place, clock=hours()) as store:
        first, second, third = (store.create_project(title) for title in ("first", "second", "third"))
        store.add_interview(second.id, TRANSCRIPT)
        store.save(first.id, "<a/>", based_on=None)
        with pytest.raises(StaleSaveError):
            store.save(first.id, "<b/>", based_on=None)
        listed = store.projects()
        assert [(each.title, each.interviews, each.revision, each.changed - START) for each in listed] == [
            ("first", 0, 1, timedelta(hours=4)),
            ("second", 1, None, timedelta(hours=3)),
            ("third", 0, None, timedelta(hours=2)),
        ]
        store.archive(third.id)
        assert {each.id for each in store.projects()} == {first.id, second.id}
        assert [each.id for each in store.projects(archived=True)] == [third.id]


def test_an_interview_comes_back_letter_by_letter(store: Store) -> None:
    project = store.create_project("x")
    content = bytes(range(256))
    added = store.add_interview(project.id, TRANSCRIPT, content=content)
    assert store.interviews(project.id) == (added,)
    assert (added.transcript, added.content, added.name) == (TRANSCRIPT, content, "anna.vtt")


def test_a_second_interview_of_the_same_name_is_refused(store: Store) -> None:
    project, other = store.create_project("x"), store.create_project("y")
    store.add_interview(project.id, TRANSCRIPT)
    store.add_interview(other.id, TRANSCRIPT)
    with pytest.raises(DuplicateInterviewError, match=r"anna\.vtt"):
        store.add_interview(project.id, TRANSCRIPT)


def test_each_save_is_a_new_revision(store: Store) -> None:
    project = store.create_project("x")
    assert store.latest(project.id) is None
    first = store.save(project.id, "<a/>", based_on=None, note="draft", author="Anna")
    second = store.save(project.id, "<ä/>", based_on=first.number)
    assert (first.number, first.note, first.author, first.xml) == (1, "draft", "Anna", "<a/>")
    assert store.latest(project.id) == second
    assert store.revision(project.id, 1) == first
    assert [(each.number, each.based_on, each.refused) for each in store.revisions(project.id)] == [
        (2, 1, False),
        (1, None, False),
    ]


def test_a_stale_save_is_refused_and_kept(store: Store) -> None:
    project = store.create_project("x")
    first = store.save(project.id, "<a/>", based_on=None)
    theirs = store.save(project.id, "<theirs/>", based_on=first.number)
    with pytest.raises(StaleSaveError) as refusal:
        store.save(project.id, "<mine/>", based_on=first.number)
    assert (refusal.value.based_on, refusal.value.newest) == (1, 2)
    assert store.latest(project.id) == theirs
    kept = store.revision(project.id, 3)
    assert (kept.xml, kept.refused, kept.based_on) == ("<mine/>", True, 1)
    assert store.save(project.id, "<mine/>", based_on=theirs.number).number == 4


def test_the_same_again_is_not_saved_again(store: Store) -> None:
    project = store.create_project("x")
    first = store.save(project.id, "<a/>", based_on=None)
    assert store.save(project.id, "<a/>", based_on=None) == first
    assert store.save(project.id, "<a/>", based_on=first.number) == first
    assert len(store.revisions(project.id)) == 1


def test_deleting_takes_everything_along_and_no_id_comes_back(store: Store) -> None:
    project = store.create_project("x")
    store.add_interview(project.id, TRANSCRIPT)
    store.save(project.id, "<a/>", based_on=None)
    store.delete(project.id)
    assert store.projects() == ()
    assert store.create_project("y").id != project.id


@pytest.mark.parametrize("project_id", ["1", "0", "-1", "", "x", "²", "9" * 30])
def test_what_is_not_there_is_named(store: Store, project_id: str) -> None:
    asked: list[Callable[[], object]] = [
        lambda: store.project(project_id),
        lambda: store.delete(project_id),
        lambda: store.latest(project_id),
        lambda: store.save(project_id, "<a/>", based_on=None),
        lambda: store.add_interview(project_id, TRANSCRIPT),
    ]
    for ask in asked:
        with pytest.raises(NotStoredError, match=f"project {project_id}"):
            ask()


def test_a_revision_that_is_not_there_is_named(store: Store) -> None:
    project = store.create_project("x")
    with pytest.raises(NotStoredError, match="revision 7"):
        store.revision(project.id, 7)


def test_what_the_database_refuses_is_our_own_error_without_the_words(store: Store) -> None:
    with pytest.raises(StorageError) as error:
        store.create_project("x", language="secret\ud800")
    assert "secret" not in str(error.value.message)


def test_of_many_saves_at_once_one_is_taken_and_none_is_lost(store: Store) -> None:
    project = store.create_project("x")
    first = store.save(project.id, "<first/>", based_on=None)
    start = threading.Barrier(8)

    def save(number: int) -> bool:
        start.wait()
        try:
            store.save(project.id, f"<v{number}/>", based_on=first.number)
        except StaleSaveError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(save, range(8)))
    assert sum(taken) == 1
    kept = store.revisions(project.id)
    assert [each.number for each in kept] == list(range(9, 0, -1))
    assert {store.revision(project.id, each.number).xml for each in kept} == {"<first/>", *(f"<v{n}/>" for n in range(8))}


def test_a_new_store_can_be_opened_by_several_at_once(place: str) -> None:
    start = threading.Barrier(4)

    def open_and_write(number: int) -> None:
        start.wait()
        with Store.open(place) as store:
            store.create_project(str(number))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_write, range(4)))
    with Store.open(place) as store:
        assert {project.title for project in store.projects()} == {"0", "1", "2", "3"}


def test_drafts_are_kept_beside_the_revisions(store: Store) -> None:
    project = store.create_project("Invoices")
    assert store.drafts(project.id) == ()
    first = store.add_draft(project.id, "<first/>")
    assert store.drafts(project.id) == (first,)
    store.save(project.id, "<edited/>", based_on=None)
    store.add_draft(project.id, "<second/>")
    third = store.add_draft(project.id, "<third/>")
    assert store.drafts(project.id) == (first, third)
    assert (first.number, third.number, third.xml) == (1, 3, "<third/>")
    latest = store.latest(project.id)
    assert latest is not None
    assert latest.xml == "<edited/>"
    store.delete(project.id)
    with pytest.raises(NotStoredError):
        store.drafts(project.id)


def test_a_corrected_interview_takes_the_place_of_the_other(store: Store) -> None:
    project = store.create_project("Invoices")
    store.add_interview(project.id, TRANSCRIPT, content=b"old")
    corrected = Transcript(name=TRANSCRIPT.name, turns=(Turn(text="Tarkistan laskun.", speaker="A"),), language="fi")
    store.replace_interview(project.id, corrected, content=b"new")
    (kept,) = store.interviews(project.id)
    assert (kept.transcript, kept.content) == (corrected, b"new")
    store.remove_interview(project.id, TRANSCRIPT.name)
    assert store.interviews(project.id) == ()
    with pytest.raises(NotStoredError):
        store.replace_interview(project.id, corrected)
