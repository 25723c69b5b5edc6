"""Differences in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview2flow.model import Event, Process
from interview2flow.model.differences import UNNAMED, Aspect, Difference, Kind
from interview2flow.ui.texts import Words
from interview2flow.ui.versions.differing import Pair

GIVEN: Final = "_given"
GONE: Final = "_gone"
ONE_SIDED: Final = {Aspect.ROLE, Aspect.FACTS, Aspect.NEXT}
"""Where it is told otherwise if something was there only before, or only is there now."""


def told(difference: Difference, found: Pair, say: Words) -> str:
    """One difference in a few words, without saying whether it was added, removed or changed."""
    values = _values(difference, found, say)
    if difference.kind is not Kind.CHANGED or difference.aspect is None:
        of = found.before if difference.kind is Kind.REMOVED else found.after
        role = "_role" if any(lane.id == difference.element for lane in of.lanes) else ""
        return say(f"versions.told.{difference.kind}{role}", name=values["name"])
    key = f"versions.told.{difference.aspect}"
    if difference.aspect in ONE_SIDED and not difference.before:
        return say(key + GIVEN, **values)
    if difference.aspect in ONE_SIDED and not difference.after:
        return say(key + GONE, **values)
    return say(key, **values)


def _values(difference: Difference, found: Pair, say: Words) -> Mapping[str, str]:
    before, after = difference.before, difference.after
    if difference.aspect is Aspect.NEXT:
        before, after = (text.replace(UNNAMED, say("versions.the_end")) for text in (before, after))
    elif difference.aspect is Aspect.NAME:
        before, after = (text or "…" for text in (before, after))
    kind = say(f"step.fact.{difference.fact}") if difference.fact else ""
    of = found.before if difference.kind is Kind.REMOVED else found.after
    return {"name": difference.name or _unnamed(of, difference.element, say), "before": before, "after": after, "kind": kind}


def _unnamed(process: Process, element: str, say: Words) -> str:
    """What something without a name is called: start, end, decision."""
    node = next((node for node in process.nodes if node.id == element), None)
    if isinstance(node, Event):
        return say(f"step.kind.{node.kind}")
    return "…"
