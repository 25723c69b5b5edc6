"""Each change becomes a revision; one that is stale waits for the coordinator, and both versions are kept."""

from __future__ import annotations

from interview2flow.errors import StaleSaveError
from interview2flow.storage import Store
from interview2flow.ui.reading import title_of, titled
from interview2flow.ui.work import Change, Work


def open_work(store: Store, project: str) -> Work | None:
    """The newest version, ready to be drawn on; None where there is no draft yet."""
    latest = store.latest(project)
    if latest is None:
        return None
    return Work(project=project, revision=latest.number, xml=titled(latest.xml, store.project(project).title))


def save(store: Store, work: Work, change: Change) -> Work:
    """Stores a change on top of the revision that it was drawn on, or keeps it waiting where that is not the newest."""
    if work.origin == change.origin:
        return work  # sent twice, because the answer came late
    try:
        revision = store.save(work.project, change.xml, based_on=_base(work, change))
    except StaleSaveError as error:
        return work.refused(change, newest=error.newest)
    _follow_title(store, work, change)
    return work.stored(change, revision=revision.number)


def _follow_title(store: Store, work: Work, change: Change) -> None:
    """The name that somebody gave the pool in the flowchart is the project's name from then on."""
    title = title_of(change.xml)
    if title and title != title_of(work.xml):
        store.rename(work.project, title)


def _base(work: Work, change: Change) -> int:
    """The revision that a change was drawn on.

    A surface that drew on while its own last change was being stored still names the revision before that one.
    """
    own = work.origin is not None and work.origin.client == change.origin.client
    return work.revision if own and work.refusal is None else change.based_on


def keep_mine(store: Store, work: Work, *, note: str) -> Work:
    """The waiting change becomes the newest revision; the other one stays in the history."""
    if work.refusal is None:
        return work
    change = work.refusal.change
    try:
        revision = store.save(work.project, change.xml, based_on=work.refusal.newest, note=note)
    except StaleSaveError as error:  # yet another one came in while the coordinator thought
        return work.refused(change, newest=error.newest)
    return work.stored(change, revision=revision.number)


def take_theirs(store: Store, work: Work) -> Work:
    """The newest version is opened; the store keeps the refused change beside it."""
    theirs = store.latest(work.project)
    return work.opened(revision=theirs.number, xml=theirs.xml) if work.refusal and theirs else work
