"""The app: frames the page and shows the one that the address names."""

from __future__ import annotations

from interview2flow.ui import library, page, state
from interview2flow.ui.texts import Words
from interview2flow.ui.views import history, manual, material, new, project, projects


def show() -> None:
    """Runs the page once, as Streamlit does after each click."""
    say = page.set_up()
    with page.plain_errors(say):
        _view(say)
    page.notice()


def _view(say: Words) -> None:
    place = state.place()
    store = library.store()
    if place.project is not None and place.view is state.View.HISTORY:
        history.show(store, place.project, say)
    elif place.project is not None and place.view is state.View.MATERIAL:
        material.show(store, place.project, say)
    elif place.project is not None and place.view is state.View.MANUAL:
        manual.show(store, place.project, say)
    elif place.project is not None:
        project.show(store, place.project, say)
    elif place.view is state.View.NEW:
        new.show(store, say)
    else:
        projects.show(store, say)
