"""Steps made from words of an interview that the program took for none."""

from __future__ import annotations

from typing import Final

from interview2flow.editing import steps, wiring
from interview2flow.model import Evidence, Process
from interview2flow.model.names import tidy

LONGEST: Final = 80
"""Characters of a new step's text: it is to be shortened anyway."""


def from_words(process: Process, words: Evidence) -> Process:
    """A new step told with these words, behind the step that was told last before them."""
    name = tidy(words.quote)
    label = name if len(name) <= LONGEST else f"{name[:LONGEST].rsplit(' ', 1)[0]} …"
    process, step = wiring.insert(process, label, after=told_before(process, words))
    return steps.cite(process, step, words)


def told_before(process: Process, words: Evidence) -> str | None:
    """The step that was told last before some words of the same interview; None where none was."""
    told = sorted(
        (said.turn, said.start, task.id) for task in process.tasks for said in task.evidence if said.source == words.source
    )
    earlier = [step for turn, start, step in told if (turn, start) <= (words.turn, words.start)]
    return earlier[-1] if earlier else None
