"""What the reviewer sees on the picture itself: where each step comes from, and which ones are in doubt."""

from __future__ import annotations

from dataclasses import dataclass

from interview2flow.model import Finding, Provenance, Severity, Task
from interview2flow.ui.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How an element is marked: `open` is "gap" or "doubt" and draws a badge, `title` is what the badge says."""

    provenance: Provenance
    open: str | None = None
    title: str = ""


def marks(reading: Reading) -> dict[str, Mark]:
    """The marks by element; what was said and leaves nothing open has none."""
    found = {}
    for node in reading.process.nodes:
        findings = [finding for finding in reading.by_element.get(node.id, ()) if finding.severity > Severity.NOTE]
        # A gateway or event is always drawn by the program: that alone is nothing to point at.
        provenance = node.provenance if isinstance(node, Task) or node.provenance is Provenance.EDITED else Provenance.STATED
        if findings or provenance is not Provenance.STATED:
            found[node.id] = Mark(provenance=provenance, open=_worst(findings), title="\n".join(f.text for f in findings))
    return found


def _worst(findings: list[Finding]) -> str | None:
    return max(findings, key=lambda finding: finding.severity).severity.name.lower() if findings else None
