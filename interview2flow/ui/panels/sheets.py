"""Follow-up sheets: each interviewee's open questions to be sent, and the answers that come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

import streamlit as st

from interview2flow import returned, spoken, workspace
from interview2flow.editing.answering import Reply
from interview2flow.errors import Interview2FlowError
from interview2flow.model import Process
from interview2flow.storage import Store
from interview2flow.ui import library, page, state
from interview2flow.ui.markup import tag
from interview2flow.ui.panels.parts import speaker
from interview2flow.ui.saving import Carry
from interview2flow.ui.texts import Words
from interview2flow.ui.views.downloads import MEDIA_TYPES
from interview2flow.ui.views.files import style

FORMS = {"followup": "word", "questions": "markdown"}


class File(Protocol):
    """A file that was handed in."""

    name: str

    def getvalue(self) -> bytes:
        """Its content."""


def sheets(store: Store, project_id: str, process: Process, say: Words, *, carry: Carry) -> None:
    """A line for each interviewee with something to ask, and the field for what comes back."""
    asked = dict(to_ask(process))
    with st.expander(say("review.sheets.title"), icon=":material/forward_to_inbox:", key="sheets"):
        page.html(tag("p", say("review.sheets.lead" if asked else "review.sheets.nothing"), class_="i2f-hint"))
        for source, count in asked.items():
            _person(store, project_id, process, source, count, say)
        _field(store, project_id, process, say, carry)


def to_ask(process: Process) -> Iterator[tuple[str, int]]:
    """Each interviewee's first interview, and how many questions there are for that person."""
    for source in dict.fromkeys(process.first_interview(each.name) for each in process.interviews):
        _, questions = spoken.questions_for(process, source)
        if questions:
            yield source, len(questions)


def _person(store: Store, project_id: str, process: Process, source: str, count: int, say: Words) -> None:
    who = speaker(process, source)
    about = tag("span", f" · {say('review.sheets.questions', count=count)}", class_="i2f-muted")
    page.html(tag("p", tag("b", who), about, class_="i2f-person"))
    with st.container(horizontal=True, gap="small", key=f"person-{source}"):
        for form, name in FORMS.items():
            st.download_button(
                say(f"review.sheets.{name}"),
                data=partial(library.sheet, store, project_id, source, form),
                file_name=library.file_name(process.title, say("review.sheets.name", who=who), form),
                mime=MEDIA_TYPES[form],
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                key=f"sheet-{form}-{source}",
            )


def _field(store: Store, project_id: str, process: Process, say: Words, carry: Carry) -> None:
    page.html(style(choose=say("new.choose"), drop=say("review.sheets.drop")))
    key = f"answers-{state.answers_round()}"
    st.file_uploader(
        say("review.sheets.returned"),
        type=list(returned.FORMATS),
        accept_multiple_files=True,
        key=key,
        on_change=lambda: _handed_in(store, project_id, process, say, carry, state.files(key)),
    )


def _handed_in(store: Store, project_id: str, process: Process, say: Words, carry: Carry, files: Sequence[File]) -> None:
    if files:
        state.notify(" ".join(take(store, project_id, process, say, carry, files)))
        state.next_answers()


def take(store: Store, project_id: str, process: Process, say: Words, carry: Carry, files: Sequence[File]) -> Iterator[str]:
    """Keeps the answers of some sheets; tells of each sheet without any, then what was kept and what is still open."""
    found: list[Reply] = []
    for file in files:
        try:
            replies = returned.replies(process, file.name, file.getvalue())
        except Interview2FlowError as error:
            yield page.error_text(error, say)
            continue
        if not any(reply.text for reply in replies):
            yield say("review.sheets.none", name=file.name)
        found += replies
    given = [reply for reply in found if reply.text]
    if given:
        carry(workspace.take_answers(store, project_id, process, given), say("history.answered"))
        yield say("review.sheets.kept", count=len(given))
        if left := {reply.question for reply in found} - {reply.question for reply in given}:
            yield say("review.sheets.left", count=len(left))
