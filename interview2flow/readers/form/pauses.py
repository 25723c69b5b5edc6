"""Where the speech of an unknown speaker is cut into turns."""

from __future__ import annotations

from typing import Final

from interview2flow.model import Turn

PAUSE: Final = 2.0
"""Seconds of silence that end a turn."""

LONG: Final = 600
"""Letters from which a turn ends with its sentence."""

_SENTENCE_END: Final = (".", "?", "!")


def goes_on(last: Turn, start: float) -> bool:
    """Whether what begins at `start` belongs to the turn before it, whose end is known."""
    if last.end is None or start - last.end > PAUSE:
        return False
    return len(last.text) <= LONG or not last.text.endswith(_SENTENCE_END)
