from interview2flow.layout.ranks import ranks, returning
from interview2flow.model import Event, EventKind, Process, SequenceFlow, Task


def _process(names: str, pairs: str) -> Process:
    nodes = tuple(Event(id=name, kind=EventKind.START) if name == "s" else Task(id=name, name=name) for name in names)
    flows = tuple(SequenceFlow(id=pair, source=pair[0], target=pair[1]) for pair in pairs.split())
    return Process(title="", language="en", nodes=nodes, flows=flows)


def test_the_longest_way_gives_the_column() -> None:
    process = _process("sabc", "sa sb ab bc sc")
    assert ranks(process, frozenset()) == {"s": 0, "a": 1, "b": 2, "c": 3}


def test_a_loop_leads_back_against_the_order_told() -> None:
    assert returning(_process("sabc", "sa ab bc ca")) == {"ca"}


def test_a_rework_branch_that_is_told_first_does_not_turn_the_process_round() -> None:
    assert returning(_process("sabcd", "sa ab bc ca bd")) == {"ca"}


def test_nodes_in_any_order_get_the_fewest_ways_back() -> None:
    assert returning(_process("cbas", "sa ab bc ca")) == {"ca"}


def test_a_flow_from_a_node_to_itself_leads_back() -> None:
    assert returning(_process("sa", "sa aa")) == {"aa"}


def test_what_nothing_leads_to_stands_just_before_what_it_leads_to() -> None:
    process = _process("sabcx", "sa ab bc xc")
    assert ranks(process, frozenset())["x"] == 2


def test_loose_parts_follow_the_step_named_before_them() -> None:
    process = _process("sabcd", "sa cd")
    assert ranks(process, frozenset()) == {"s": 0, "a": 1, "b": 2, "c": 3, "d": 4}
