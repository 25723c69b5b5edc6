"""Each change becomes a revision; one that is stale waits for the coordinator, and both versions are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview2flow.errors import StaleSaveError
from interview2flow.exporters import bpmn
from interview2flow.model import Process
from interview2flow.storage import Store
from interview2flow.ui.author import author
from interview2flow.ui.reading import read, title_of, titled
from interview2flow.ui.work import Change, Origin, Work

Edit = Callable[[Process], Process]
"""A pure change of a process."""

Carry = Callable[[Edit, str], None]
"""Carries out an edit, and keeps the note as what was done."""

PANEL: Final = Origin(client="panel", sequence=0)
"""The origin of what was changed outside of the picture."""


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
        revision = store.save(work.project, change.xml, based_on=_base(work, change), author=author())
    except StaleSaveError as error:
        return work.refused(change, newest=error.newest)
    _follow_title(store, work, change)
    return work.stored(change, revision=revision.number)


def edit(store: Store, work: Work, change: Edit, *, note: str = "") -> Work:
    """Carries out an edit that was made outside of the picture, and stores it as a revision.

    The picture follows where its elements stay the same, and is drawn anew where steps came, went or moved.

    Raises:
        InvalidProcessError, InvalidTableError: the edit cannot be carried out; nothing has changed.
    """
    before = read(work.xml).process
    after = change(before)
    if after == before and after.diagram is before.diagram:
        return work
    made = Change(xml=bpmn.render(after).decode(), origin=PANEL, based_on=work.revision)
    try:
        revision = store.save(work.project, made.xml, based_on=work.revision, note=note, author=author())
    except StaleSaveError as error:
        return work.refused(made, newest=error.newest)
    _follow_title(store, work, made)
    return work.opened(revision=revision.number, xml=made.xml)


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
        revision = store.save(work.project, change.xml, based_on=work.refusal.newest, note=note, author=author())
    except StaleSaveError as error:  # yet another one came in while the coordinator thought
        return work.refused(change, newest=error.newest)
    return work.stored(change, revision=revision.number)


def take_theirs(store: Store, work: Work) -> Work:
    """The newest version is opened; the store keeps the refused change beside it."""
    theirs = store.latest(work.project)
    return work.opened(revision=theirs.number, xml=theirs.xml) if work.refusal and theirs else work


def restore(store: Store, project: str, number: int, *, note: str) -> int:
    """Makes an earlier version, or one that was refused, the newest again: as a revision of its own; gives its number.

    Raises:
        StaleSaveError: another one was saved at this very moment.
    """
    newest = store.latest(project)
    xml = store.revision(project, number).xml
    return store.save(project, xml, based_on=newest.number if newest else None, note=note, author=author()).number
