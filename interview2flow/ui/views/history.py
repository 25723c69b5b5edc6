"""A project's history: who saved what and when, two versions beside each other, and the way back to an earlier one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from interview2flow.errors import Interview2FlowError
from interview2flow.storage import NamedVersion, Project, RevisionInfo, Store
from interview2flow.ui import library, page, saving, state
from interview2flow.ui.dates import when
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.panels.parts import chip
from interview2flow.ui.texts import Words
from interview2flow.ui.versions import differing, pane
from interview2flow.ui.versions.entries import Entry, entries
from interview2flow.ui.versions.naming import called, naming
from interview2flow.ui.views.heading import heading

SHOWN: Final = 12
"""Entries that are shown at first, and more at each wish: to say what one changed, two versions are read."""

TOLD: Final = 3
"""Differences that an entry names; the others are counted."""

FEWEST: Final = 2


def show(store: Store, project_id: str, say: Words) -> None:
    """The page."""
    project = library.find(store, project_id)
    if project is None:
        st.warning(say("project.gone"))
        return
    heading(project, say("versions.title"), say("versions.lead"), say)
    infos = store.revisions(project.id)
    if len(infos) < FEWEST:
        st.info(say("versions.only_draft" if infos else "versions.nothing_yet"))
        _list(store, project, infos, say)
        return
    _choose_at_first(project, infos)
    left, right = st.columns([0.36, 0.64], gap="medium")
    with left, st.container(key="versions"):
        _list(store, project, infos, say)
    with right:
        _comparison(store, project, infos, say)


def _choose_at_first(project: Project, infos: Sequence[RevisionInfo]) -> None:
    known = {info.number for info in infos}
    if not set(state.compared(project.id)) <= known:
        first = entries(infos)[0]
        state.compare(project.id, first.before or first.newest.number, first.newest.number)


def _list(store: Store, project: Project, infos: Sequence[RevisionInfo], say: Words) -> None:
    current = next((info.number for info in infos if not info.refused), None)
    known, named = entries(infos), {version.revision: version for version in store.versions(project.id)}
    shown = state.unfolded(project.id) or SHOWN
    for entry in known[:shown]:
        _entry(store, project, entry, say, named, current=entry.newest.number == current)
    if len(known) > shown:
        st.button(say("versions.older"), type="tertiary", on_click=state.unfold, args=(project.id, shown + SHOWN))


def _entry(store: Store, project: Project, entry: Entry, say: Words, named: Mapping[int, NamedVersion], *, current: bool) -> None:
    newest = entry.newest
    versions = [named[save.number] for save in entry.saves if save.number in named]
    with st.container(border=True, key=f"version-{newest.number}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="top"):
            shown = state.compared(project.id) == (entry.before, newest.number)
            who = _who(newest, entry, say, current=current, shown=shown)
            titles = [tag("p", chip(called(version, say), "stated")) for version in versions]
            page.html(joined([who, *titles, _what(store, project, entry, say)]))
            if entry.before is not None:
                _see(project, entry.before, newest, say("versions.see"), help_=_name(newest, say))
        if not newest.refused:
            version = versions[0] if versions else None
            revision = version.revision if version else newest.number
            naming(store, project.id, revision, version, say, current=current and revision == newest.number)
        if len(entry.saves) > 1:
            with st.expander(f"{say('versions.single')} ({len(entry.saves)})"):
                for save, before in zip(entry.saves, (*(s.number for s in entry.saves[1:]), entry.before), strict=True):
                    _see(project, before, save, _name(save, say))


def _see(project: Project, before: int | None, save: RevisionInfo, label: str, *, help_: str | None = None) -> None:
    compare = partial(state.compare, project.id, before or save.number, save.number)
    st.button(label, key=f"see-{save.number}-{help_ is None}", type="tertiary", help=help_, on_click=compare)


def _who(newest: RevisionInfo, entry: Entry, say: Words, *, current: bool, shown: bool) -> Markup:
    chips = [chip(say("versions.current"), "stated")] if current else []
    chips += [chip(say("versions.shown"), "role")] if shown else []
    chips += [chip(say("versions.beside"), "doubt")] if newest.refused else []
    drafted = newest.based_on is None and not newest.refused
    who = say("versions.drafted") if drafted else newest.author or say("versions.someone")
    moment = when(newest.created, say, zone=st.context.timezone, to_the_minute=True)
    about = say("versions.version_when", number=newest.number, when=moment)
    if len(entry.saves) > 1:
        about = f"{about} · {say('versions.saves', count=len(entry.saves))}"
    return joined(
        [tag("div", tag("b", who), *(part for each in chips for part in (" ", each))), tag("p", about, class_="i2f-muted")]
    )


def _what(store: Store, project: Project, entry: Entry, say: Words) -> Markup:
    """What was noted and what changed, the first few differences in words."""
    notes = [tag("li", note, class_="i2f-note") for note in entry.notes]
    if entry.newest.refused:
        notes.append(tag("li", say("versions.beside_help")))
    return tag("ul", *notes, *_changes(store, project, entry, say), class_="i2f-changes")


def _changes(store: Store, project: Project, entry: Entry, say: Words) -> list[Markup]:
    if entry.before is None:
        return []
    try:
        found = differing.pair(store, project.id, entry.before, entry.newest.number)
    except Interview2FlowError:
        return [tag("li", say("versions.unreadable"))]
    if not found.differences:
        return [] if entry.notes else [tag("li", say("versions.only_drawing"))]
    items = [pane.item(difference, found, say) for difference in found.differences[:TOLD]]
    if (rest := len(found.differences) - TOLD) > 0:
        items.append(tag("li", say("versions.more", count=rest)))
    return items


def _comparison(store: Store, project: Project, infos: Sequence[RevisionInfo], say: Words) -> None:
    names = {info.number: _name(info, say) for info in infos}
    before, after = state.compared(project.id)
    current = next(info.number for info in infos if not info.refused)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for label, key in _choices(project, say):
            st.selectbox(label, list(names), format_func=names.__getitem__, key=key)
        earlier = before if after == current else after
        if earlier != current:
            restore = partial(_restore, store, project.id, earlier, say)
            st.button(say("versions.restore", number=earlier), icon=":material/history:", on_click=restore)
    try:
        found = differing.pair(store, project.id, before, after)
    except Interview2FlowError:
        st.warning(say("versions.unreadable"))
        return
    pane.pane(found, (names[before], names[after]), say, project=project.id)


def _choices(project: Project, say: Words) -> tuple[tuple[str, str], tuple[str, str]]:
    first, second = state.compared_keys(project.id)
    return (say("versions.before"), first), (say("versions.after"), second)


def _name(info: RevisionInfo, say: Words) -> str:
    moment = when(info.created, say, zone=st.context.timezone, to_the_minute=True)
    name = say("versions.version_when", number=info.number, when=moment)
    return f"{name} · {say('versions.beside')}" if info.refused else name


def _restore(store: Store, project_id: str, number: int, say: Words) -> None:
    try:
        made = saving.restore(store, project_id, number, note=say("versions.restored_note", number=number))
    except Interview2FlowError as error:
        state.notify(page.error_text(error, say))
        return
    state.compare(project_id, state.compared(project_id)[0], made)
    state.notify(say("versions.restored", number=number))
