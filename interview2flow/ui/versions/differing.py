"""What differs between two versions, read once: for the list of saves, for the words, and for the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from interview2flow.exporters import bpmn
from interview2flow.layout.svg import Halo
from interview2flow.model import Process, SequenceFlow
from interview2flow.model.differences import Difference, Kind, compare
from interview2flow.storage import Store
from interview2flow.ui.reading import FILE

HALO = {Kind.ADDED: Halo.ADDED, Kind.REMOVED: Halo.REMOVED, Kind.CHANGED: Halo.CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions with what differs from the first to the second."""

    before: Process
    after: Process
    differences: tuple[Difference, ...]


def pair(store: Store, project: str, before: int, after: int) -> Pair:
    """Two versions by their numbers.

    Raises:
        UnreadableFileError, InvalidProcessError: one of them is no flowchart.
        NotStoredError: there is none of that number.
    """
    return _pair(store.revision(project, before).xml, store.revision(project, after).xml)


@lru_cache(maxsize=256)
def _pair(before: str, after: str) -> Pair:
    first, second = process_of(before), process_of(after)
    return Pair(before=first, after=second, differences=compare(first, second))


@lru_cache(maxsize=64)
def process_of(xml: str) -> Process:
    """The process alone, without all that is open in it."""
    return bpmn.read(xml.encode(), name=FILE)


def halos(found: Pair) -> tuple[Mapping[str, Halo], Mapping[str, Halo]]:
    """What to set apart on the picture of the first and of the second version."""
    first = {d.element: HALO[d.kind] for d in found.differences if d.kind is not Kind.ADDED}
    second = {d.element: HALO[d.kind] for d in found.differences if d.kind is not Kind.REMOVED}
    first |= dict.fromkeys(_only(found.before, found.after), Halo.REMOVED)
    second |= dict.fromkeys(_only(found.after, found.before), Halo.ADDED)
    return first, second


def _only(these: Process, those: Process) -> Iterator[str]:
    """The arrows that one version alone has, be it for their condition."""
    known = {_told(flow) for flow in those.flows}
    yield from (flow.id for flow in these.flows if _told(flow) not in known)


def _told(flow: SequenceFlow) -> tuple[str, str, str]:
    return flow.source, flow.target, flow.name
