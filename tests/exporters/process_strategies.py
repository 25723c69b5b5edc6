"""Hypothesis strategies for whole processes, with every field in use, and a small one by hand."""

from __future__ import annotations

from hypothesis import strategies as st

from interview2flow.model import (
    Bounds,
    Diagram,
    Disagreement,
    Event,
    EventKind,
    Evidence,
    Fact,
    FactKind,
    Gateway,
    GatewayKind,
    Interview,
    Interviewee,
    Lane,
    Matter,
    Point,
    Process,
    Provenance,
    Question,
    SequenceFlow,
    Task,
    Version,
)

PRINTABLE = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n")
words = st.text(PRINTABLE, max_size=12)
provenances = st.sampled_from(Provenance)
shares = st.floats(0, 1)
places = st.integers(0, 10**6)
coordinates = st.floats(-1e5, 1e5, allow_nan=False)
sizes = st.floats(0, 1e5)
evidence = st.builds(Evidence, words, places, places, places, words)
facts = st.builds(Fact, st.sampled_from(FactKind), words, st.none() | evidence, provenances)
interviews = st.builds(
    Interview, name=words, interviewee=st.none() | st.builds(Interviewee, st.none() | words, st.none() | words)
)
several_evidence = st.lists(evidence, max_size=3).map(tuple)
suffixes = st.lists(st.from_regex(r"[\w.-]{0,5}", fullmatch=True), min_size=9, max_size=9, unique=True)
bounds = st.builds(Bounds, coordinates, coordinates, sizes, sizes)
points = st.builds(Point, coordinates, coordinates)


def nodes(node_id: str, lanes: list[str]) -> st.SearchStrategy[Task | Gateway | Event]:
    lane = st.none() | st.sampled_from(lanes) if lanes else st.none()
    common = {"id": st.just(node_id), "name": words, "lane": lane, "provenance": provenances}
    return st.one_of(
        st.builds(
            Task,
            **common,
            evidence=several_evidence,
            facts=st.lists(facts, max_size=3).map(tuple),
            actor=provenances,
            confidence=shares,
        ),
        st.builds(Gateway, **common, kind=st.sampled_from(GatewayKind)),
        st.builds(Event, **common, kind=st.sampled_from(EventKind)),
    )


@st.composite
def processes(draw: st.DrawFn) -> Process:
    """Well-formed processes of up to three lanes and six nodes, drawn anywhere."""
    lane_ids = [f"Lane_{n}" for n in range(draw(st.integers(0, 3)))]
    node_ids = [f"Activity_{n}" for n in range(draw(st.integers(0, 6)))]
    flow_ids = [f"Flow_{n}" for n in range(draw(st.integers(0, 8)))] if node_ids else []
    ends = st.sampled_from(node_ids) if node_ids else st.nothing()
    about = st.none() | words
    pool = ["Participant_1"] if lane_ids or draw(st.booleans()) else []
    return Process(
        title=draw(words),
        language=draw(st.sampled_from(["en", "fi", "sv"])),
        lanes=tuple(
            draw(st.builds(Lane, id=st.just(lane), name=words, named=st.booleans(), provenance=provenances)) for lane in lane_ids
        ),
        nodes=tuple(draw(nodes(node_id, lane_ids)) for node_id in draw(st.permutations(node_ids))),
        flows=tuple(
            draw(
                st.builds(
                    SequenceFlow,
                    id=st.just(flow),
                    source=ends,
                    target=ends,
                    name=words,
                    evidence=several_evidence,
                    provenance=provenances,
                    confidence=shares,
                )
            )
            for flow in flow_ids
        ),
        interviews=tuple(draw(st.lists(interviews, max_size=2))),
        questions=tuple(
            draw(st.lists(st.builds(Question, ask=words, about=about, source=about, evidence=st.none() | evidence), max_size=2))
        ),
        disagreements=tuple(draw(st.lists(disagreements(about), max_size=2))),
        settled=frozenset(draw(st.lists(words, max_size=2))),
        dismissed=draw(several_evidence),
        diagram=Diagram(
            shapes={key: draw(bounds) for key in [*pool, *lane_ids, *node_ids]},
            routes={key: tuple(draw(st.lists(points, min_size=2, max_size=5))) for key in flow_ids},
            labels={key: draw(bounds) for key in [*node_ids, *flow_ids] if draw(st.booleans())},
        ),
    )


def disagreements(about: st.SearchStrategy[str | None]) -> st.SearchStrategy[Disagreement]:
    versions = st.builds(Version, text=words, evidence=several_evidence)
    return st.builds(Disagreement, matter=st.sampled_from(Matter), one=versions, other=versions, about=about)


def invoice() -> Process:
    """A clerk checks an invoice and books it, or sends it back; a manager signs the large ones."""
    said = Evidence("anna.txt", 3, 0, 28, "I check the invoice in Visma")
    return Process(
        title="Supplier invoices",
        language="en",
        lanes=(Lane(id="Lane_1", name="clerk"), Lane(id="Lane_2", name="manager", provenance=Provenance.INFERRED)),
        nodes=(
            Event(id="Event_1", kind=EventKind.START, name="invoice received", lane="Lane_1"),
            Task(
                id="Activity_1",
                name="check the invoice",
                lane="Lane_1",
                evidence=(said,),
                facts=(
                    Fact(FactKind.SYSTEM, "Visma", said),
                    Fact(FactKind.DOCUMENT, "invoice"),
                    Fact(FactKind.WORK_TIME, "5 minutes"),
                    Fact(FactKind.COMPLAINT, "Visma is slow"),
                ),
                confidence=0.93,
            ),
            Gateway(id="Gateway_1", name="amount?", lane="Lane_1"),
            Task(id="Activity_2", name="sign the invoice", lane="Lane_2", facts=(Fact(FactKind.WAIT_TIME, "2 days"),)),
            Gateway(id="Gateway_2", lane="Lane_1"),
            Task(id="Activity_3", name="book the invoice", lane="Lane_1", evidence=(Evidence("anna.txt", 5, 0, 9, "I book it"),)),
            Event(id="Event_2", kind=EventKind.END, name="invoice booked", lane="Lane_1"),
        ),
        flows=(
            SequenceFlow(id="Flow_1", source="Event_1", target="Activity_1"),
            SequenceFlow(id="Flow_2", source="Activity_1", target="Gateway_1"),
            SequenceFlow(id="Flow_3", source="Gateway_1", target="Activity_2", name="over 5,000", provenance=Provenance.STATED),
            SequenceFlow(id="Flow_4", source="Gateway_1", target="Gateway_2", name="5,000 or less"),
            SequenceFlow(id="Flow_5", source="Activity_2", target="Gateway_2"),
            SequenceFlow(id="Flow_6", source="Gateway_2", target="Activity_3"),
            SequenceFlow(id="Flow_7", source="Activity_3", target="Event_2"),
        ),
        interviews=(Interview(name="anna.txt", interviewee=Interviewee("Anna", "AP clerk")),),
        questions=(Question(ask="Who files the paper copy?", about="Activity_3", source="anna.txt"),),
        disagreements=(
            Disagreement(
                matter=Matter.ACTOR,
                one=Version(text="clerk", evidence=(said,)),
                other=Version(text="manager"),
                about="Activity_1",
            ),
        ),
    )
