"""A short notation for what was read: `Anna@5: I check it` for speech, `# Title` for headings, `- text` for notes."""

from __future__ import annotations

from interview2flow import readers
from interview2flow.model import Turn, TurnKind


def shown(text: str | bytes, ending: str = "txt") -> list[str]:
    """The turns of a file with that content, in the notation."""
    content = text.encode() if isinstance(text, str) else text
    return [_shown(turn) for turn in readers.read(f"interview.{ending}", content).turns]


def _shown(turn: Turn) -> str:
    if turn.kind is TurnKind.HEADING:
        return f"# {turn.text}"
    if turn.kind is TurnKind.NOTE:
        return f"{'  ' * turn.depth}{turn.marker or '|'} {turn.text}"
    time = "" if turn.start is None else f"@{turn.start:g}"
    label = turn.speaker or ""
    lead = f"{label}{time}: " if label or time else ""
    return f"{f'{turn.marker} ' if turn.marker else ''}{lead}{turn.text}"
