"""What the pages do with the store: begin a project, draft it, find, rename and delete it, render its files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import streamlit as st

from interview2flow import exporters, languages, pipeline
from interview2flow.exporters import bpmn
from interview2flow.model import Transcript
from interview2flow.pipeline import Progress
from interview2flow.storage import Project, Store
from interview2flow.ui.reading import read
from interview2flow.ui.uploads import Upload

UNSAFE: Final = frozenset('<>:"/\\|?*')
"""What file names cannot hold on one system or another."""


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store that INTERVIEW2FLOW_STORE names, or the one in the user's data folder."""
    return Store.open(os.environ.get("INTERVIEW2FLOW_STORE"))
