"""The editor's Python half: what goes to the front end, and what comes back as typed values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache, partial
from typing import Any, Final

import streamlit as st

from interview2flow.ui import state
from interview2flow.ui.marks import Mark
from interview2flow.ui.work import Change, Origin, Work

NAME: Final = "interview2flow.editor"
"""The package's name and the component's, as `interview2flow/pyproject.toml` declares them."""

LONGEST: Final = 20_000_000
"""Characters; a flowchart that is longer was not drawn by hand."""


def canvas(
    work: Work,
    *,
    marks: Mapping[str, Mark],
    texts: Mapping[str, Any],
    on_change: Callable[[Change], None],
    on_select: Callable[[str | None, int | None], None],
    on_arrange: Callable[[], None],
    on_lost: Callable[[], None],
) -> None:
    """Draws the editor. The handlers are called before the page runs again."""
    key = f"editor-{work.project}"
    _component()(
        key=key,
        data=payload(work, marks=marks, texts=texts),
        on_save_change=partial(_report_change, key, work.project, on_change),
        on_select_change=partial(_report_selection, key, work.project, on_select),
        on_arrange_change=partial(_report_wish, key, "arrange", work.project, on_arrange),
        on_lost_change=partial(_report_wish, key, "lost", work.project, on_lost),
    )


def payload(work: Work, *, marks: Mapping[str, Mark], texts: Mapping[str, Any]) -> dict[str, Any]:
    """What the front end is told; it opens `xml` only where `revision` is one that it did not make itself.

    A revision that it is known to have is not sent again.
    """
    return {
        "document": work.project,
        "revision": work.revision,
        "xml": None if work.known == work.revision else work.xml,
        "origin": asdict(work.origin) if work.origin else None,
        "focus": asdict(work.focus) if work.focus else None,
        "refused": work.refusal is not None,
        "marks": {element: asdict(mark) for element, mark in marks.items()},
        "texts": texts,
    }


def change_of(message: object, *, project: str) -> Change | None:
    """The change in a message from the front end; None where it is none, or about another project."""
    match message:
        case {"document": document, "xml": str(xml), "client": str(client), "sequence": int(sequence), "base": int(base)}:
            if document == project and len(xml) <= LONGEST:
                return Change(xml=xml, origin=Origin(client=client, sequence=sequence), based_on=base)
    return None


def _report_change(key: str, project: str, on_change: Callable[[Change], None]) -> None:
    change = change_of(state.message(key, "save"), project=project)
    if change:
        on_change(change)


def _report_selection(key: str, project: str, on_select: Callable[[str | None, int | None], None]) -> None:
    match state.message(key, "select"):
        case {"document": document, "element": str() | None as element, "known": int() | None as known} if document == project:
            on_select(element, known)


def _report_wish(key: str, name: str, project: str, on_wish: Callable[[], None]) -> None:
    match state.message(key, name):
        case {"document": document} if document == project:
            on_wish()


@cache
def _component() -> Any:
    # Registered at first use: there is no running app at import time.
    return st.components.v2.component(NAME, html='<div class="i2f-editor"></div>', js="main.js", isolate_styles=False)
