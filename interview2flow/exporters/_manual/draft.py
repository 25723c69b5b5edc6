"""What every chapter is written from: the process, its findings, its details, and the words of its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from interview2flow.exporters._manual.content import Line, Mark, Paragraph, Reference, Text
from interview2flow.exporters._manual.lines import fill
from interview2flow.languages import texts
from interview2flow.languages.inflection import Inflection, inflection
from interview2flow.model import Evidence, Finding, Lane, Process, Provenance, Task
from interview2flow.model.details import Details

DOUBTFUL: Final = 0.5
"""A step that is less probable than this is told as concluded."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One manual in the making; `since` is the process as an earlier version of the manual told it."""

    process: Process
    findings: tuple[Finding, ...]
    details: Details
    since: Process | None = None

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """The manual's words in the process's language."""
        return texts(self.process.language, "manual")

    @property
    def grammar(self) -> Inflection:
        """How the process's language puts words into sentences."""
        return inflection(self.process.language)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each step, by its id, in the manual's order."""
        return {task.id: number for number, task in enumerate(self.process.tasks, 1)}

    def chapter(self, name: str) -> Mapping[str, Any]:
        """The words of one chapter."""
        words: Mapping[str, Any] = self.words["chapters"][name]
        return words

    def gap(self, name: str) -> Text:
        """A marked place for what is not known; `name` is one of the language's `gaps`."""
        return Text(self.words["gaps"][name], Mark.GAP)

    def known(self, value: str | None) -> Text:
        """What the coordinator entered, or a gap."""
        return Text(value) if value else self.gap("fill_in")

    def has(self, *chapters: str) -> bool:
        """Whether the manual has these chapters, which all tell of steps."""
        return bool(self.process.tasks) and not set(chapters) & set(self.details.leave_out)

    def introduction(self, chapter: str, **elsewhere: str) -> Paragraph:
        """The chapter's first words, with a sentence that leads `elsewhere` if that is in the manual: place=anchor."""
        words = self.chapter(chapter)
        line: Line = (Text(words["intro"]),)
        if elsewhere and self.has(*(anchor.partition("_")[2] for anchor in elsewhere.values())):
            line += (Text(" "), *fill(words["see"], **{place: Reference("", anchor) for place, anchor in elsewhere.items()}))
        return Paragraph(line)

    def anchor(self, task: Task) -> str:
        """What references to a step lead to; a name that every file format allows."""
        return f"step_{self.numbers[task.id]}"

    def reference(self, task: Task) -> Reference:
        """A step's number."""
        return Reference(str(self.numbers[task.id]), self.anchor(task))

    def name(self, task: Task) -> Text:
        """What to do, as a reader expects it at the beginning of a line: "Check the invoice"."""
        name = self.instruction(task)
        return replace(name, text=name.text[:1].upper() + name.text[1:])

    def instruction(self, task: Task) -> Text:
        """What to do, within a line: "check the invoice"."""
        if not task.name.strip():
            return self.gap("no_name")
        return Text(self.grammar.instruction(task.name.strip()), Mark.INFERRED if doubtful(task) else Mark.PLAIN)

    def step(self, task: Task) -> Line:
        """A step's number and name, as an item of a list."""
        return (self.reference(task), Text(" "), self.name(task))

    def mention(self, task: Task) -> Line:
        """A step's number and name, within a sentence."""
        return (self.reference(task), Text(" ("), self.instruction(task), Text(")"))

    def role(self, task: Task) -> Text:
        """Who does it; a gap where nobody is named."""
        lane = self.process.lane_of(task)
        if lane is None or not lane.named:
            return self.gap("role")
        return Text(lane.name, _mark(task.actor))

    def lane(self, lane: Lane) -> Text:
        """A role's name; a gap for the lane of what nobody is said to do."""
        return Text(lane.name, _mark(lane.provenance)) if lane.named else self.gap("role")

    def question(self, finding: Finding) -> str:
        """What is asked, steps called as the manual calls them."""
        text, quote = finding.text, self.words["quote"]
        for name in filter(None, (task.name for task in self.process.tasks)):
            text = text.replace(quote.format(quote=name), quote.format(quote=self.grammar.instruction(name)))
        return text

    def teller(self, source: str) -> str:
        """Who was interviewed there, as far as it is known, else the interview's name."""
        interview = next((interview for interview in self.process.interviews if interview.name == source), None)
        return str(interview.interviewee) if interview and interview.interviewee and str(interview.interviewee) else source

    def quote(self, evidence: Evidence) -> Text:
        """Somebody's own words, in the language's quotation marks."""
        return Text(self.words["quote"].format(quote=evidence.quote.strip()), Mark.QUOTE)


def doubtful(task: Task) -> bool:
    """Whether a step was concluded rather than told; the flowchart draws it dashed."""
    unsure = task.confidence < DOUBTFUL and task.provenance is not Provenance.EDITED
    return unsure or task.provenance is Provenance.INFERRED


def _mark(provenance: Provenance) -> Mark:
    return Mark.INFERRED if provenance is Provenance.INFERRED else Mark.PLAIN


def instructed(process: Process) -> Process:
    """The process with its steps called as the manual calls them, so that the picture in it says the same."""
    grammar = inflection(process.language)
    nodes = (replace(node, name=grammar.instruction(node.name)) if isinstance(node, Task) else node for node in process.nodes)
    return replace(process, nodes=tuple(nodes))
