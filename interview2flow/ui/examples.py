"""The example project: a real-looking interview, one click away."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from interview2flow.model import Interviewee
from interview2flow.ui.uploads import Upload, upload


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An interview that ships with the program, and what the project made of it is called."""

    title: str
    language: str
    interview: Upload


def example(language: str) -> Example:
    """The example in a language of the interface."""
    entry = tomllib.loads((files(__package__) / "examples.toml").read_text(encoding="utf-8"))[language]
    path = folder() / entry["folder"] / entry["file"]
    read = upload(path.name, path.read_bytes())
    who = Interviewee(entry["name"], entry["role"])
    transcript = read.transcript and replace(read.transcript, interviewee=who)
    return Example(title=entry["title"], language=language, interview=replace(read, transcript=transcript))


def folder() -> Path:
    """Where the examples lie: inside the installed package, or in the repository beside it."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "examples"
    return inside if inside.is_dir() else package.parent / "examples"
