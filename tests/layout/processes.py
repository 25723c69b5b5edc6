"""Processes of all shapes for Hypothesis, and realistic ones of any length."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from interview2flow.model import Event, EventKind, Gateway, GatewayKind, Lane, Node, Process, SequenceFlow, Task

WORDS = (
    *("check", "the", "invoice", "against", "purchase", "order", "and", "forward", "it", "to", "manager", "approval"),
    *("tarkistaa", "ympäristölupahakemuksen", "liite"),
)


@st.composite
def processes(draw: st.DrawFn, *, most_nodes: int = 14, most_flows: int = 24) -> Process:
    """Any process at all: nodes of every kind in any lane or none, flows between any two, a node and itself included."""
    lanes = tuple(Lane(id=f"Lane_{index}", name=draw(_names)) for index in range(draw(st.integers(0, 4))))
    count = draw(st.integers(0, most_nodes))
    nodes = tuple(draw(_node(index, [lane.id for lane in lanes])) for index in range(count))
    ends = st.integers(0, max(count - 1, 0))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=most_flows)) if count else []
    flows = tuple(
        SequenceFlow(id=f"Flow_{index}", source=f"Node_{source}", target=f"Node_{target}", name=draw(_names))
        for index, (source, target) in enumerate(pairs)
    )
    return Process(title="Any", language="en", lanes=lanes, nodes=nodes, flows=flows)


_names = st.one_of(st.just(""), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))


@st.composite
def _node(draw: st.DrawFn, index: int, lanes: list[str]) -> Node:
    lane = draw(st.sampled_from([*lanes, None]))
    name = draw(_names)
    kind = draw(st.sampled_from(["task", "task", "gateway", "event"]))
    if kind == "task":
        return Task(id=f"Node_{index}", name=name, lane=lane)
    if kind == "gateway":
        return Gateway(id=f"Node_{index}", name=name, lane=lane, kind=draw(st.sampled_from(list(GatewayKind))))
    return Event(id=f"Node_{index}", name=name, lane=lane, kind=draw(st.sampled_from(list(EventKind))))


def realistic(count: int, *, lanes: int = 5, seed: int = 1) -> Process:
    """A process of `count` nodes as interviews tell it: a main path over lanes, decisions that meet again, loops back."""
    random = Random(seed)
    roles = tuple(Lane(id=f"Lane_{index}", name=" ".join(random.sample(WORDS, 2))) for index in range(lanes))
    nodes: list[Node] = [Event(id="Start", kind=EventKind.START, lane=roles[0].id)]
    flows: list[SequenceFlow] = []
    lane, tail = 0, ["Start"]

    def join(target: str, name: str = "") -> None:
        for source in tail:
            flows.append(SequenceFlow(id=f"Flow_{len(flows)}", source=source, target=target, name=name))

    def step() -> str:
        name = " ".join(random.sample(WORDS, random.randint(2, 6)))
        nodes.append(Task(id=f"Task_{len(nodes)}", name=name, lane=roles[lane].id))
        return nodes[-1].id

    while len(nodes) < count - 1:
        if random.random() < 0.4:
            lane = random.randrange(lanes)
        task = step()
        join(task)
        tail = [task]
        if random.random() < 0.3 and len(nodes) < count - 4:
            gate = Gateway(id=f"Gateway_{len(nodes)}", name="approved?", lane=roles[lane].id)
            nodes.append(gate)
            join(gate.id)
            ends = []
            for branch in range(random.randint(2, 3)):
                tail = [gate.id]
                if branch and random.random() < 0.3:
                    back = random.choice([node.id for node in nodes[-12:] if isinstance(node, Task)])
                    join(back, "not complete")
                    continue
                task = step()
                join(task, random.choice(["the amount is over 5000", "yes", "it is urgent and the manager is away"]))
                ends.append(task)
            tail = ends
    nodes.append(Event(id="End", kind=EventKind.END, lane=roles[lane].id))
    join("End")
    return Process(title="Realistic", language="en", lanes=roles, nodes=tuple(nodes), flows=tuple(flows))
