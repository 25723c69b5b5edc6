"""The Finnish imperative of the second person singular, from the infinitive.

The verb types and the gradation of consonants are those of Iso suomen kielioppi (§ 41, § 75): "tarkistaa" → "tarkista",
"lähettää" → "lähetä", "arkistoida" → "arkistoi", "neuvotella" → "neuvottele", "kirjata" → "kirjaa".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from interview2flow.languages import texts
from interview2flow.languages.lemmas import table

VOWELS: Final = "aeiouyäö"
WEAK: Final = {
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "nk": "ng",
    "mp": "mm",
    "nt": "nn",
    "lt": "ll",
    "rt": "rr",
    "ht": "hd",
    "lp": "lv",
    "rp": "rv",
    "lk": "l",
    "rk": "r",
}
"""What a strong end of a stem becomes where the next syllable is closed, or an ending is gone."""
WEAK_SINGLE: Final = {"k": "", "p": "v", "t": "d"}
"""And behind a vowel."""
SOFTENED: Final = {"lke": "lje", "rke": "rje", "hke": "hje", "uku": "uvu", "yky": "yvy"}
STRONG: Final = {"nn": "nt", "ll": "lt", "rr": "rt", "mm": "mp", "ng": "nk", "hd": "ht"}
"""The other way round, where the ending falls away: "kuunnella" → "kuuntele"."""
STRONG_SINGLE: Final = {"k": "kk", "p": "pp", "t": "tt", "d": "t"}
LOANED: Final = frozenset("lrnm")
"""Behind these, too, a single k, p or t is a short one: "printata" → "printtaa"."""
VERBAL: Final = ("ida", "idä", "ttaa", "ttää", "staa", "stää", "ella", "ellä", "ata", "ätä")
SHORTEST: Final = 3
"""Letters that a compound's first part has at least, or a stem that grades."""
LONG: Final = 6
"""Shorter words with these endings may be anything."""
UNSURE: Final = ("v", "nn", "ll", "rr", "mm", "ng")
"""Ends of stems of which the infinitive does not tell whether they are weak: "avata" → "avaa", but "luvata" → "lupaa"."""


def imperative(verb: str) -> str | None:
    """How somebody is told to do it; None where the rules leave a choice that no treebank settles, or it is no infinitive."""
    known: Mapping[str, str] = texts("fi", "inflection")["imperatives"]
    for ending in sorted(known, key=len, reverse=True):
        if verb.endswith(ending) and (verb == ending or _is_word(verb.removesuffix(ending))):
            return verb.removesuffix(ending) + known[ending]
    if not _is_infinitive(verb):
        return None
    found = list(dict.fromkeys(_candidates(verb)))
    attested = [form for form in found if table("fi").get(f"{form}|VERB") == verb]
    return next(iter(attested or (found if len(found) == 1 else [])), None)


def _is_word(part: str) -> bool:
    """Whether the first part of a compound: "allekirjoittaa", "koe-maata"."""
    return len(part) >= SHORTEST and (f"{part}|NOUN" in table("fi") or f"{part}|ADV" in table("fi"))


def _is_infinitive(word: str) -> bool:
    """Whether it is known as a verb, itself or behind a noun ("koeajaa"), or can be nothing else by its ending."""
    if any(_is_verb(word[start:]) and (start == 0 or _is_word(word[:start])) for start in range(len(word) - 3)):
        return True
    return f"{word}|NOUN" not in table("fi") and len(word) >= LONG and word.endswith(VERBAL)


def _is_verb(word: str) -> bool:
    return word in texts("fi", "inflection")["verbs"] or table("fi").get(f"{word}|VERB") == word


def _candidates(verb: str) -> Iterator[str]:
    """What it can be by its type, the likeliest first."""
    if verb.endswith(("da", "dä")):
        yield verb[:-2]
    elif verb.endswith(("lla", "llä", "nna", "nnä", "rra", "rrä", "sta", "stä")):
        yield _of_consonant_stem(verb)
    elif verb.endswith(("ata", "ätä", "ota", "ötä", "uta", "ytä")):
        yield from _of_contracted(verb)
    elif verb.endswith(("ita", "itä", "eta", "etä")):
        yield from (verb[:-2] + "tse", verb[:-2] + verb[-1], verb[:-2] + "ne")
    elif verb[-2:-1] in VOWELS and verb.endswith(("a", "ä")):
        yield _weak(verb[:-1])


def _weak(stem: str) -> str:
    """Such as "lähettä" → "lähetä", "luke" → "lue", "anta" → "anna"."""
    if stem[-3:] in SOFTENED:
        return stem[:-3] + SOFTENED[stem[-3:]]
    consonants, vowel = stem[:-1], stem[-1]
    if consonants.endswith(tuple(VOWELS)):
        return stem
    if consonants[-2:] in WEAK:
        return consonants[:-2] + WEAK[consonants[-2:]] + vowel
    if consonants[-2:-1] in VOWELS and consonants[-1] in WEAK_SINGLE:
        return consonants[:-1] + WEAK_SINGLE[consonants[-1]] + vowel
    return stem


def _of_consonant_stem(verb: str) -> str:
    """Such as "tulla" → "tule", "julkaista" → "julkaise", "käsitellä" → "käsittele"."""
    stem = verb[:-2]
    if stem.endswith("el") and len(stem) > SHORTEST:
        stem = _strong(stem[:-2]) + stem[-2:]
    return stem + "e"


def _of_contracted(verb: str) -> Iterator[str]:
    """Such as "kirjata" → "kirjaa", "pakata" → "pakkaa"; both where the stem does not tell: "avata" → "avaa", "apaa"."""
    stem, vowel, ending = verb[:-3], verb[-3], verb[-1]
    if stem.endswith(UNSURE):
        yield stem + vowel + ending
        yield (stem[:-1] + "p" if stem.endswith("v") else stem[:-2] + STRONG[stem[-2:]]) + vowel + ending
    else:
        yield _strong(stem) + vowel + ending


def _strong(stem: str) -> str:
    if stem[-2:] in STRONG:
        return stem[:-2] + STRONG[stem[-2:]]
    if stem[-1:] in STRONG_SINGLE and (stem[-2:-1] in VOWELS or stem[-2:-1] in LOANED):
        return stem[:-1] + STRONG_SINGLE[stem[-1]]
    return stem
