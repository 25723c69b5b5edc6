"""What a manual that is made now says of its versions: those that were named, and what has changed since the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from interview2flow.model import Process
from interview2flow.model.details import Details, Revision
from interview2flow.model.differences import compare
from interview2flow.storage import NamedVersion

CHANGED: Final = "{version}+"
"""What the manual's version is called where the flowchart has changed since that version was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The details as this manual shows them, and the flowchart of the version before."""

    details: Details
    since: Process | None = None


def edition(
    versions: Sequence[NamedVersion], details: Details, process: Process, shown_in: Callable[[NamedVersion], Process]
) -> Edition:
    """This manual of the process; `versions` come the oldest first, `shown_in` gives the flowchart of each.

    What was approved as it was then is a draft again as soon as the flowchart says something else.
    """
    same = next((version for version in versions if version.name == details.version), None)
    if same and compare(now := shown_in(same), process):
        changed = replace(details, version=CHANGED.format(version=same.name), status=None, date=None)
        return Edition(details=_listed(versions, changed), since=now)
    before = [version for version in versions if version is not same]
    return Edition(details=_listed(versions, details), since=shown_in(before[-1]) if before else None)


def _listed(versions: Sequence[NamedVersion], details: Details) -> Details:
    """The list of versions with those that were named, this one last; what was entered about one of them stays."""
    entered = {revision.version: revision for revision in details.revisions}
    named = {version.name: Revision(version=version.name, date=version.date) for version in versions}
    merged = {name: entered.get(name, revision) for name, revision in ({**entered, **named}).items()}
    ordered = sorted(merged.values(), key=lambda revision: (revision.version == details.version, revision.version in named))
    return replace(details, revisions=tuple(ordered))
