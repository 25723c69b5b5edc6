"""The interview cases with their gold, read, parsed and split into clauses once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Doc

from interview2flow import read_transcript
from interview2flow.extraction import clauses, speakers
from interview2flow.extraction.understand import parse
from interview2flow.model import Interviewee, Transcript

CASES = Path(__file__).resolve().parents[1] / "cases"
MORE = CASES.with_name("more-cases")
"""Further cases: trained with, never scored."""


@dataclass(frozen=True, eq=False)
class Case:
    """One case: `gold` is its gold.yaml as read, `docs` one Doc per interview, clauses found."""

    name: str
    language: str
    tier: str
    gold: dict[str, Any]
    transcripts: tuple[Transcript, ...]
    docs: tuple[Doc, ...]

    @property
    def steps(self) -> dict[str, dict[str, Any]]:
        """The gold's steps by id."""
        return {str(step["id"]): step for step in self.gold["steps"]}


def as_list(value: Any) -> list[Any]:
    """What YAML may give as nothing, one or several, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def names(folder: Path = CASES) -> list[str]:
    """The cases' names, in order."""
    return sorted(path.parent.name for path in folder.glob("*/gold.yaml"))


def transcripts(folder: Path, gold: dict[str, Any]) -> Iterator[Transcript]:
    """The interviews of a case, told who speaks as a coordinator would tell."""
    roles = gold.get("roles") or {}
    for interview in gold["interviews"]:
        role = interview.get("role")
        name = as_list(roles.get(role))[:1] or [role]
        person = Interviewee(interview.get("speaker"), name[0])
        yield read_transcript(folder / interview["file"], interviewee=person, language=gold["language"])


@cache
def load(name: str) -> Case:
    """One case, parsed."""
    folder = next(folder for folder in (CASES, MORE) if (folder / name).is_dir())
    gold = yaml.safe_load((folder / name / "gold.yaml").read_text(encoding="utf-8"))
    told = tuple(transcripts(folder / name, gold))
    docs = tuple(clauses.clauses(speakers.speakers(parse(transcript))) for transcript in told)
    return Case(name, gold["language"], gold["tier"], gold, told, docs)
