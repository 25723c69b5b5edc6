"""The other side of a decision, where only one is told: "there is an order number" → "there is no order number"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from interview2flow.extraction.cues import ready
from interview2flow.languages import texts

SPACES: Final = re.compile(r"\s{2,}")
SHORT: Final = 3
"""What has so many words and no verb can be denied as a whole: "not urgent"."""


@cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is put in whose place; a pair that ends with a space wants something behind it."""
    listed = texts(language, "flow")["conditions"]["opposites"]
    return tuple((re.compile(rf"(?<!\w){re.escape(told)}(?{_following(told)})", re.IGNORECASE), other) for told, other in listed)


def _following(told: str) -> str:
    return r"=\S" if told.endswith(" ") else r"!\w"


@cache
def _denying(language: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, texts(language, "flow")["conditions"]["denying"])) + r")(?!\w)", re.IGNORECASE
    )


def opposite(condition: str, language: str, *, denied: str | None = None) -> str:
    """What holds where a condition does not, as the language says it; `denied` is the condition with its verb denied."""
    text = ready(condition) if condition.islower() else condition.replace("’", "'")
    for told, other in _pairs(language):
        if told.search(text):
            return SPACES.sub(" ", told.sub(other, text, count=1)).strip()
    if _denying(language).search(text):
        return otherwise(language)  # denied twice, it would be hard to read
    if denied is None and len(text.split()) > SHORT:
        return otherwise(language)
    return denied or str(texts(language, "flow")["conditions"]["opposite"].format(condition=condition))


def otherwise(language: str) -> str:
    """What stands on the arrow that is taken when no other one is."""
    return str(texts(language, "flow")["conditions"]["otherwise"])
