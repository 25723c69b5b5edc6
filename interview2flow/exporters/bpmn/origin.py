"""Where a node, lane or flow comes from: `i2f:origin` inside `bpmn:extensionElements`.

It also holds what the part was called and where it stood when we wrote it: what an editor changed since is seen by that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, choice, real
from interview2flow.exporters.bpmn.vocabulary import I2F
from interview2flow.model import Provenance

ORIGIN: Final = I2F + "origin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a part comes from, and how it was when we wrote it; None what does not apply to its kind."""

    provenance: Provenance = Provenance.EDITED
    actor: Provenance | None = None
    confidence: float = 1.0
    named: bool = True
    name: str = ""
    lane: str | None = None
    source: str | None = None
    target: str | None = None

    def now(self, *, name: str, source: str | None = None, target: str | None = None) -> Provenance:
        """The provenance of the part, which is now called `name` and joins `source` and `target`: edited if that is new."""
        return self.provenance if (name, source, target) == (self.name, self.source, self.target) else Provenance.EDITED

    def actor_now(self, lane: str | None) -> Provenance:
        """How the actor of a task is known that now stands in `lane`."""
        return self.actor if self.actor and lane == self.lane else Provenance.EDITED


FOREIGN: Final = Origin()
"""The origin of what somebody drew in an editor."""


def write_origin(parent: etree._Element, origin: Origin) -> None:
    """Adds where a part comes from."""
    add(
        parent,
        ORIGIN,
        provenance=origin.provenance,
        actor=origin.actor,
        confidence=None if origin.confidence == 1 else repr(origin.confidence),
        named=None if origin.named else "false",
        name=origin.name,
        lane=origin.lane,
        source=origin.source,
        target=origin.target,
    )


def origin_in(extensions: etree._Element | None) -> Origin:
    """What is known of a part's origin; FOREIGN where nothing is."""
    element = None if extensions is None else extensions.find(ORIGIN)
    if element is None:
        return FOREIGN
    return Origin(
        provenance=choice(element, "provenance", Provenance),
        actor=choice(element, "actor", Provenance) if "actor" in element.attrib else None,
        confidence=real(element, "confidence", default=1.0),
        named=element.get("named") != "false",
        name=element.get("name", ""),
        lane=element.get("lane"),
        source=element.get("source"),
        target=element.get("target"),
    )
