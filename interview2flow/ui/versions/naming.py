"""Naming a save as a version of the manual: what it is called, and who approved it when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from interview2flow.errors import Interview2FlowError
from interview2flow.model.names import tidy
from interview2flow.storage import NamedVersion, Store
from interview2flow.ui import page, state
from interview2flow.ui.manual import keeping
from interview2flow.ui.texts import Words

APPROVED = "approved"


def called(version: NamedVersion, say: Words) -> str:
    """`Manual 1.0, approved 2025-03-14 by Maija Salo`, as far as it is."""
    key = "versions.named" if not version.date else "versions.approved_by_whom" if version.approver else "versions.approved"
    return say(key, name=version.name, date=version.date or "", approver=version.approver or "")


def naming(store: Store, project: str, revision: int, known: NamedVersion | None, say: Words, *, current: bool) -> None:
    """The button at a save, and the form behind it. Of the `current` save the manual's details follow."""
    with st.popover(say("versions.rename" if known else "versions.name"), icon=":material/verified:", key=f"naming-{revision}"):
        version, day, approver = (f"{field}-{project}-{revision}" for field in ("named", "approved-on", "approved-by"))
        details = keeping.kept(store, project).details
        state.begin(version, known.name if known else details.version)
        state.begin(day, _day(known.date if known else None))
        state.begin(approver, (known.approver if known else details.approver) or "")
        st.caption(say("versions.name_help"))
        st.text_input(say("versions.number"), key=version)
        st.date_input(say("versions.approved_on"), value=None, format="YYYY-MM-DD", key=day)
        st.text_input(say("versions.approved_by"), key=approver)
        take = partial(_name, store, project, revision, (version, day, approver), say, current=current)
        st.button(say("versions.name_it"), key=f"name-{revision}", type="primary", on_click=take)
        if known:
            st.button(
                say("versions.unname"), key=f"unname-{revision}", on_click=partial(_unname, store, project, revision, known, say)
            )


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None


def _name(store: Store, project: str, revision: int, keys: tuple[str, str, str], say: Words, *, current: bool) -> None:
    name, day, approver = (state.widget(key) for key in keys)
    version = NamedVersion(revision=revision, name=tidy(str(name or "")).strip())
    if isinstance(day, date):
        version = replace(version, date=day.isoformat(), approver=tidy(str(approver or "")).strip() or None)
    if not version.name:
        state.notify(say("versions.number_missing"))
        return
    try:
        store.name_version(project, version)
        if current:
            _follow(store, project, version)
    except Interview2FlowError as error:
        state.notify(page.error_text(error, say))
        return
    state.notify(say("versions.name_kept", version=called(version, say)))


def _follow(store: Store, project: str, version: NamedVersion) -> None:
    """The manual of the current flowchart is that version."""
    kept = keeping.kept(store, project)
    details = replace(kept.details, version=version.name)
    if version.date:
        approver = version.approver or details.approver
        details = replace(details, status=APPROVED, date=version.date, approver=approver)
    keeping.save(store, kept, details)


def _unname(store: Store, project: str, revision: int, known: NamedVersion, say: Words) -> None:
    try:
        store.unname_version(project, revision)
    except Interview2FlowError as error:
        state.notify(page.error_text(error, say))
        return
    state.notify(say("versions.unnamed", version=called(known, say)))
