"""Whatever a later draft tells, what the coordinator edited stays until a contested proposal is taken."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from interview2flow.editing import roles, steps
from interview2flow.editing.accepting import accept_uncontested, with_material
from interview2flow.editing.proposals import proposals
from interview2flow.model import Process
from tests.support.gold_process import gold_folders, gold_process
from tests.support.processes import said

FOLDERS = gold_folders()[:10]
some = st.frozensets(st.integers(0, 30), max_size=4)


@dataclass(frozen=True)
class Changes:
    """By their places, the steps that are named anew, given to somebody else, taken away, or followed by a further one."""

    renamed: frozenset[int]
    reassigned: frozenset[int]
    removed: frozenset[int]
    followed: frozenset[int]

    def made(self, process: Process, by: str) -> Process:
        ids = [step.id for step in process.tasks]
        for place in self.renamed & set(range(len(ids))):
            process = steps.rename(process, ids[place], f"{by} step {place}")
        for place in self.reassigned & set(range(len(ids))):
            process = roles.assign(process, ids[place], f"{by} role")
        for place in self.followed & set(range(len(ids))):
            words = (said(f"{by} further step {place}", source=f"{by}.txt"),)
            process = steps.add_step(process, words[0].quote, after=ids[place], evidence=words)
        for place in self.removed & set(range(len(ids))):
            process = steps.remove(process, ids[place])
        return process


changes = st.builds(Changes, some, some, some, some)


@settings(max_examples=15, deadline=None)
@given(place=st.integers(0, len(FOLDERS) - 1), ours=changes, theirs=changes)
def test_nothing_that_was_edited_is_overwritten(place: int, ours: Changes, theirs: Changes) -> None:
    base = gold_process(FOLDERS[place])
    edited, new = ours.made(base, "our"), theirs.made(base, "their")
    merged = with_material(accept_uncontested(base, edited, new), new)
    by_id = {step.id: step for step in merged.tasks}
    for step in edited.tasks:
        if step.name.startswith("our"):
            assert by_id[step.id].name == step.name
        if (lane := edited.lane_of(step)) and lane.name == "our role":
            assert (now := merged.lane_of(by_id[step.id]))
            assert now.name == "our role"
    gone = {step.id for step in base.tasks} - {step.id for step in edited.tasks}
    assert gone.isdisjoint(by_id)
    assert all(proposal.contested for proposal in proposals(base, merged, new))
