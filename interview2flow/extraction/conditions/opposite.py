"""The other side of a decision, where only one is told: "there is an order number" → "there is no order number"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from interview2flow.extraction.cues import ready
from interview2flow.languages import texts

SPACES: Final = re.compile(r"\s{2,}")


@cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    listed = texts(language, "flow")["conditions"]["opposites"]
    return tuple((re.compile(rf"(?<!\w){re.escape(told)}(?!\w)", re.IGNORECASE), other) for told, other in listed)


@cache
def _denying(language: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, texts(language, "flow")["conditions"]["denying"])) + r")(?!\w)", re.IGNORECASE
    )


def opposite(condition: str, language: str) -> str:
    """The condition denied, in the language's own way where that is known."""
    text = ready(condition) if condition.islower() else condition.replace("’", "'")
    for told, other in _pairs(language):
        if told.search(text):
            return SPACES.sub(" ", told.sub(other, text, count=1)).strip()
    if _denying(language).search(text):
        return otherwise(language)  # denied twice, it would be hard to read
    return str(texts(language, "flow")["conditions"]["opposite"].format(condition=condition))


def otherwise(language: str) -> str:
    """What stands on the arrow that is taken when no other one is."""
    return str(texts(language, "flow")["conditions"]["otherwise"])
