"""A project as one browser tab has it open, and what happens to it: pure changes, no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which drawing surface, and the how-many-th of its changes, a revision was made by."""

    client: str
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An edited flowchart as the editor sends it: `based_on` is the revision that it was drawn on."""

    xml: str
    origin: Origin
    based_on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A change that was not stored, because another revision was stored meanwhile."""

    change: Change
    newest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """An element that the editor shall show; each request has a new `turn`."""

    element: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The revision on which this tab draws, what is selected in it, and a change that waits for a decision.

    `known` is the revision that the picture is known to show: it need not be sent again.
    """

    project: str
    revision: int
    xml: str
    origin: Origin | None = None
    known: int | None = None
    selected: str | None = None
    focus: Focus | None = None
    refusal: Refusal | None = None

    def select(self, element: str | None, *, known: int | None = None) -> Work:
        """The coordinator clicked an element, or the empty canvas, on the picture of the revision `known`."""
        return replace(self, selected=element, known=known)

    def forgotten(self) -> Work:
        """The picture has lost its document."""
        return replace(self, known=None)

    def look_at(self, element: str) -> Work:
        """The coordinator asked to see an element."""
        turn = self.focus.turn + 1 if self.focus else 1
        return replace(self, selected=element, focus=Focus(element=element, turn=turn))

    def stored(self, change: Change, *, revision: int) -> Work:
        """A change was stored as `revision`."""
        return replace(self, revision=revision, xml=change.xml, origin=change.origin, known=None, refusal=None)

    def refused(self, change: Change, *, newest: int) -> Work:
        """A change was not stored; it waits here until the coordinator has decided."""
        return replace(self, refusal=Refusal(change=change, newest=newest))

    def opened(self, *, revision: int, xml: str) -> Work:
        """Another revision was opened in place of this one."""
        return replace(self, revision=revision, xml=xml, origin=None, known=None, refusal=None)
