"""The copy: every text of the process without names, every interview under a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from interview2flow.editing.pseudonyms import entered
from interview2flow.editing.pseudonyms.people import Person, interviewees, letters, named
from interview2flow.editing.pseudonyms.replacing import Names
from interview2flow.languages import texts
from interview2flow.model import (
    Disagreement,
    Evidence,
    Fact,
    Interview,
    Interviewee,
    Lane,
    Node,
    Process,
    Question,
    SequenceFlow,
    Task,
    Version,
)
from interview2flow.model.details import Details


def pseudonymised(process: Process, *, earlier: Process | None = None, details: Details | None = None) -> Process:
    """The process with roles instead of names ("the clerk"), "Person A" where no role is known.

    Its quotes are no longer letter by letter those of the interviews. Interviews are numbered: files are called after people.

    Given an `earlier` version, that one is copied, with the names that people have in the copy of the process. Whom the manual's
    `details` name is known by that name in the process, too.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    people, names = _known(process, earlier, details)
    return _copy(earlier or process, people, names).made()


def details_without_names(details: Details, process: Process) -> Details:
    """The details of the manual with the names that people have in the copy of the process; steps are named by their ids.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    _, names = _known(process, None, details)
    return entered.without_names(details, names)


def _known(process: Process, earlier: Process | None, details: Details | None) -> tuple[dict[Interviewee, Person], Names]:
    """Everybody who is named: the texts are gone through twice, since a surname can be met before its given name."""
    people = (interviewees(earlier) if earlier else {}) | interviewees(process)
    ordinary: set[str] = set()  # known before the first surname is met
    for _ in range(2):
        names = _names(process, people)
        names.ordinary |= ordinary
        if details:
            entered.introduce(details, names)
        _copy(process, people, names).made()
        if details:
            entered.without_names(details, names)
        ordinary = names.ordinary
    return people, names


def _names(process: Process, people: Mapping[Interviewee, Person]) -> Names:
    taken = {person.name for person in people.values()}
    names = Names(process.language, (name for name in letters(process.language) if name not in taken))
    for who, person in people.items():
        if who.name and named(who):
            names.know(who.name, person, told=True)
    return names


def _copy(process: Process, people: Mapping[Interviewee, Person], names: Names) -> _Copy:
    return _Copy(process=process, people=people, names=names, sources=_numbered(process))


def _numbered(process: Process) -> dict[str, str]:
    called: str = texts(process.language, "people")["interview"]
    return {each.name: called.format(number=number) for number, each in enumerate(process.interviews, 1)}


@dataclass(slots=True, kw_only=True)
class _Copy:
    process: Process
    people: Mapping[Interviewee, Person]
    names: Names
    sources: dict[str, str]

    def made(self) -> Process:
        process, text = self.process, self.names.replaced
        return replace(
            process,
            lanes=tuple(self._lane(lane) for lane in process.lanes),
            title=text(process.title),
            nodes=tuple(self._node(node) for node in process.nodes),
            flows=tuple(self._flow(flow) for flow in process.flows),
            questions=tuple(self._question(question) for question in process.questions),
            disagreements=tuple(self._disagreement(each) for each in process.disagreements),
            dismissed=tuple(map(self._said, process.dismissed)),
            settled=frozenset(map(text, process.settled)),
            interviews=tuple(self._interview(each) for each in process.interviews),
            file=None,  # it holds whatever anybody wrote into it
        )

    def _lane(self, lane: Lane) -> Lane:
        """A lane that is called after somebody gets that one's role, without an article."""
        return replace(lane, name=self.names.replaced(lane.name, article=False))

    def _node(self, node: Node) -> Node:
        named = replace(node, name=self.names.replaced(node.name))
        if isinstance(named, Task):
            return replace(named, evidence=tuple(map(self._said, named.evidence)), facts=tuple(map(self._fact, named.facts)))
        return named

    def _flow(self, flow: SequenceFlow) -> SequenceFlow:
        return replace(flow, name=self.names.replaced(flow.name), evidence=tuple(map(self._said, flow.evidence)))

    def _fact(self, fact: Fact) -> Fact:
        return replace(fact, value=self.names.replaced(fact.value), evidence=fact.evidence and self._said(fact.evidence))

    def _question(self, question: Question) -> Question:
        evidence = question.evidence and self._said(question.evidence)
        source = question.source and self._source(question.source)
        return replace(question, ask=self.names.replaced(question.ask), source=source, evidence=evidence)

    def _disagreement(self, each: Disagreement) -> Disagreement:
        return replace(each, one=self._version(each.one), other=self._version(each.other))

    def _version(self, version: Version) -> Version:
        return replace(version, text=self.names.replaced(version.text), evidence=tuple(map(self._said, version.evidence)))

    def _said(self, words: Evidence) -> Evidence:
        return replace(words, source=self._source(words.source), quote=self.names.replaced(words.quote))

    def _source(self, name: str) -> str:
        called: str = texts(self.process.language, "people")["interview"]
        return self.sources.setdefault(name, called.format(number=len(self.sources) + 1))

    def _interview(self, each: Interview) -> Interview:
        who = each.interviewee and self.people.get(each.interviewee)
        return Interview(name=self._source(each.name), interviewee=Interviewee(role=who.name) if who else None)
