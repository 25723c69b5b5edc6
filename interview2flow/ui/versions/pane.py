"""Two versions beside each other: what differs in words, and both pictures, one above the other, scrolled as one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import streamlit as st

from interview2flow.layout.overview import picture
from interview2flow.layout.svg import Halo
from interview2flow.model import Process
from interview2flow.model.differences import Difference
from interview2flow.ui.markup import Markup, tag
from interview2flow.ui.texts import Words
from interview2flow.ui.versions.differing import HALO, Pair, halos
from interview2flow.ui.versions.telling import told

NAME: Final = "interview2flow.versions"
"""The package's name and the component's, as `interview2flow/pyproject.toml` declares them."""

READABLE: Final = 0.6
"""Pictures are not made smaller than this to fit the window; what does not fit is scrolled to."""


def item(difference: Difference, found: Pair, say: Words) -> Markup:
    """A difference as a line of a list: sign and colour say whether it came, went or changed, and so does a word."""
    kind = difference.kind
    name = say(f"versions.kind.{kind}")
    sign = tag("b", HALO[kind].sign, class_=f"i2f-sign i2f-{kind}", title=name, role="img", **{"aria-label": name})
    return tag("li", sign, " ", told(difference, found, say))


def pane(found: Pair, names: tuple[str, str], say: Words, *, project: str) -> None:
    """Shows what differs, and both flowcharts with it set apart."""
    _component()(key=f"versions-{project}", data=content(found, names, say))


def content(found: Pair, names: tuple[str, str], say: Words) -> Mapping[str, Any]:
    """What the front end shows."""
    kinds = [{"kind": kind, "sign": halo.sign, "name": say(f"versions.kind.{kind}")} for kind, halo in HALO.items()]
    sides = zip((found.before, found.after), halos(found), names, strict=True)
    return {
        "texts": {"differences": say("versions.differences"), "same": say("versions.no_difference"), "kinds": kinds},
        "differences": [{"kind": d.kind, "element": d.element, "text": told(d, found, say)} for d in found.differences],
        "versions": [_version(process, marks, name) for process, marks, name in sides],
    }


def _version(process: Process, marks: Mapping[str, Halo], name: str) -> Mapping[str, Any]:
    drawn = picture(process, halos=marks)
    return {"name": name, "svg": drawn.svg, "width": round(drawn.width), "least": round(drawn.width * READABLE)}


@cache
def _component() -> Any:
    # Registered at first use: there is no running app at import time.
    return st.components.v2.component(NAME, html='<div class="i2f-versions"></div>', js="main.js", isolate_styles=False)
