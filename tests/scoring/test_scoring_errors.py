from __future__ import annotations

from models.scoring.comparing import match
from models.scoring.errors import Errors, Kind, error_table, errors
from models.scoring.reading import Process, Step

CLERK, MANAGER = ("clerk",), ("manager",)
GOLD = Process(
    steps={
        "s1": Step(["open the invoice"], CLERK),
        "s2": Step(["approve the payment"], MANAGER),
        "s3": Step(["archive the paper"], CLERK),
        "s4": Step(["call the supplier"], CLERK),
    },
    arrows={
        ("start", "s1"): "",
        ("s1", "s2"): "amount over 5,000",
        ("s1", "s4"): "something is missing",
        ("s2", "s3"): "",
        ("s3", "end"): "",
    },
)
SAID = Process(
    steps={
        "a": Step(["open the invoice"], CLERK),
        "b": Step(["approve the payment"], CLERK),
        "d": Step(["call the supplier"], CLERK),
        "x": Step(["water the plants"], CLERK),
    },
    arrows={
        ("start", "a"): "",
        ("a", "b"): "",
        ("a", "d"): "on rainy Sundays",
        ("b", "x"): "",
        ("x", "a"): "",
        ("d", "end"): "",
    },
)


def wrong() -> dict[Kind, Errors]:
    return errors(GOLD, SAID, match(GOLD, SAID, "en"), "en")


def test_each_error_is_counted_under_its_kind() -> None:
    assert {kind: (len(those.found), those.among) for kind, those in wrong().items()} == {
        Kind.MISSED: (1, 4),
        Kind.MADE_UP: (1, 4),
        Kind.WRONG_ACTOR: (1, 3),
        Kind.LOST_ARROW: (0, 3),
        Kind.LOST_WITH_STEP: (2, 5),
        Kind.FALSE_ARROW: (2, 5),
        Kind.LOST_CONDITION: (1, 2),
        Kind.OTHER_CONDITION: (1, 2),
        Kind.FALSE_CONDITION: (0, 1),
    }


def test_errors_are_told_in_words() -> None:
    found = wrong()
    assert found[Kind.WRONG_ACTOR].found == ["'approve the payment': clerk instead of manager"]
    assert "'approve the payment' > 'open the invoice'" in found[Kind.FALSE_ARROW].found
    assert found[Kind.LOST_CONDITION].found == ["'open the invoice' > 'approve the payment': '' instead of 'amount over 5,000'"]


def test_the_table_counts_each_case_in_its_groups() -> None:
    lines = error_table([(("en", "raw", "all"), wrong()), (("sv", "raw", "all"), wrong())]).splitlines()
    assert lines[0].split() == ["en", "sv", "raw", "all"]
    missed = next(line for line in lines if line.startswith(Kind.MISSED))
    assert missed.removeprefix(Kind.MISSED).split() == ["1", "25%", "1", "25%", "2", "25%", "2", "25%"]


def test_a_perfect_draft_has_no_errors() -> None:
    found = errors(GOLD, GOLD, match(GOLD, GOLD, "en"), "en")
    assert not any(those.found for those in found.values())
