"""What told quantities come to, so that they can be compared: how long something takes, and which numbers are named."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise
from typing import Final

from interview2flow.languages.catalogue import texts

TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
PER: Final = re.compile(r"/\s*\w+")
PREFIX: Final = "*"
STEM: Final = 4
"""Words with so many first letters in common are taken for one word's forms."""
GROUPED: Final = re.compile(r"(?<=\d)[ \u00a0,.](?=\d{3}\b)")
"""What parts the thousands of a figure: 5,000 and 5 000."""
ARTICLES: Final = frozenset({"a", "an"})
"""One, as a number; nothing, where no unit of time follows."""


def hours(duration: str, language: str) -> float | None:
    """The longest time named in the words of an interview, in hours: "two or three days" → 72. None where there is none.

    Calendar time: a day has 24 hours, a month 30 days. A unit without number counts once ("viikon", "a week").
    """
    words = texts(language, "durations")
    number: float | None = None
    lengths: list[float] = []
    last_unit: float | None = None
    for token in TOKEN.findall(PER.sub("", duration.casefold())):
        if (value := _number(token, words["numbers"])) is not None:
            number = number if number is not None and token in ARTICLES else value  # "half an hour"
        elif (unit := _match(token, words["units"])) is not None:
            lengths.append(unit if number is None else number * unit)
            number, last_unit = None, unit
    if number is not None and last_unit is not None:  # "two weeks, four at worst"
        lengths.append(number * last_unit)
    return max(lengths, default=None)


def plain_length(told: str, language: str, *, filling: Collection[str] = ()) -> bool:
    """Whether words say how long something takes and nothing else: "two or three days", but not "next morning".

    `filling` may stand beside the number: "about", "working".
    """
    words = texts(language, "durations")
    *counted, last = TOKEN.findall(told.casefold()) or [""]
    number = [_number(token, words["numbers"]) is not None for token in counted if token not in filling]
    return any(number) and all(number) and _match(last, words["units"]) is not None


def numbers(said: str, language: str) -> frozenset[float]:
    """The numbers named in the words of an interview, in figures or letters: "over five thousand or 10,000" → 5, 10000."""
    words = {word: value for word, value in texts(language, "durations")["numbers"].items() if word not in ARTICLES}
    grouped = GROUPED.sub("", said.casefold())
    return frozenset(value for token in TOKEN.findall(grouped) if (value := _number(token, words)) is not None)


def counts(said: str, language: str) -> dict[str, tuple[float, str]]:
    """What is counted, by the beginning of its word: "two signed copies, three passes" → {"pass": (3, "three passes")}.

    Only what stands right behind its number; one of a thing says nothing.
    """
    words = {word: value for word, value in texts(language, "durations")["numbers"].items() if word not in ARTICLES}
    tokens = TOKEN.findall(GROUPED.sub("", said))
    found: dict[str, tuple[float, str]] = {}
    for number, thing in pairwise(tokens):
        value = _number(number.casefold(), words)
        if value is not None and value > 1 and len(thing) >= STEM and _number(thing.casefold(), words) is None:
            found.setdefault(thing.casefold()[:STEM], (value, f"{number} {thing}"))
    return found


def _number(token: str, numbers: dict[str, float]) -> float | None:
    if token[0].isdecimal():
        return float(token.replace(",", "."))
    return _match(token, numbers)


def _match(token: str, known: dict[str, float]) -> float | None:
    """The value of the whole word, or else of the longest beginning (`vecko*`) that fits."""
    if token in known:
        return known[token]
    fitting = [word for word in known if word.endswith(PREFIX) and token.startswith(word.removesuffix(PREFIX))]
    return known[max(fitting, key=len)] if fitting else None
