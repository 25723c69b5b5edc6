"""The review list: each doubt with its words, to be decided one after the other, by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import shorten
from typing import Final

import streamlit as st

from interview2flow import workspace
from interview2flow.editing import reviewing
from interview2flow.editing.answering import Reply
from interview2flow.model import Finding, Process, Severity
from interview2flow.storage import Store
from interview2flow.ui import page, state
from interview2flow.ui.checklist import Checklist, Point, listed
from interview2flow.ui.markup import tag
from interview2flow.ui.panels.parts import quotes, speaker
from interview2flow.ui.panels.sheets import sheets
from interview2flow.ui.reading import read
from interview2flow.ui.saving import Carry, Edit
from interview2flow.ui.texts import Words
from interview2flow.ui.work import Work

COLOURS: Final = {Severity.GAP: "red", Severity.DOUBT: "orange", Severity.NOTE: "gray"}
ANSWER: Final = "review-answer"
ANSWERED_BY: Final = "review-answered-by"
SHORTEST_ANSWER: Final = 68
"""Pixels: two lines, the least that Streamlit draws."""

LONGEST: Final = 90
"""Characters of a point that is done."""


def review(store: Store, work: Work, say: Words, *, carry: Carry) -> None:
    """How far the review has come, the points to decide with the chosen one unfolded, and what is decided already."""
    points = listed(work.xml, _first_draft(store, work.project))
    process = read(work.xml).process
    _progress(points, say)
    desk = _Desk(store, work.project, process, points, say, carry)
    chosen = points.chosen(state.review_point())
    with st.container(key="findings"):
        for number, point in enumerate(points.open):
            desk.row(point, number)
            if point is chosen:
                desk.card(point)
    desk.decided("waiting", points.waiting)
    desk.decided("done", points.done)
    sheets(store, work.project, process, say, carry=carry)


def _first_draft(store: Store, project_id: str) -> str | None:
    first = next(iter(store.drafts(project_id)), None)
    return first.xml if first else None


def _progress(points: Checklist, say: Words) -> None:
    if not points.all:
        page.html(tag("p", say("project.nothing_open"), class_="i2f-hint"))
        return
    text = say("review.progress", done=points.looked_at, all=points.all)
    bar = tag("progress", "", value=str(points.looked_at), max=str(points.all), **{"aria-label": text})
    lead = tag("p", say("review.lead" if points.open else "review.finished"), class_="i2f-hint")
    page.html(tag("div", tag("p", text), bar, lead, class_="i2f-progress"))


class _Desk:
    """Draws points. A line stays when it is unfolded, and the buttons below keep their keys: the keyboard stays where it is."""

    def __init__(self, store: Store, project_id: str, process: Process, points: Checklist, say: Words, carry: Carry) -> None:
        self.store, self.project_id, self.process, self.points = store, project_id, process, points
        self.say, self.carry = say, carry

    def row(self, point: Point, number: int) -> None:
        """A point as one line that unfolds it."""
        st.button(
            label(point, self.process, self.say),
            key=f"finding-{number}",
            type="tertiary",
            width="stretch",
            on_click=partial(show_point, self.project_id, point.key, point.finding.about),
        )

    def card(self, point: Point) -> None:
        """A point's words and what can be done about it."""
        with st.container(border=True, key="review-card"):
            if point.finding.evidence:
                page.html(tag("div", quotes(point.finding.evidence, self.process, self.say), class_="i2f-panel"))
            with st.container(horizontal=True, gap="small"):
                self._decisions(point)
            self._answer(point)

    def _decisions(self, point: Point) -> None:
        say, finding = self.say, point.finding
        settle = partial(reviewing.settle, key=finding.key)
        self._button("right", partial(self._decide, point, settle, say("history.settled")), look="primary")
        if finding.about is not None:
            self._button("correct", partial(_correct, self.project_id, finding.about))
        whom = " · ".join(dict.fromkeys(speaker(self.process, source) for source in point.sources))
        text = say("review.ask", who=whom) if whom and several(self.process) else say("review.ask_somebody")
        ask = partial(reviewing.ask, finding=finding)
        self._button("ask", partial(self._decide, point, ask, say("history.asked")), text=text)

    def _button(self, name: str, act: Callable[[], None], *, text: str = "", look: str = "secondary") -> None:
        st.button(
            text or self.say(f"review.{name}"),
            key=f"review-{name}",
            type=look,  # type: ignore[arg-type]
            on_click=act,
        )

    def _answer(self, point: Point) -> None:
        with st.form(f"answer-{point.key}", border=False, clear_on_submit=True):
            st.text_area(
                self.say("review.answer"),
                placeholder=self.say("review.answer_hint"),
                height=SHORTEST_ANSWER,
                label_visibility="collapsed",
                key=f"{ANSWER}-{point.key}",
            )
            if several(self.process):
                self._who(point, people(self.process))
            st.form_submit_button(self.say("review.keep_answer"), on_click=partial(self._answered, point))

    def _who(self, point: Point, names: list[str]) -> None:
        likely = [self.process.first_interview(source) for source in point.sources if source in names]
        st.selectbox(
            self.say("review.answered_by"),
            names,
            index=names.index(likely[0]) if likely else None,
            format_func=partial(speaker, self.process),
            key=f"{ANSWERED_BY}-{point.key}",
        )

    def _answered(self, point: Point) -> None:
        text = str(state.widget(f"{ANSWER}-{point.key}") or "").strip()
        if not text:
            return
        whom = state.widget(f"{ANSWERED_BY}-{point.key}") or next(iter(point.sources), None)
        finding = point.finding
        reply = Reply(question=finding.text, text=text, source=str(whom) if whom else None, about=finding.about, finding=finding)
        edit = workspace.take_answers(self.store, self.project_id, self.process, [reply])
        self._decide(point, edit, self.say("history.answered"))

    def _decide(self, point: Point, edit: Edit, note: str) -> None:
        """Carries a decision out and unfolds the next point."""
        following = self.points.after(point.key)
        self.carry(edit, note)
        about = next((each.finding.about for each in self.points.open if each.key == following), None)
        show_point(self.project_id, following, about)

    def decided(self, name: str, points: tuple[Point, ...]) -> None:
        """What is decided, to be opened again."""
        if not points:
            return
        with st.expander(self.say(f"review.{name}", count=len(points)), key=f"review-{name}"):
            for number, point in enumerate(points):
                st.button(
                    self.say("review.reopen", text=plain(shorten(point.finding.text, LONGEST, placeholder=" …"))),
                    key=f"reopen-{name}-{number}",
                    type="tertiary",
                    icon=":material/undo:",
                    width="stretch",
                    on_click=partial(self._reopened, point),
                )

    def _reopened(self, point: Point) -> None:
        self.carry(partial(reviewing.reopen, finding=point.finding), self.say("history.reopened"))
        show_point(self.project_id, point.key, point.finding.about)


