"""A new project: which interviews, who was interviewed, and then the draft."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from interview2flow import readers
from interview2flow.storage import Store
from interview2flow.ui import library, page, state
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.texts import LANGUAGES, Words
from interview2flow.ui.uploads import Upload, interviewee, told_apart, upload
from interview2flow.ui.views.progress import draft_with_progress


def show(store: Store, say: Words) -> None:
    """The page."""
    with st.container(key="page"):
        page.brand_row(say)
        st.button(say("back"), type="tertiary", icon=":material/arrow_back:", on_click=state.go, args=(state.View.PROJECTS,))
        heading = (tag("h1", say("new.title")), tag("p", say("new.lead"), class_="i2f-muted"))
        page.html(tag("div", *heading, class_="i2f-page-head"))
        handed_in = _files(say)
        if not handed_in:
            return
        ready = [_file(each, number, say) for number, each in enumerate(handed_in)]
        usable = [each for each in ready if each.transcript]
        title, language = _details(say)
        if not usable:
            st.warning(say("new.none_left"), icon=":material/warning:")
        if st.button(say("new.draft"), type="primary", icon=":material/account_tree:", disabled=not usable):
            draft_with_progress(store, library.begin(store, usable, title=title, language=language), say)


def _files(say: Words) -> tuple[Upload, ...]:
    _speak_our_language(say)
    files = st.file_uploader(
        say("new.files"),
        type=list(readers.FORMATS),
        accept_multiple_files=True,
        key=f"files-{state.form_round()}",
    )
    return told_apart(upload(file.name, file.getvalue()) for file in files)


def _speak_our_language(say: Words) -> None:
    """Streamlit's own uploader speaks English only: its words are laid over with ours."""
    formats = " ".join(f".{ending}" for ending in readers.FORMATS)
    page.html(style(choose=say("new.choose"), drop=say("new.drop", formats=formats)))


def style(*, choose: str, drop: str) -> Markup:
    """The uploader's words as a style sheet."""
    zone = '[data-testid="stFileUploaderDropzone"]'
    rules = (
        f'{zone} button p::after {{ content: "{choose}"; }}',
        f'{zone} [data-testid="stFileUploaderDropzoneInstructions"] span::after {{ content: "{drop}"; }}',
    )
    return Markup(f"<style>{' '.join(rules)}</style>")


def _file(each: Upload, number: int, say: Words) -> Upload:
    if each.problem:
        st.error(f"{page.error_text(each.problem, say)} {say('new.left_out')}", icon=":material/error:")
        return each
    with st.container(border=True, key=f"file-{number}"):
        about = say("new.speakers", names=", ".join(each.speakers)) if each.speakers else say("new.no_speakers")
        size = say("new.words", count=each.words)
        page.html(joined([tag("span", each.name, class_="i2f-file"), tag("p", f"{size} · {about}", class_="i2f-muted")]))
        return _who(each, number, say)


def _who(each: Upload, number: int, say: Words) -> Upload:
    key = f"{state.form_round()}-{number}-{each.name}"
    left, right = st.columns(2)
    with left:
        name = st.text_input(say("new.name"), placeholder=say("new.name_hint"), key=f"name-{key}", help=say("new.who_help"))
    with right:
        role = st.text_input(say("new.role"), placeholder=say("new.role_hint"), key=f"role-{key}")
    transcript = each.transcript and replace(each.transcript, interviewee=interviewee(name, role))
    return replace(each, transcript=transcript)


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
