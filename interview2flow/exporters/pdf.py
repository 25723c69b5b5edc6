"""The flowchart as PDF: a page as large as the flowchart, to print or to send."""

from __future__ import annotations

from collections.abc import Sequence

from interview2flow import layout
from interview2flow.model import Finding, Process


def render(process: Process, findings: Sequence[Finding]) -> bytes:  # noqa: ARG001
    """The whole flowchart; findings are not drawn."""
    return layout.pdf(layout.picture(process).svg)
