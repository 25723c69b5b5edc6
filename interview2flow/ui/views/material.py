"""A project's interviews: which there are, further ones, and corrected ones in the place of earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from interview2flow.storage import Interview, Project, Store
from interview2flow.ui import library, page, state
from interview2flow.ui.dates import when
from interview2flow.ui.markup import joined, tag
from interview2flow.ui.material import adding
from interview2flow.ui.material.adding import Addition
from interview2flow.ui.texts import Words
from interview2flow.ui.uploads import Upload
from interview2flow.ui.views import drafting, files
from interview2flow.ui.views.heading import heading


def show(store: Store, project_id: str, say: Words) -> None:
    """The page."""
    project = library.find(store, project_id)
    if project is None:
        st.warning(say("project.gone"))
        return
    with st.container(key="page"):
        heading(project, say("material.title"), say("material.lead"), say)
        known = store.interviews(project_id)
        if not known:
            st.info(say("material.none"))
        for interview in known:
            _interview(store, project, interview, say)
        unread = adding.unread(store, project_id)
        if unread:
            st.info(say("material.unread"))
        additions = _additions(known, say)
        if additions or unread:
            _read(store, project_id, additions, say)


def _read(store: Store, project_id: str, additions: Sequence[Addition], say: Words) -> None:
    unclear = adding.clash(additions)
    if unclear:
        st.warning(say("material.twice"), icon=":material/warning:")
    if st.button(say("material.read"), type="primary", icon=":material/account_tree:", disabled=unclear):
        adding.add(store, project_id, additions)
        drafting.begin(store, project_id, say)


def _interview(store: Store, project: Project, interview: Interview, say: Words) -> None:
    transcript = interview.transcript
    size = say("new.words", count=len(transcript.text.split()))
    added = say("material.added", when=when(interview.added, say, zone=st.context.timezone))
    told = " · ".join(part for part in (str(transcript.interviewee or ""), size, added) if part)
    key = f"interview-{interview.name}"
    with st.container(border=True, horizontal=True, vertical_alignment="center", key=key):
        page.html(joined([tag("div", interview.name, class_="i2f-row-title"), tag("p", told, class_="i2f-muted")]))
        if st.button(say("material.remove"), type="tertiary", icon=":material/delete:", key=f"remove-{interview.name}"):
            _remove(store, project, interview, say)


def _remove(store: Store, project: Project, interview: Interview, say: Words) -> None:
    @st.dialog(say("material.remove_title"))
    def ask() -> None:
        page.html(tag("p", say("material.remove_text", name=interview.name)))
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button(say("cancel")):
                st.rerun()
            if st.button(say("material.remove"), type="primary", key="remove-confirmed"):
                store.remove_interview(project.id, interview.name)
                state.notify(say("material.removed", name=interview.name))
                st.rerun()

    ask()


def _additions(known: Sequence[Interview], say: Words) -> tuple[Addition, ...]:
    handed_in = files.files(say("material.add"), say)
    found = [_addition(each, number, known, say) for number, each in enumerate(handed_in)]
    return tuple(each for each in found if each.upload.transcript)


def _addition(each: Upload, number: int, known: Sequence[Interview], say: Words) -> Addition:
    if files.problem(each, say):
        return Addition(upload=each)
    with st.container(border=True, key=f"file-{number}"):
        files.about(each, say)
        instead = _place(each, number, known, say) if known else None
        return Addition(upload=files.who(each, number, say), instead=instead)


def _place(each: Upload, number: int, known: Sequence[Interview], say: Words) -> str | None:
    """Which interview it is a corrected version of; one of the same name, until somebody says otherwise."""
    names = [interview.name for interview in known]
    return st.selectbox(
        say("material.place"),
        [None, *names],
        index=names.index(each.name) + 1 if each.name in names else 0,
        format_func=lambda name: say("material.instead", name=name) if name else say("material.another"),
        key=f"place-{state.form_round()}-{number}-{each.name}",
    )
