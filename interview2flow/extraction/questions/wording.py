"""How an open point is asked about, quoting what was said."""

from __future__ import annotations

from typing import Final

from interview2flow.extraction.doubts import Doubt, DoubtKind
from interview2flow.languages import texts

LONGEST: Final = 200
"""A quote is cut at a word after so many characters."""


def ask(doubt: Doubt, *, quote: str, question: str, step: str, language: str) -> str:
    """The question for the interviewee: first what was said, then what that leaves open about the step."""
    words = texts(language, "open")["ask"]
    lead = (
        words["answered"].format(question=_short(question), quote=_short(quote))
        if question
        else words["said"].format(quote=_short(quote))
    )
    return f"{lead} {words[_kind(doubt)].format(step=step)}"


def _kind(doubt: Doubt) -> str:
    if doubt.case and (DoubtKind.UNTESTED in doubt.kinds or not doubt.who):
        return "case"
    return "who" if doubt.who or DoubtKind.DISPUTED in doubt.kinds else "how"


def _short(text: str) -> str:
    plain = " ".join(text.split()).strip('"“”')
    if len(plain) <= LONGEST:
        return plain
    return plain[:LONGEST].rsplit(" ", 1)[0] + " …"
