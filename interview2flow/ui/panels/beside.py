"""What stands beside the flowchart: the selected step, and all that is to check."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from interview2flow.model import Finding, Process, Severity
from interview2flow.ui import page, state
from interview2flow.ui.markup import tag
from interview2flow.ui.panels.details import details
from interview2flow.ui.panels.inspector import Carry, essentials, particulars
from interview2flow.ui.panels.parts import speaker
from interview2flow.ui.reading import Reading
from interview2flow.ui.texts import Words
from interview2flow.ui.work import Work

COLOURS: Final = {Severity.GAP: "red", Severity.DOUBT: "orange", Severity.NOTE: "gray"}


def beside(work: Work, reading: Reading, say: Words, *, carry: Carry) -> None:
    """The panel with its two tabs; `carry` carries edits out."""
    step, review = st.tabs([say("project.step_tab"), say("project.review_tab", count=len(reading.findings))])
    with step:
        essentials(reading.process, work.selected, say, carry=carry)
        page.html(tag("div", details(reading, work.selected, say), class_="i2f-panel"))
        particulars(reading.process, work.selected, say, carry=carry)
    with review:
        _review(work, reading, say)


def _review(work: Work, reading: Reading, say: Words) -> None:
    page.html(tag("p", say("review.lead" if reading.findings else "project.nothing_open"), class_="i2f-hint"))
    with st.container(key="findings"):
        for number, finding in enumerate(reading.findings):
            st.button(
                label(finding, reading.process, say),
                key=f"finding-{number}",
                type="tertiary",
                width="stretch",
                disabled=finding.about is None,
                on_click=partial(_look_at, work.project, finding.about),
            )


def label(finding: Finding, process: Process, say: Words) -> str:
    """What is open as one line of Markdown; whom to ask stands there where there is more than one to ask."""
    severity = say(f"review.severity.{finding.severity.name.lower()}")
    ask = finding.source if len(process.interviews) > 1 else None
    whom = f" *{_plain(say('review.for', who=speaker(process, ask)))}*" if ask else ""
    return f":{COLOURS[finding.severity]}-badge[{severity}] {_plain(finding.text)}{whom}"


def _plain(text: str) -> str:
    """The text with nothing in it that Markdown would take for markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!:$~<>|" else sign for sign in text.replace("\n", " "))


def _look_at(project_id: str, element: str | None) -> None:
    work = state.work(project_id)
    if work and element:
        state.keep(work.look_at(element))
