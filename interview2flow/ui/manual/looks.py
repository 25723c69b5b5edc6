"""The Word file that a project's Word exports look like: what it is called, and the field for another one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from interview2flow import exporters
from interview2flow.errors import Interview2FlowError
from interview2flow.exporters import BLOCKS, PLACEHOLDERS
from interview2flow.storage import Store, Template
from interview2flow.ui import page, state
from interview2flow.ui.manual import opened
from interview2flow.ui.manual.opened import Form
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.texts import Words
from interview2flow.ui.views import files

ENDINGS: Final = ("docx", "dotx", "docm", "dotm", "doc", "dot")
"""What companies keep templates in; those that cannot be used are refused with the reason."""

MEDIA_TYPE: Final = "application/octet-stream"


def looks(store: Store, project_id: str, form: Form, say: Words) -> None:
    """What is used now, to be taken away or replaced."""
    used = store.template(project_id)
    with st.popover(say("manual.looks.title"), icon=":material/style:", width="stretch"):
        page.html(_lead(used, say))
        if used:
            _used(store, project_id, used, say)
        page.html(files.style(choose=say("manual.choose"), drop=say("manual.drop")))
        key = f"manual-looks-{form.handed_in}"
        st.file_uploader(
            say("manual.looks.replace" if used else "manual.looks.load"),
            type=list(ENDINGS),
            key=key,
            on_change=partial(_handed_in, store, project_id, key, say),
        )
        page.html(_placeholders(say))


def _lead(used: Template | None, say: Words) -> Markup:
    if used is None:
        return tag("p", say("manual.looks.none"), class_="i2f-hint")
    return joined([tag("p", used.name, class_="i2f-file"), tag("p", say("manual.looks.used"), class_="i2f-hint")])


def _used(store: Store, project_id: str, used: Template, say: Words) -> None:
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            say("manual.looks.download"),
            data=used.content,
            file_name=used.name,
            mime=MEDIA_TYPE,
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        st.button(
            say("manual.looks.remove"),
            type="tertiary",
            icon=":material/delete:",
            on_click=partial(_removed, store, project_id, used.name, say),
        )


def _handed_in(store: Store, project_id: str, key: str, say: Words) -> None:
    """Keeps a file that can be used, and says what was found in it; names the fault of another."""
    file, before = state.file(key), opened.last_form(project_id)
    if file is None or before is None:
        return
    form = replace(before, handed_in=before.handed_in + 1, problem=None)
    try:
        template = exporters.read_template(file.getvalue(), name=file.name)
        store.set_template(project_id, template.name, template.content)
    except Interview2FlowError as error:
        opened.keep(replace(form, problem=page.error_text(error, say)))
        return
    opened.keep(form)
    found = len(exporters.placeholders(template))
    state.notify(say("manual.looks.loaded" if found else "manual.looks.sample", name=file.name, count=found))


def _removed(store: Store, project_id: str, name: str, say: Words) -> None:
    store.remove_template(project_id)
    state.notify(say("manual.looks.removed", name=name))


def _placeholders(say: Words) -> Markup:
    """What can be written into the file, and what comes in its place."""
    rows = (
        tag("tr", tag("td", tag("code", f"{{{{{name}}}}}")), tag("td", say(f"manual.looks.placeholders.{name}")))
        for name in (*PLACEHOLDERS, *BLOCKS)
    )
    return joined([tag("p", say("manual.looks.write"), class_="i2f-hint"), tag("table", *rows, class_="i2f-places")])
