"""An interview as it was handed in: who said what, in which order, when it is known when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TurnKind(StrEnum):
    """What a stretch of text is, by its form alone."""

    SPEECH = "speech"  # somebody speaks
    NOTE = "note"  # a line of somebody's notes
    HEADING = "heading"  # a title above speech or notes; it tells no step


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One uninterrupted stretch of speech, or one line of notes.

    `text` holds the words letter by letter (lines and cues of one turn joined with single spaces), without speaker label
    and time. `speaker` is the label in the file, None where the file has none. `start` and `end` are seconds from the
    beginning of the recording, None where the file does not tell. `marker` is what the file set the stretch off with, which
    is not part of the text: "-" or "•" for a bullet, "4." for a number, "*" for bold or italics throughout, ">" for a quoted
    letter; `depth` says how far it was indented under what stands above.
    """

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None
    kind: TurnKind = TurnKind.SPEECH
    marker: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Interviewee:
    """Who was interviewed, as the coordinator knows it: a name, a role, or both."""

    name: str | None = None
    role: str | None = None

    @classmethod
    def parse(cls, text: str) -> Interviewee:
        """`"Marianne, AP clerk"` → name and role, parted at the last comma; without one it is a name. Empty parts become None."""
        name, comma, role = text.rpartition(",")
        return cls(name.strip() or None, role.strip() or None) if comma else cls(role.strip() or None)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.role) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """One interview. `name` is its file name, by which evidence refers to it; unique within a process."""

    name: str
    turns: tuple[Turn, ...]
    interviewee: Interviewee | None = None
    language: str | None = None  # "en", "sv", "fi"; None: to be detected

    @property
    def text(self) -> str:
        """All turns' words, a turn a line."""
        return "\n".join(turn.text for turn in self.turns)