def label(point: Point, process: Process, say: Words) -> str:
    """What is open as one line of Markdown; whom to ask stands there where there is more than one to ask."""
    finding: Finding = point.finding
    severity = say(f"review.severity.{finding.severity.name.lower()}")
    asked = point.sources if finding.asks and several(process) else ()
    whom = " · ".join(dict.fromkeys(speaker(process, source) for source in asked))
    ask = f" *{plain(say('review.for', who=whom))}*" if whom else ""
    return f":{COLOURS[finding.severity]}-badge[{severity}] {plain(finding.text)}{ask}"


def people(process: Process) -> list[str]:
    """The first interview with each person."""
    return list(dict.fromkeys(process.first_interview(each.name) for each in process.interviews))


def several(process: Process) -> bool:
    """Whether there is more than one person to ask."""
    return len(people(process)) > 1


def plain(text: str) -> str:
    """The text with nothing in it that Markdown would take for markup."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!:$~<>|" else sign for sign in text.replace("\n", " "))


def show_point(project_id: str, key: str | None, about: str | None) -> None:
    """Unfolds a point, and shows on the picture what it is about."""
    state.choose_point(key)
    work = state.work(project_id)
    if work and about:
        state.keep(work.look_at(about))


def _correct(project_id: str, about: str) -> None:
    work = state.work(project_id)
    if work:
        state.keep(work.look_at(about))
        state.show_panel(state.Panel.STEP)
