"""RACI: who does each step, who answers for it, who is asked and who is told.

Who does it comes from the interviews. The rest is entered by the coordinator, and stays visibly open until then.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from interview2flow.errors import InvalidDetailsError
from interview2flow.exporters._manual.content import Cell, Chapter, Column, Inline, Mark, Paragraph, Row, Table, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.lines import cell, joined
from interview2flow.model import Provenance, Task
from interview2flow.model.details import Responsibility

NUMBER, STEP, OPEN, NAMED = 4, 29, 9, 16.5
"""Columns, with their share of the page's width, in per cent."""

LETTER, SIDES, NARROWEST = 0.69, 1.3, 5.0
"""What a letter and a cell's margins take of it: no word of a role's name is to be broken."""

STRETCH: Final = 1.5
"""How much wider than needed a role's column may be."""

ROOM: Final = 64.0
"""What the roles' columns may take; where they need more, each step names its roles instead."""


ENTERED: Final = {"A": "accountable", "C": "consulted", "I": "informed"}
"""The parts that no interview tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shares:
    """Who has which part in a step."""

    task: Task
    responsible: str | None
    given: Responsibility

    def letters(self, party: str) -> Text:
        """The parts of somebody: "R", "A/R", nothing."""
        parts = {
            "A": self.given.accountable == party,
            "R": self.responsible == party,
            "C": party in self.given.consulted,
            "I": party in self.given.informed,
        }
        concluded = parts["R"] and self.task.actor is Provenance.INFERRED
        letters = "/".join(letter for letter, has in parts.items() if has)
        return Text(letters, Mark.INFERRED if concluded else Mark.STRONG)

    def open(self) -> list[str]:
        """The parts that nobody has been given."""
        given = {
            "R": self.responsible,
            "A": self.given.accountable,
            "C": self.given.consulted,
            "I": self.given.informed,
        }
        return [letter for letter, parties in given.items() if not parties]


def chapter(draft: Draft) -> Chapter | None:
    """Steps by roles, with a letter for each part."""
    shares = [_shares(draft, task) for task in draft.process.tasks]
    if not shares:
        return None
    words = draft.chapter("raci")
    parties = _parties(draft, shares)
    fits = sum(map(_width, parties)) <= ROOM
    table = _matrix(draft, shares, parties) if fits else _list(draft, shares)
    return Chapter(id="raci", heading=words["heading"], blocks=(Paragraph((Text(words["intro"]),)), table), wide=True)


def open_parts(draft: Draft) -> dict[str, int]:
    """The parts that are entered, each with the number of steps in which nobody has it."""
    letters = Counter(letter for task in draft.process.tasks for letter in _shares(draft, task).open())
    return {part: letters[letter] for letter, part in ENTERED.items() if letters[letter]}


def _shares(draft: Draft, task: Task) -> _Shares:
    lane = draft.process.lane_of(task)
    return _Shares(task=task, responsible=lane.name if lane and lane.named else None, given=_given(draft, task))


def _given(draft: Draft, task: Task) -> Responsibility:
    """What was entered for the step itself, else for all steps."""
    known = {name for other in draft.process.tasks for name in _names(draft, other)}
    found = Responsibility()
    for entry in sorted(draft.details.responsibilities, key=lambda entry: entry.step is not None):
        if entry.step is not None and entry.step.casefold() not in known:
            raise InvalidDetailsError("responsibilities", reason=f"there is no step “{entry.step}” in this process")
        if entry.step is None or entry.step.casefold() in _names(draft, task):
            found = Responsibility(
                accountable=_party(draft, entry.accountable) if entry.accountable else found.accountable,
                consulted=tuple(_party(draft, name) for name in entry.consulted) or found.consulted,
                informed=tuple(_party(draft, name) for name in entry.informed) or found.informed,
            )
    return found


def _names(draft: Draft, task: Task) -> tuple[str, str]:
    return str(draft.numbers[task.id]), task.name.strip().casefold()


def _party(draft: Draft, name: str) -> str:
    """The process's own name for a role, however it was entered."""
    return next((lane.name for lane in draft.process.lanes if lane.named and lane.name.casefold() == name.casefold()), name)


def _parties(draft: Draft, shares: list[_Shares]) -> list[str]:
    """The process's roles from top to bottom, then whoever else has a part."""
    roles = [lane.name for lane in draft.process.lanes if lane.named]
    given = (share.given for share in shares)
    others = [name for each in given for name in (each.accountable or "", *each.consulted, *each.informed) if name]
    return list(dict.fromkeys([*roles, *others]))


def _width(party: str) -> float:
    """The share of a column that holds the longest word of a name."""
    return max(NARROWEST, SIDES + LETTER * max(map(len, party.split()), default=0))


def _matrix(draft: Draft, shares: list[_Shares], parties: list[str]) -> Table:
    words = draft.chapter("raci")
    needed = sum(map(_width, parties))
    stretch = max(1.0, min(STRETCH, (100 - NUMBER - OPEN - STEP) / needed)) if needed else 1.0
    columns = (
        Column(words["number"], NUMBER),
        Column(words["step"], 100 - NUMBER - OPEN - needed * stretch),
        *(Column(party, _width(party) * stretch) for party in parties),
        Column(words["open"], OPEN),
    )
    rows = tuple(
        Row((*_step(draft, share), *(cell(share.letters(party)) for party in parties), _open(share))) for share in shares
    )
    return Table(columns=columns, rows=rows, summary=words["summary"], caption=words["caption"])


def _list(draft: Draft, shares: list[_Shares]) -> Table:
    words = draft.chapter("raci")
    parts = ("responsible", "accountable", "consulted", "informed")
    columns = (Column(words["number"], NUMBER), Column(words["step"], STEP), *(Column(words[part], NAMED) for part in parts))
    rows = tuple(
        Row(
            (
                *_step(draft, share),
                cell(draft.role(share.task)),
                cell(draft.known(share.given.accountable)),
                _all(draft, share.given.consulted),
                _all(draft, share.given.informed),
            )
        )
        for share in shares
    )
    return Table(columns=columns, rows=rows, summary=words["summary"], caption=words["caption"])


def _step(draft: Draft, share: _Shares) -> tuple[Cell, Cell]:
    return cell(draft.reference(share.task)), cell(draft.name(share.task))


def _open(share: _Shares) -> Cell:
    missing = ", ".join(share.open())
    return cell(Text(f"[{missing}]", Mark.GAP)) if missing else cell("")


def _all(draft: Draft, names: tuple[str, ...]) -> Cell:
    parties: list[Inline] = [Text(name) for name in names]
    return cell(joined(parties)) if parties else cell(draft.gap("fill_in"))
