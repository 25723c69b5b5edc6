"""Grammatical relations as numbers."""

from __future__ import annotations

from typing import Final

RELATIONS: Final = ("", "nsubj", "obl", "nmod", "obj", "iobj", "appos", "conj", "compound", "ROOT")
_NUMBER: Final = {name: number for number, name in enumerate(RELATIONS)}


def relation(kind: str) -> int:
    """The number of a relation (without subtype), more like a doer's the lower; all that are not listed are one."""
    return _NUMBER.get(kind, len(RELATIONS))
