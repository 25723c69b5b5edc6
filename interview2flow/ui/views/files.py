"""Handing in files: the field for them, and who was interviewed in each."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from interview2flow import readers
from interview2flow.ui import page, state
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.texts import Words
from interview2flow.ui.uploads import Upload, interviewee, told_apart, upload


def files(label: str, say: Words) -> tuple[Upload, ...]:
    """What was handed in, each file read at once."""
    _speak_our_language(say)
    handed_in = st.file_uploader(
        label,
        type=list(readers.FORMATS),
        accept_multiple_files=True,
        key=f"files-{state.form_round()}",
    )
    return told_apart(upload(file.name, file.getvalue()) for file in handed_in)


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


def problem(each: Upload, say: Words) -> bool:
    """Names a file that cannot be used, with the reason; the others are used."""
    if each.problem is None:
        return False
    st.error(f"{page.error_text(each.problem, say)} {say('new.left_out')}", icon=":material/error:")
    return True


def about(each: Upload, say: Words) -> None:
    """What is in a file."""
    who = say("new.speakers", names=", ".join(each.speakers)) if each.speakers else say("new.no_speakers")
    size = say("new.words", count=each.words)
    page.html(joined([tag("span", each.name, class_="i2f-file"), tag("p", f"{size} · {who}", class_="i2f-muted")]))


def who(each: Upload, number: int, say: Words) -> Upload:
    """Asks who was interviewed."""
    key = f"{state.form_round()}-{number}-{each.name}"
    left, right = st.columns(2)
    with left:
        name = st.text_input(say("new.name"), placeholder=say("new.name_hint"), key=f"name-{key}", help=say("new.who_help"))
    with right:
        role = st.text_input(say("new.role"), placeholder=say("new.role_hint"), key=f"role-{key}")
    transcript = each.transcript and replace(each.transcript, interviewee=interviewee(name, role))
    return replace(each, transcript=transcript)
