"""All that a coordinator has to decide about a draft, and how far that has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from interview2flow import analysis
from interview2flow.editing.reviewing import as_asked
from interview2flow.model import Finding, Process
from interview2flow.ui.reading import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to decide. `sources` are the interviews whose interviewees could be asked."""

    finding: Finding
    sources: tuple[str, ...]

    @property
    def key(self) -> str:
        """By what it is known again."""
        return self.finding.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The points still to decide, those left to somebody else, and those that are done; each most consequential first.

    `corrected` counts what was in doubt once and is not any more, because the flowchart was changed.
    """

    open: tuple[Point, ...]
    waiting: tuple[Point, ...]
    done: tuple[Point, ...]
    corrected: int = 0

    @property
    def looked_at(self) -> int:
        """How many points somebody has decided."""
        return len(self.waiting) + len(self.done) + self.corrected

    @property
    def all(self) -> int:
        """How many points there are, or were."""
        return len(self.open) + self.looked_at

    def chosen(self, key: str | None) -> Point | None:
        """The open point of that key, else the first one."""
        return next((point for point in self.open if point.key == key), next(iter(self.open), None))

    def after(self, key: str) -> str | None:
        """The key of the open point that comes next, or of the first one where none does."""
        keys = [point.key for point in self.open]
        others = keys[keys.index(key) + 1 :] + keys[: keys.index(key)] if key in keys else keys
        return next(iter(others), None)


def checklist(process: Process, *, first: Iterable[Finding] = ()) -> Checklist:
    """Sorts everything in doubt by what has been decided; `first` is what was in doubt in the first draft."""
    points = _points(analysis.doubts(replace(process, settled=frozenset())))
    keys = {point.key for point in points}
    waiting = [point for point in points if point.finding.passed_on in process.settled and point.key not in process.settled]
    settled = [point for point in points if point.key in process.settled]
    decided = {point.key for point in (*waiting, *settled)}
    now = {(point.finding.rule, point.finding.about) for point in points}
    return Checklist(
        open=tuple(point for point in points if point.key not in decided),
        waiting=tuple(waiting),
        done=tuple(point for point in settled if point.finding.asks or as_asked(point.finding).key not in keys),
        corrected=len({(finding.rule, finding.about) for finding in first} - now),
    )


@lru_cache(maxsize=8)
def listed(xml: str, first: str | None = None) -> Checklist:
    """The checklist of a version of the flowchart; `first` is the first draft's XML, where one is kept.

    Raises:
        UnreadableFileError: it is no BPMN.
        InvalidProcessError: it contradicts itself.
    """
    return checklist(read(xml).process, first=analysis.doubts(read(first).process) if first else ())


def _points(findings: Iterable[Finding]) -> list[Point]:
    """What is put to several people is one thing to decide."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.key, []).append(finding)
    return [
        Point(finding=group[0], sources=tuple(dict.fromkeys(finding.source for finding in group if finding.source)))
        for group in groups.values()
    ]
