"""Whether two names are one role's: people shorten them, "the manager" for the hiring manager."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def same_role(one: str, other: str) -> bool:
    """Whether the names are the same, or the one is the other without its first or last word."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return bool(short) and short in (long, long[1:], long[:-1])


def full_name(name: str, roles: Iterable[str]) -> str:
    """The one of the roles that the name stands for; itself where there is none, or more than one."""
    meant = {role for role in roles if same_role(name, role)}
    exact = {role for role in meant if role.casefold() == name.casefold()}
    return next(iter(exact or meant)) if len(exact or meant) == 1 else name
