"""A new project: which interviews, who was interviewed, and then the draft."""

from __future__ import annotations

import streamlit as st

from interview2flow.storage import Store
from interview2flow.ui import library, page, state
from interview2flow.ui.markup import tag
from interview2flow.ui.texts import LANGUAGES, Words
from interview2flow.ui.uploads import Upload
from interview2flow.ui.views import drafting, files


def show(store: Store, say: Words) -> None:
    """The page."""
    with st.container(key="page"):
        page.brand_row(say)
        st.button(say("back"), type="tertiary", icon=":material/arrow_back:", on_click=state.go, args=(state.View.PROJECTS,))
        heading = (tag("h1", say("new.title")), tag("p", say("new.lead"), class_="i2f-muted"))
        page.html(tag("div", *heading, class_="i2f-page-head"))
        handed_in = files.files(say("new.files"), say)
        if not handed_in:
            return
        ready = [_file(each, number, say) for number, each in enumerate(handed_in)]
        usable = [each for each in ready if each.transcript]
        title, language = _details(say)
        if not usable:
            st.warning(say("new.none_left"), icon=":material/warning:")
        if st.button(say("new.draft"), type="primary", icon=":material/account_tree:", disabled=not usable):
            drafting.begin(store, library.begin(store, usable, title=title, language=language), say)


def _file(each: Upload, number: int, say: Words) -> Upload:
    if files.problem(each, say):
        return each
    with st.container(border=True, key=f"file-{number}"):
        files.about(each, say)
        return files.who(each, number, say)


def _details(say: Words) -> tuple[str | None, str | None]:
    left, right = st.columns(2)
    with left:
        title = st.text_input(
            say("new.process_name"), placeholder=say("new.process_name_hint"), key=f"title-{state.form_round()}"
        )
    with right:
        language = st.selectbox(
            say("new.interview_language"),
            ["", *LANGUAGES],
            format_func=lambda code: LANGUAGES[code] if code else say("new.detect"),
            key=f"interview-language-{state.form_round()}",
        )
    return title.strip() or None, language or None
