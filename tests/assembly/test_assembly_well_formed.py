"""Whatever was understood: what is drawn hangs together."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from interview2flow.assembly import assemble
from interview2flow.assembly.repair import well_formed
from interview2flow.model import END, START, Event, EventKind, Extraction, Gateway, GatewayKind, Process, Provenance, Task
from tests.assembly.assembly_builders import WORDING, arrows, assembled, extraction, relation, step, transcript

NAMES = tuple("abcdefgh")
ENDS = st.sampled_from((START, END, *NAMES, "nowhere"))
ARROWS = st.builds(
    lambda a, b, said: f"{a} > {b}" + (f": {said}" if said else ""), ENDS, ENDS, st.sampled_from(("", "", "yes", "no"))
)


@st.composite
def extractions(draw: st.DrawFn, source: str = "a.txt") -> Extraction:
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=8))
    actors = st.sampled_from(("clerk", "buyer", None))
    steps = tuple(step(name, actor=draw(actors), source=source) for name in names)
    return extraction(*draw(st.lists(ARROWS, max_size=16)), steps=steps, source=source)


def assert_well_formed(process: Process) -> None:
    start = next(node.id for node in process.nodes if isinstance(node, Event) and node.kind is EventKind.START)
    ends = {node.id for node in process.nodes if isinstance(node, Event) and node.kind is EventKind.END}
    assert {start, *nx.descendants(process.graph, start)} == set(process.graph)
    assert all(node in ends or nx.descendants(process.graph, node) & ends for node in process.graph)
    for node in process.nodes:
        ways_in, ways_out = len(process.incoming(node.id)), len(process.outgoing(node.id))
        if isinstance(node, Task):
            assert (ways_in, ways_out) == (1, 1)
            assert node.lane
        elif isinstance(node, Gateway):
            assert 1 in {ways_in, ways_out}
            assert node.kind is GatewayKind.EXCLUSIVE or (ways_in, ways_out) != (1, 1)


@given(extractions())
@settings(max_examples=300, deadline=None)
def test_any_relations_give_a_process_that_hangs_together(told: Extraction) -> None:
    process = assemble([told], [transcript("a.txt")], wording=WORDING)
    assert_well_formed(process)
    assert len(process.tasks) == len(told.steps)
    assert process == assemble([told], [transcript("a.txt")], wording=WORDING)


@given(extractions())
@settings(max_examples=300, deadline=None)
def test_the_drawing_has_the_arrows_that_could_be_kept(told: Extraction) -> None:
    kept = well_formed([s.id for s in told.steps], told.relations)
    written = {f"{r.source} > {r.target}" + (f": {r.condition.text}" if r.condition else "") for r in kept}
    assert arrows(assemble([told], [transcript("a.txt")], wording=WORDING)) == written


@given(extractions(), extractions("b.txt"))
@settings(max_examples=200, deadline=None)
def test_any_two_interviews_give_a_process_that_hangs_together(first: Extraction, second: Extraction) -> None:
    process = assemble([first, second], [transcript("a.txt"), transcript("b.txt")], wording=WORDING)
    assert_well_formed(process)
    assert len(process.tasks) <= len(first.steps) + len(second.steps)


def test_a_step_that_nothing_leads_to_follows_the_one_told_before_it() -> None:
    kept = well_formed(["a", "b", "c"], [relation("start > a"), relation("a > c"), relation("c > end")])
    added = [r for r in kept if (r.source, r.target) == ("a", "b")]
    assert [r.provenance for r in added] == [Provenance.INFERRED]


def test_a_circle_gets_a_way_out() -> None:
    assert "b > end" in arrows(assembled("start > a", "a > b", "b > a"))


def test_nothing_understood_is_a_start_and_an_end() -> None:
    process = assembled()
    assert [type(node).__name__ for node in process.nodes] == ["Event", "Event"]
    assert len(process.flows) == 1
