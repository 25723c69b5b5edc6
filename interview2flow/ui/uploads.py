"""Files handed in: each read at once, so that a bad one is named before anything is drafted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath

from interview2flow import readers
from interview2flow.errors import Interview2FlowError
from interview2flow.model import Interviewee, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file as it was handed in; read, or with the reason why it cannot be."""

    name: str
    content: bytes
    transcript: Transcript | None = None
    problem: Interview2FlowError | None = None

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names that the file itself gives to speakers, the one who says most first."""
        said: Counter[str] = Counter()
        for turn in self.transcript.turns if self.transcript else ():
            if turn.speaker:
                said[turn.speaker] += len(turn.text)
        return tuple(name for name, _ in said.most_common())

    @property
    def words(self) -> int:
        """How much there is to read."""
        return len(self.transcript.text.split()) if self.transcript else 0


def upload(name: str, content: bytes) -> Upload:
    """Reads a file that was handed in; its own name and nothing of a path is kept."""
    name = PurePath(name.replace("\\", "/")).name
    try:
        return Upload(name=name, content=content, transcript=_read(name, content))
    except Interview2FlowError as error:
        return Upload(name=name, content=content, problem=error)


def told_apart(uploads: Iterable[Upload], *, taken: Iterable[str] = ()) -> tuple[Upload, ...]:
    """Two files of one name get different ones, and none that is `taken`: evidence refers to an interview by its name."""
    seen = set(taken)
    kept = []
    for each in uploads:
        name, stem, number = each.name, PurePath(each.name), 1
        while name in seen:
            number += 1
            name = f"{stem.stem} ({number}){stem.suffix}"
        seen.add(name)
        transcript = each.transcript and replace(each.transcript, name=name)
        kept.append(replace(each, name=name, transcript=transcript))
    return tuple(kept)


def interviewee(name: str | None, role: str | None) -> Interviewee | None:
    """Who was interviewed, as far as it was filled in."""
    name, role = (name or "").strip(), (role or "").strip()
    return Interviewee(name or None, role or None) if name or role else None


@lru_cache(maxsize=64)
def _read(name: str, content: bytes) -> Transcript:
    return readers.read(name, content)
