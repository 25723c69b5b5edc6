"""What every page shares: frame, style, heading, language."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import streamlit as st

from interview2flow.errors import Interview2FlowError
from interview2flow.ui import state
from interview2flow.ui.markup import Markup, tag
from interview2flow.ui.texts import LANGUAGES, Words, choose_language, words

LOG: Final = logging.getLogger(__name__)
STYLE: Final = Path(__file__).with_name("style.css")
ICON: Final = Path(__file__).with_name("icon.png")
LANGUAGE_KEY: Final = "language"


def set_up() -> Words:
    """Frames the page and gives the words to speak in; the first call of a run."""
    st.set_page_config(page_title="interview2flow", page_icon=str(ICON), layout="wide", initial_sidebar_state="collapsed")
    st.html(STYLE)
    return words(choose_language(setting=state.language_setting(), browser=st.context.locale))


def brand_row(say: Words) -> None:
    """The top of the pages outside of a project."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        html(tag("span", Markup("interview<b>2</b>flow"), class_="i2f-brand"), width="content")
        _language_choice(say)


def _language_choice(say: Words) -> None:
    st.selectbox(
        say("language"),
        list(LANGUAGES),
        index=list(LANGUAGES).index(say.language),
        format_func=LANGUAGES.__getitem__,
        key=LANGUAGE_KEY,
        label_visibility="collapsed",
        width=130,
        on_change=_language_chosen,
    )


def _language_chosen() -> None:
    chosen = state.widget(LANGUAGE_KEY)
    if isinstance(chosen, str):
        state.set_language(chosen)


def html(content: str, *, width: str | int = "stretch") -> None:
    """Puts markup on the page."""
    st.html(content, width=width)  # type: ignore[arg-type]  # Streamlit's name for these three words is private


def notice() -> None:
    """Shows what the last handler left to say."""
    if text := state.take_notice():
        st.toast(text)


def error_text(error: Interview2FlowError, say: Words) -> str:
    """What happened and what to do, in the reader's language where we have the words; paths stay out of it."""
    kind = ".".join(filter(None, (type(error).__name__, getattr(error, "fault", ""))))
    try:
        return say(f"errors.{kind}", **vars(error))
    except KeyError:
        return str(error)


@contextmanager
def plain_errors(say: Words) -> Iterator[None]:
    """Whatever goes wrong inside is said in plain words."""
    try:
        yield
    except Interview2FlowError as error:
        st.error(error_text(error, say), icon=":material/error:")
    except Exception as error:  # noqa: BLE001  (the last resort of a page)
        # Where it happened, but not the message: that may hold an interview's words.
        LOG.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))  # noqa: TRY400
        st.error(say("errors.unexpected"), icon=":material/error:")
