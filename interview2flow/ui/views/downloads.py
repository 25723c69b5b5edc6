"""What can be taken away: the manual first, the other files behind a second button."""

from __future__ import annotations

import time
from functools import partial
from typing import Final

import streamlit as st

from interview2flow import exporters
from interview2flow.storage import Project, Store
from interview2flow.ui import library
from interview2flow.ui.texts import Words

TYPED: Final = 0.5
"""Seconds: a field tells what was typed in it when it is left, which is just when the button is pressed."""

MANUAL: Final = "docx"
OTHERS: Final = (
    "manual",
    "pdf",
    "png",
    "svg",
    "bpmn",
    "drawio",
    "mmd",
    "md",
    "xlsx",
    "csv",
    "json",
    "questions",
    "followup",
    "handbook",
)
MEDIA_TYPES: Final = {
    "manual": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "bpmn": "application/xml",
    "drawio": "application/xml",
    "mmd": "text/plain",
    "md": "text/markdown",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
    "questions": "text/markdown",
    "followup": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "handbook": "application/zip",
}


def downloads(store: Store, project: Project, say: Words) -> None:
    """The buttons; files are made when they are asked for, from the newest version."""
    with st.popover(say("project.formats"), icon=":material/folder_open:", key="formats"):
        unnamed = st.checkbox(say("project.pseudonyms"), help=say("project.pseudonyms_help"), key="pseudonyms")
        for form in (MANUAL, *OTHERS) if unnamed else OTHERS:
            _button(store, project, form, say(f"project.files.{form}"), say, look="tertiary", pseudonyms=unnamed)
    _button(store, project, MANUAL, say("project.download"), say, look="primary")


def _button(store: Store, project: Project, form: str, label: str, say: Words, *, look: str, pseudonyms: bool = False) -> None:
    """A button; the name of a file that names nobody does not tell the project's, which may name somebody."""
    missing = not exporters.available(form)
    st.download_button(
        label,
        data=partial(_made, store, project.id, form, pseudonyms=pseudonyms),
        file_name=library.file_name("" if pseudonyms else project.title, say(f"project.names.{form}"), form),
        mime=MEDIA_TYPES[form],
        on_click="ignore",
        type=look,  # type: ignore[arg-type]
        icon=":material/download:",
        disabled=missing,
        key=f"download-{form}-pseudonyms" if pseudonyms else f"download-{form}",
    )
    if missing:
        st.caption(say("errors.OfficeMissingError"))


def _made(store: Store, project_id: str, form: str, *, pseudonyms: bool) -> bytes:
    """A file, begun when what was still being typed as the button was pressed has been stored, too."""
    time.sleep(TYPED)
    return library.rendered(store, project_id, form, pseudonyms=pseudonyms)
