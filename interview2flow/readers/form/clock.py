"""Times of day and of recordings, as transcripts write them."""

from __future__ import annotations

from typing import Final

TIME: Final = r"\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,3})?"
"""`0:04`, `00:00:03`, `01:02.500`, `00:00:02,227`: minutes first unless there are two colons."""


def seconds(time: str) -> float:
    """`"00:01:02,500"` → 62.5."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
