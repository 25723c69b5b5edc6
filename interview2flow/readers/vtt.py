"""WebVTT captions, as meeting programs write them."""

from __future__ import annotations

from interview2flow.model import Turn
from interview2flow.readers.form import cues
from interview2flow.readers.form.decoding import decode


def read(name: str, content: bytes) -> tuple[Turn, ...]:
    """The turns of a caption file."""
    return cues.turns(decode(name, content))
