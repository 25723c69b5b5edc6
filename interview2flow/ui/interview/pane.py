"""The interviews' Python half: what the front end shows, and what comes back as typed values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import cache, partial
from typing import Any, Final

import streamlit as st

from interview2flow.model import Evidence, Process, Transcript
from interview2flow.ui import state
from interview2flow.ui.interview.passages import told

NAME: Final = "interview2flow.interview"
"""The package's name and the component's, as `interview2flow/pyproject.toml` declares them."""


def pane(
    process: Process,
    transcripts: Sequence[Transcript],
    *,
    project: str,
    selected: str | None,
    texts: Mapping[str, Any],
    on_pick: Callable[[str], None],
    on_make: Callable[[Evidence], None],
) -> None:
    """Shows the interviews. The handlers are called before the page runs again."""
    key = f"interviews-{project}"
    _component()(
        key=key,
        data={
            "selected": selected,
            "texts": texts,
            "interviews": [
                {"name": t.name, "who": str(t.interviewee or ""), "turns": [asdict(turn) for turn in told(process, t)]}
                for t in transcripts
            ],
        },
        on_pick_change=partial(_report_pick, key, on_pick),
        on_make_change=partial(_report_make, key, transcripts, on_make),
    )


def words_of(message: object, transcripts: Sequence[Transcript]) -> Evidence | None:
    """The words that were marked, as they stand in the interview; None where the message tells of none."""
    match message:
        case {"source": str(source), "turn": int(turn), "start": int(start), "end": int(end)}:
            transcript = next((t for t in transcripts if t.name == source), None)
            if transcript and 0 <= turn < len(transcript.turns):
                text = transcript.turns[turn].text
                if 0 <= start < end <= len(text) and text[start:end].strip():
                    return Evidence(source, turn, start, end, text[start:end])
    return None


def _report_pick(key: str, on_pick: Callable[[str], None]) -> None:
    match state.message(key, "pick"):
        case {"element": str(element)}:
            on_pick(element)


def _report_make(key: str, transcripts: Sequence[Transcript], on_make: Callable[[Evidence], None]) -> None:
    if words := words_of(state.message(key, "make"), transcripts):
        on_make(words)


@cache
def _component() -> Any:
    # Registered at first use: there is no running app at import time.
    return st.components.v2.component(NAME, html='<div class="i2f-interviews"></div>', js="main.js", isolate_styles=False)
