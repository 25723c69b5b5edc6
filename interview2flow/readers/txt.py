"""Plain text, with or without speakers."""

from __future__ import annotations

from interview2flow.model import Turn
from interview2flow.readers.form import paragraphs, speech
from interview2flow.readers.form.decoding import decode


def read(name: str, content: bytes) -> tuple[Turn, ...]:
    """The turns of a plain text."""
    return speech.turns(paragraphs.lines(decode(name, content)))
