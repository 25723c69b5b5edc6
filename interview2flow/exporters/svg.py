"""The flowchart as SVG: a scalable picture for browsers and Word."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow import layout
from interview2flow.model import Finding, Process


def render(process: Process, findings: Sequence[Finding]) -> bytes:  # noqa: ARG001
    """The whole flowchart; findings are not drawn."""
    return layout.picture(process).svg.encode()
