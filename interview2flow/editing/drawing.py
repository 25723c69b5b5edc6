"""The drawing of a process."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.model import Process


def arranged(process: Process) -> Process:
    """The same process without its drawing: it is arranged anew when it is next drawn."""
    return replace(process, diagram=None)
