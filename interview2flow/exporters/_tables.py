"""A process as plain tables, for every format that has rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from interview2flow.exporters._manual import Details
from interview2flow.exporters._manual.chapters import raci
from interview2flow.exporters._manual.chapters.open_questions import asked
from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Inline, Line, Table
from interview2flow.exporters._manual.draft import Draft, doubtful
from interview2flow.exporters._manual.facts import of_kind, times, values
from interview2flow.exporters._manual.routes import next_steps, when
from interview2flow.languages import texts
from interview2flow.model import FactKind, Finding, Lane, Process, Provenance, Task

Cell = tuple[str, ...]
"""Lines of plain text, one below the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table under its name; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Tables:
    """The tables of a process in its language.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """

    process: Process
    findings: Sequence[Finding]
    details: Details | None = None

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, str]]:
        """The tables' words; `delimiter` beside them is what the language's spreadsheets part columns with."""
        return texts(self.process.language, "tables")

    @cached_property
    def _draft(self) -> Draft:
        return Draft(process=self.process, findings=tuple(self.findings), details=self.details or Details())

    def all(self) -> tuple[Sheet, ...]:
        """Every table, the steps first."""
        return (self.steps(), self.roles(), *self.raci(), self.questions(), self.register())

    def steps(self) -> Sheet:
        """A row for each step."""
        return self._sheet("steps", (self._step(task) for task in self.process.tasks))

    def roles(self) -> Sheet:
        """A row for each role that has steps."""
        return self._sheet("roles", self._roles())

    def raci(self) -> Iterator[Sheet]:
        """The manual's matrix of who does, answers for, is asked and is told; none where there are no steps."""
        chapter = raci.chapter(self._draft)
        for table in (block for block in chapter.blocks if isinstance(block, Table)) if chapter else ():
            columns = tuple(_cell(column.heading)[0] for column in table.columns)
            yield Sheet(name=RACI, columns=columns, rows=tuple(tuple(_cell(*lines) for lines in row.cells) for row in table.rows))

    def questions(self) -> Sheet:
        """A row for each open question, with room for the answer."""
        groups = enumerate(asked(self._draft), 1)
        return self._sheet("questions", (self._question(number, group) for number, group in groups))

    def register(self) -> Sheet:
        """A row for each system and document, with the steps and roles that use it."""
        return self._sheet("register", (*self._used(FactKind.SYSTEM, "system"), *self._used(FactKind.DOCUMENT, "document")))

    def _sheet(self, key: str, rows: Iterable[tuple[Cell, ...]]) -> Sheet:
        words = self.words[key]
        columns = tuple(words[name] for name in COLUMNS[key])
        return Sheet(name=words["name"], columns=columns, rows=tuple(rows))

    def _step(self, task: Task) -> tuple[Cell, ...]:
        draft = self._draft
        return (
            _cell(str(draft.numbers[task.id])),
            _cell(draft.name(task)),
            _cell(draft.role(task)),
            _cell(*when(draft, task)),
            _cell(values(task, FactKind.SYSTEM)),
            _cell(values(task, FactKind.DOCUMENT)),
            _cell(*times(draft, task)),
            _cell(*next_steps(draft, task)),
            _cell(self.words["origins"][Provenance.INFERRED if doubtful(task) else task.provenance]),
            _cell(*(draft.quote(said) for said in dict.fromkeys(task.evidence))),
        )

    def _roles(self) -> Iterator[tuple[Cell, ...]]:
        for lane in self.process.lanes:
            if steps := [task for task in self.process.tasks if task.lane == lane.id]:
                listed = _cell(*(self._draft.step(task) for task in steps))
                yield _cell(self._draft.lane(lane)), _cell(str(len(steps))), listed

    def _question(self, number: int, group: Sequence[Finding]) -> tuple[Cell, ...]:
        numbers = self._draft.numbers
        step = str(numbers[group[0].about]) if group[0].about in numbers else ""
        whom = (self._draft.teller(each.source) if each.source else self._draft.gap("whom") for each in group)
        return _cell(str(number)), _cell(group[0].text), _cell(step), _cell(*dict.fromkeys(whom)), _cell("")

    def _used(self, kind: FactKind, name: str) -> Iterator[tuple[Cell, ...]]:
        used: dict[str, tuple[str, list[Task]]] = {}
        for task in self.process.tasks:
            for fact in of_kind(task, kind):
                used.setdefault(fact.value.casefold(), (fact.value, []))[1].append(task)
        for value, tasks in used.values():
            numbers = ", ".join(str(self._draft.numbers[task.id]) for task in tasks)
            lanes = dict.fromkeys(lane for task in tasks if (lane := self._named(task)))
            roles = (self._draft.lane(lane) for lane in lanes)
            yield _cell(self.words["register"][name]), _cell(value), _cell(numbers), _cell(*roles)

    def _named(self, task: Task) -> Lane | None:
        lane = self.process.lane_of(task)
        return lane if lane and lane.named else None


RACI: Final = "RACI"
"""The same word in every language."""

COLUMNS: Final = {
    "steps": ("number", "step", "who", "when", "systems", "documents", "times", "next", "origin", "quotes"),
    "roles": ("role", "count", "steps"),
    "questions": ("number", "question", "step", "whom", "answer"),
    "register": ("kind", "what", "steps", "roles"),
}
"""The columns of each table, in their order."""


def _cell(*lines: str | Inline | Line) -> Cell:
    return tuple(" ".join(clean(_plain(line)).split()) for line in lines)


def _plain(line: str | Inline | Line) -> str:
    if isinstance(line, str):
        return line
    return "".join(part.text for part in line) if isinstance(line, tuple) else line.text
