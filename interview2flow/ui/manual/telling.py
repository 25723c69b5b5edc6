"""What is still open in a manual, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from interview2flow.exporters import Gap
from interview2flow.languages import texts
from interview2flow.ui.texts import Words

LISTED_IN: Final = {"revisions": "history"}
"""The manual's chapter that a list stands in, where it is not called as the list is."""


def told(gaps: Iterable[Gap], say: Words) -> str:
    """What is open, in one line."""
    return ", ".join(_parts(gaps, say))


def _parts(gaps: Iterable[Gap], say: Words) -> Iterator[str]:
    words = texts(say.language, "manual")["chapters"]
    for gap in gaps:
        if gap.missing is None:
            yield say(f"manual.fields.{gap.field}")
        elif gap.field == "responsibilities":
            yield say("manual.missing_steps", what=words["raci"][gap.missing], count=gap.count)
        else:
            yield say("manual.missing", what=_column(words, gap.field, gap.missing), count=gap.count)


def _column(words: Mapping[str, Any], field: str, name: str) -> str:
    heading: str = words[LISTED_IN.get(field, field)]["columns"][name]
    return heading
