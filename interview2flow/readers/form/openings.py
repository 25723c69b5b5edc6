"""How a line may begin: with a speaker's label, a time, both, or neither. Whether a label is a speaker is not decided here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from interview2flow.readers.form.clock import TIME, seconds

_LABEL: Final = r"(?P<label>[^\W\d_][^:?!\n]{0,39}?)"
_SPAN: Final = rf"[\[(]?(?P<start>{TIME})(?:\s*(?:-->|-|–)\s*(?P<end>{TIME}))?[\])]?"
_BRACKETED: Final = rf"[\[(](?P<start>{TIME})(?:\s*(?:-->|-|–)\s*(?P<end>{TIME}))?[\])]"
_LONGEST_HEAD: Final = 120
_MOST_WORDS: Final = 5

_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_SPAN}\s*[-–]?\s*{_LABEL}\s*:(?:\s+(?P<rest>.*))?$",  # [00:00:02] Speaker A: So it is recording.
        rf"{_LABEL}\s*{_BRACKETED}\s*:?\s*(?P<rest>.*)$",  # Anna (0:02): So it is recording.
        rf"{_LABEL}\s+{_SPAN}$",  # Priya 0:14
        rf"{_SPAN}\s+{_LABEL}$",  # 00:00:03 Interviewer
        rf"{_LABEL}\s*:(?:\s+(?P<rest>.*))?$",  # Anna: So it is recording.
        rf"{_BRACKETED}\s*(?P<rest>.*)$",  # [00:00:02] So it is recording.
        rf"{_SPAN}$",  # 00:00:02
    )
)
_WITHOUT_TEXT: Final = _FORMS[2:4]
_WITHOUT_LABEL: Final = _FORMS[5:]


@dataclass(frozen=True, slots=True)
class Opening:
    """A line taken apart. `label` is None where there is none; `bare`: label and time stand alone above the text."""

    rest: str
    label: str | None = None
    start: float | None = None
    end: float | None = None
    bare: bool = False


def opening(text: str, *, labels: bool = True) -> Opening:
    """Takes a line apart into label, time and the rest; without `labels`, into time and the rest."""
    head = text[:_LONGEST_HEAD]
    for form in _FORMS if labels else _WITHOUT_LABEL:
        if found := form.match(head):
            parts = found.groupdict()
            label = parts.get("label")
            if label and len(label.split()) > _MOST_WORDS:
                continue
            return Opening(
                rest=((parts.get("rest") or "") + text[_LONGEST_HEAD:]).strip(),
                label=label.strip() if label else None,
                start=_seconds(parts.get("start")),
                end=_seconds(parts.get("end")),
                bare=form in _WITHOUT_TEXT,
            )
    return Opening(text)


def _seconds(time: str | None) -> float | None:
    return seconds(time) if time else None
