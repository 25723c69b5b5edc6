"""Whatever is done in whatever order, the store holds what a plain list of all that was done says."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from interview2flow.errors import DuplicateInterviewError, StaleSaveError
from interview2flow.model import Interviewee, Transcript, Turn
from interview2flow.storage import Store

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8)
transcripts = st.builds(
    Transcript,
    name=st.sampled_from(["a.txt", "b.vtt", "ä.docx"]),
    turns=st.lists(st.builds(Turn, text=st.text(max_size=20), speaker=st.none() | st.text(max_size=3)), max_size=3).map(tuple),
    interviewee=st.none() | st.builds(Interviewee, st.none() | words, st.none() | words),
)


@dataclass
class Kept:
    """What one project must hold."""

    title: str
    interviews: dict[str, tuple[Transcript, bytes]] = field(default_factory=dict)
    saved: list[tuple[str, bool]] = field(default_factory=list)
    details: tuple[int, str] | None = None
    template: tuple[str, bytes] | None = None

    @property
    def newest(self) -> int | None:
        return max((number for number, (_, refused) in enumerate(self.saved, 1) if not refused), default=None)


class History(RuleBasedStateMachine):
    projects = Bundle("projects")

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(self.folder.name)
        self.kept: dict[str, Kept] = {}

    @rule(target=projects, title=words)
    def create(self, title: str) -> str:
        project = self.store.create_project(title)
        assert project.id not in self.kept
        self.kept[project.id] = Kept(project.title)
        return project.id

    @rule(project=projects, title=words)
    def rename(self, project: str, title: str) -> None:
        self.store.rename(project, title)
        self.kept[project].title = self.store.project(project).title

    @rule(project=consumes(projects))
    def delete(self, project: str) -> None:
        self.store.delete(project)
        del self.kept[project]

    @rule(project=projects, transcript=transcripts, content=st.binary(max_size=9))
    def add_interview(self, project: str, transcript: Transcript, content: bytes) -> None:
        interviews = self.kept[project].interviews
        if transcript.name in interviews:
            with pytest.raises(DuplicateInterviewError):
                self.store.add_interview(project, transcript, content=content)
        else:
            self.store.add_interview(project, transcript, content=content)
            interviews[transcript.name] = transcript, content

    @rule(project=projects, xml=words, based_on=st.none() | st.integers(1, 5))
    def save(self, project: str, xml: str, based_on: int | None) -> None:
        kept = self.kept[project]
        newest = kept.newest
        if newest and kept.saved[newest - 1][0] == xml:
            assert self.store.save(project, xml, based_on=based_on).number == newest
        elif based_on == newest:
            assert self.store.save(project, xml, based_on=based_on).number == len(kept.saved) + 1
            kept.saved.append((xml, False))
        else:
            with pytest.raises(StaleSaveError):
                self.store.save(project, xml, based_on=based_on)
            kept.saved.append((xml, True))

    @rule(project=projects, xml=words)
    def save_on_the_newest(self, project: str, xml: str) -> None:
        self.save(project, xml, self.kept[project].newest)

    @rule(project=projects, text=words)
    def save_details(self, project: str, text: str) -> None:
        before = self.kept[project].details
        saved = self.store.save_details(project, text, based_on=before[0] if before else None)
        self.kept[project].details = (saved.number, text)

    @rule(project=projects, text=words)
    def save_stale_details(self, project: str, text: str) -> None:
        before = self.kept[project].details
        if before and before[1] != text:
            with pytest.raises(StaleSaveError):
                self.store.save_details(project, text, based_on=before[0] + 100)

    @rule(project=projects, content=st.none() | st.binary(max_size=9))
    def change_template(self, project: str, content: bytes | None) -> None:
        if content is None:
            self.store.remove_template(project)
        else:
            self.store.set_template(project, "company.docx", content)
        self.kept[project].template = None if content is None else ("company.docx", content)

    @rule(target=projects)
    def open_again(self) -> object:
        self.store.close()
        self.store = Store.open(self.folder.name)
        return multiple()

    @invariant()
    def nothing_is_lost(self) -> None:
        listed = {each.id: (each.title, each.interviews, each.revision) for each in self.store.projects()}
        assert listed == {name: (kept.title, len(kept.interviews), kept.newest) for name, kept in self.kept.items()}
        for name, kept in self.kept.items():
            interviews = {each.name: (each.transcript, each.content) for each in self.store.interviews(name)}
            assert interviews == kept.interviews
            numbers = [each.number for each in reversed(self.store.revisions(name))]
            assert [(each.xml, each.refused) for each in (self.store.revision(name, n) for n in numbers)] == kept.saved
            latest = self.store.latest(name)
            assert (latest.number if latest else None) == kept.newest
            details, template = self.store.details(name), self.store.template(name)
            assert (details and (details.number, details.text)) == kept.details
            assert (template and (template.name, template.content)) == kept.template

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


def test_any_history() -> None:
    run_state_machine_as_test(History, settings=settings(max_examples=25, stateful_step_count=20, deadline=None))
