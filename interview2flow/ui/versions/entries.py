"""The revisions as one reads them: what one person saved within a few minutes is one entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from interview2flow.storage import RevisionInfo

WHILE: Final = timedelta(minutes=10)
"""Saves of one person that lie no further apart than this, from the first to the last, are one entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One or more saves, the newest first. `before` is the version that they started from, None for the first of all."""

    saves: tuple[RevisionInfo, ...]
    before: int | None

    @property
    def newest(self) -> RevisionInfo:
        """The save that the entry ended with."""
        return self.saves[0]

    @property
    def notes(self) -> tuple[str, ...]:
        """What was noted with the saves, the oldest first."""
        return tuple(dict.fromkeys(save.note for save in reversed(self.saves) if save.note))


def entries(infos: Sequence[RevisionInfo]) -> tuple[Entry, ...]:
    """The entries, the newest first; `infos` too has the newest first. The draft and what was refused stand alone."""
    groups: list[list[RevisionInfo]] = []
    for save in infos:
        if groups and _together(groups[-1], save):
            groups[-1].append(save)
        else:
            groups.append([save])
    valid = [info.number for info in infos if not info.refused]
    return tuple(Entry(saves=tuple(group), before=_before(group[-1], valid)) for group in groups)


def _together(group: Sequence[RevisionInfo], older: RevisionInfo) -> bool:
    if group[0].refused or older.refused or older.based_on is None:
        return False
    return group[0].author == older.author and group[0].created - older.created <= WHILE


def _before(first: RevisionInfo, valid: Sequence[int]) -> int | None:
    """What a save changed: the version before it, or the one that a refused save was drawn on."""
    if first.refused:
        return first.based_on
    return next((number for number in valid if number < first.number), None)
