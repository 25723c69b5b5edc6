"""The details of a project's manual: a form, what is still open in it, and the same as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from interview2flow import exporters
from interview2flow.editing.responsibilities import by_name
from interview2flow.errors import Interview2FlowError, StaleSaveError
from interview2flow.exporters import Gap
from interview2flow.model import Process
from interview2flow.model.details import Details
from interview2flow.storage import Project, Store
from interview2flow.ui import library, page, state
from interview2flow.ui.dates import when
from interview2flow.ui.manual import keeping, opened
from interview2flow.ui.manual.fields import Fields
from interview2flow.ui.manual.looks import looks
from interview2flow.ui.manual.opened import Form
from interview2flow.ui.manual.sections import SECTIONS, Section
from interview2flow.ui.manual.telling import told
from interview2flow.ui.markup import tag
from interview2flow.ui.panels.review import plain
from interview2flow.ui.reading import read
from interview2flow.ui.texts import Words
from interview2flow.ui.views import files
from interview2flow.ui.views.downloads import downloads
from interview2flow.ui.views.heading import heading

ENDING: Final = "yaml"
ENDINGS: Final = (ENDING, "yml")
MEDIA_TYPE: Final = "application/yaml"


def show(store: Store, project_id: str, say: Words) -> None:
    """The page."""
    project = library.find(store, project_id)
    if project is None:
        st.warning(say("project.gone"))
        return
    newest = store.latest(project_id)
    beside = partial(downloads, store, project, say) if newest else None
    heading(project, say("manual.title"), say("manual.lead"), say, beside=beside)
    if newest is None:
        st.info(say("manual.undrafted"))
        return
    _desk(store, project, read(newest.xml).process, say)


@st.fragment
def _desk(store: Store, project: Project, process: Process, say: Words) -> None:
    """The part that runs again at each entry, without the rest of the page."""
    with page.plain_errors(say):
        form = opened.form(keeping.kept(store, project.id))
        gaps = exporters.still_open(process, by_name(form.kept.details, process))
        if form.refused:
            _conflict(store, form, form.refused, say)
        if form.problem:
            st.error(form.problem, icon=":material/error:")
        left, right = st.columns([0.24, 0.76], gap="medium")
        with left:
            section = _choice(gaps, say)
            _as_file(store, form, project, process, say)
            looks(store, project.id, form, say)
        with right, st.container(key="manual-section"):
            _status(form, section, gaps, say)
            section.draw(Fields(form, process, say, partial(_take, store, project.id, say)))
    page.notice()


def _choice(gaps: Sequence[Gap], say: Words) -> Section:
    """All parts of the form, each with what is open in it."""
    title = say("manual.open", count=len(gaps)) if gaps else say("manual.all_there")
    page.html(tag("h2", title, class_="i2f-open"))
    named = {section.name: section for section in SECTIONS}
    chosen = st.radio(
        say("manual.title"),
        list(named),
        format_func=lambda name: say(f"manual.sections.{name}"),
        captions=[f":orange-badge[{count}]" if (count := len(section.gaps(gaps))) else "" for section in SECTIONS],
        key="manual-part",
        label_visibility="collapsed",
    )
    return named[chosen]


def _status(form: Form, section: Section, gaps: Sequence[Gap], say: Words) -> None:
    """What the part is for, that all is saved, and what is still open in it."""
    missing = told(section.gaps(gaps), say)
    page.html(
        tag(
            "div",
            tag("p", _saved(form, say), class_="i2f-muted i2f-saved", role="status"),
            tag("h2", say(f"manual.sections.{section.name}")),
            tag("p", say(f"manual.leads.{section.name}"), class_="i2f-hint"),
            *([tag("p", tag("b", say("manual.missing_here")), f" {missing}", class_="i2f-missing")] if missing else []),
            class_="i2f-part",
        )
    )


def _saved(form: Form, say: Words) -> str:
    """What was saved last, and when."""
    if form.kept.saved is None:
        return say("manual.nothing_saved")
    moment = when(form.kept.saved, say, zone=st.context.timezone, to_the_minute=True)
    if form.last is None:
        return say("manual.saved", when=moment)
    return say("manual.saved_field", what=say(f"manual.fields.{form.last}"), when=moment)


def _as_file(store: Store, form: Form, project: Project, process: Process, say: Words) -> None:
    """The details as the file that the command line takes, to be taken away and handed in."""
    with st.popover(say("manual.file"), icon=":material/description:", width="stretch"):
        st.download_button(
            say("manual.download"),
            data=partial(keeping.file, store, project.id, process),
            file_name=library.file_name(project.title, say("manual.file_name"), ENDING),
            mime=MEDIA_TYPE,
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        page.html(tag("p", say("manual.load_help"), class_="i2f-hint"))
        page.html(files.style(choose=say("manual.choose"), drop=say("manual.drop")))
        key = f"manual-file-{form.handed_in}"
        st.file_uploader(
            say("manual.load"),
            type=list(ENDINGS),
            key=key,
            on_change=partial(_handed_in, store, project.id, process, key, say),
        )


def _handed_in(store: Store, project_id: str, process: Process, key: str, say: Words) -> None:
    """Takes over what a file gives; one that cannot be used is named with the place of the fault."""
    file, before = state.file(key), opened.last_form(project_id)
    if file is None or before is None:
        return
    form = replace(before, handed_in=before.handed_in + 1, last=None, problem=None)
    try:
        details = keeping.loaded(file.getvalue(), file.name, process, form.refused or form.kept.details)
    except Interview2FlowError as error:
        opened.keep(replace(form, problem=plain(page.error_text(error, say))))
        return
    _save(store, form, details, say, anew=True)
    state.notify(say("manual.loaded", name=plain(file.name)))


def _take(store: Store, project_id: str, say: Words, name: str, value: Any) -> None:
    """Stores what was typed, and with it what waits for a decision."""
    form = opened.last_form(project_id) or opened.form(keeping.kept(store, project_id))
    _save(store, replace(form, last=name, problem=None), replace(form.refused or form.kept.details, **{name: value}), say)


def _save(store: Store, form: Form, details: Details, say: Words, *, anew: bool = False) -> None:
    """Stores the details; where somebody else changed the same, the reader decides. `anew`: all fields show what is kept."""
    try:
        kept = keeping.save(store, form.kept, details)
    except StaleSaveError:
        opened.keep(replace(form, refused=details))
    except Interview2FlowError as error:
        state.notify(page.error_text(error, say))
    else:
        same = kept.details == details and not anew
        opened.keep(replace(form, number=form.number if same else form.number + 1, kept=kept, refused=None))


def _conflict(store: Store, form: Form, refused: Details, say: Words) -> None:
    """Says that somebody else changed the same meanwhile, and asks whose words shall stand."""
    names = keeping.changed(form.kept.details, refused)
    with st.container(key="conflict"):
        what = ", ".join(say(f"manual.fields.{name}") for name in names)
        st.warning(say("manual.conflict", what=what), icon=":material/call_split:")
        with st.container(horizontal=True):
            st.button(say("manual.mine"), type="primary", on_click=partial(_keep_mine, store, form, names, say))
            st.button(say("manual.theirs"), on_click=partial(_take_theirs, store, form))


def _keep_mine(store: Store, form: Form, mine: dict[str, Any], say: Words) -> None:
    theirs = keeping.kept(store, form.kept.project)
    _save(store, replace(form, kept=theirs, refused=None), replace(theirs.details, **mine), say, anew=True)


def _take_theirs(store: Store, form: Form) -> None:
    opened.keep(replace(form, number=form.number + 1, kept=keeping.kept(store, form.kept.project), refused=None))
