"""The few words that assembly needs in a process's language; it is handed them, since it knows no language itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`unnamed_role` heads the lane of what nobody is said to do, `untitled` a process that nobody named."""

    unnamed_role: str = "Role not stated"
    untitled: str = "Work process"

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Self:
        """From a language's `assembly` catalogue."""
        return cls(**texts)
