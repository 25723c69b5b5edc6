"""Text that every file format can hold."""

from __future__ import annotations

import re
from typing import Final

SPACES: Final = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML does not allow, or no program shows."""
DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows; right-to-left letters need none of them."""


def clean(text: str) -> str:
    """The text without control characters; a line break becomes a space."""
    return DIRECTION.sub("", FORBIDDEN.sub("", SPACES.sub(" ", text)))
