"""Who does what, when and under which condition: spaCy components, one file or folder each, from Transcript to Extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview2flow.model import Extraction, Transcript

__all__ = ["extract"]


def extract(transcript: Transcript) -> Extraction:
    """All that is understood of one interview, whose `language` is set.

    Raises:
        UnknownLanguageError: the transcript's language is none of ours.
    """
    from interview2flow.extraction.understand import read, understand

    return understand(read(transcript))
