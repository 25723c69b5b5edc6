"""The forms in which a name is met: "Maria", "Marian", "Marialle", "Annas", "Anna's"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from interview2flow.languages import LANGUAGES, texts

LINK: Final = "i"
"""What stands between a consonant and an ending: "Joel" → "Joelin"."""

SET_OFF: Final = "'’:"
"""What any ending can be set off with: "Anna'll", "Pia:lle"."""

LONG_STEM: Final = 5
LONG_ENDING: Final = 3
SHORT_STEM: Final = 3
"""Letters that tell an inflected name from a word of the same letters: "pian" is "soon" in Finnish, "pialle" is no word."""


@cache
def endings() -> frozenset[str]:
    """What names end in beside themselves, in any of the languages: interviews with the same people may mix them."""
    found = {ending for language in LANGUAGES for ending in texts(language, "people")["endings"]}
    return frozenset(found | {LINK + ending for ending in found if ending.isalpha()})


def stems(name: str) -> Iterator[str]:
    """What endings are put to, lower case: "pekka" and "peka", "virtanen" and "virtase"."""
    whole = name.casefold()
    yield whole
    for language in LANGUAGES:
        for old, new in texts(language, "people")["stems"]:
            if whole.endswith(old):
                yield whole.removesuffix(old) + new


def splits(word: str) -> Iterator[tuple[str, str]]:
    """A word in all ways as something with an ending, the longest stem first; the whole of it is the first."""
    lower = word.casefold()
    for cut in range(len(lower), 1, -1):
        if cut == len(lower) or lower[cut] in SET_OFF or lower[cut:] in endings():
            yield lower[:cut], lower[cut:]


def unmistakable(stem: str, ending: str) -> bool:
    """Whether this is a form of the name even in small letters."""
    if len(stem) < SHORT_STEM:
        return False
    return not ending or ending[0] in SET_OFF or len(stem) >= LONG_STEM or len(ending) >= LONG_ENDING
