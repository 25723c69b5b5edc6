"""The manual in Markdown and the flowchart in Mermaid: everything told is in them, and stays text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from interview2flow.exporters import FORMATS, Details, md, mmd
from interview2flow.exporters._manual import compose
from interview2flow.languages import LANGUAGES
from interview2flow.model import Event, EventKind, GatewayKind, Process
from tests.exporters.process_strategies import invoice, processes
from tests.support.processes import choice, said, sketch, task

EVIL = (
    "=cmd()",
    "<script>alert(1)</script>",
    '"] --> x["',
    "``` `code`",
    "[a](http://b.example)",
    "![x](y)",
    "| a | b |",
    "%%{init: {}}%%",
    "1. list",
    "style n1 fill:#f00",
    "# head",
    "end",
    "\x00\x1b\u202e😀 שלום",
    "a\n# b\n```",
    'click n1 href "javascript:alert(1)"',
)
SAFE = r"(?:[^\W_]|[ .,!?()\-–—'’/%€§+]|#\d+;)+"
SHAPE = rf'n\d+(?:\["{SAFE}"\]|\{{"{SAFE}"\}}|\(\["{SAFE}"\]\)|\(\("{SAFE}"\)\)|\(\(\("{SAFE}"\)\)\))'
LINE = re.compile(
    rf'flowchart LR|    accTitle: [^#"]+|    subgraph lane\d+ \["{SAFE}"\]|    end| +{SHAPE}|    n\d+ -->(?:\|"{SAFE}"\|)? n\d+'
)

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)


def hostile(words: str) -> Process:
    process = sketch([task("pay", words, evidence=(said(words),))], {("start", "pay"): words, ("pay", "end"): words})
    return replace(process, title=words, lanes=tuple(replace(lane, name=words) for lane in process.lanes))


def drawn(process: Process) -> list[str]:
    return [line.strip() for line in mmd.lines(process)]


def manual(process: Process, details: Details | None = None) -> str:
    return md.render(process, (), details=details).decode()


def test_roles_steps_and_conditions_are_drawn() -> None:
    assert drawn(invoice()) == [
        "flowchart LR",
        "accTitle: Supplier invoices",
        'subgraph lane1 ["clerk"]',
        'n1(["invoice received"])',
        'n2["1 check the invoice"]',
        'n3{"amount?"}',
        'n5{" "}',
        'n6["3 book the invoice"]',
        'n7(["invoice booked"])',
        "end",
        'subgraph lane2 ["manager"]',
        'n4["2 sign the invoice"]',
        "end",
        "n1 --> n2",
        "n2 --> n3",
        'n3 -->|"over 5,000"| n4',
        'n3 -->|"5,000 or less"| n5',
        "n4 --> n5",
        "n5 --> n6",
        "n6 --> n7",
    ]


def test_what_has_no_name_is_told_by_its_shape() -> None:
    nodes = [task("a", "a"), choice("fork", GatewayKind.PARALLEL), Event(id="sent", kind=EventKind.INTERMEDIATE)]
    lines = drawn(sketch(nodes, [("start", "a")]))
    assert {'n1((" "))', 'n3{"+"}', 'n4((" "))', 'n5(((" ")))'} <= set(lines)


@pytest.mark.parametrize("words", EVIL)
def test_words_stay_words_in_mermaid(words: str) -> None:
    assert all(LINE.fullmatch(line) for line in mmd.lines(hostile(words)))


@unhurried
@given(processes())
def test_any_process_is_drawn(process: Process) -> None:
    lines = list(mmd.lines(process))
    assert all(LINE.fullmatch(line) for line in lines)
    assert sum(" --" in line for line in lines) >= len(process.flows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_stands_in_the_markdown_manual(language: str) -> None:
    process = replace(invoice(), language=language)
    headings = [line for line in manual(process).splitlines() if line.startswith("## ")]
    chapters = compose(process, ()).chapters
    assert [re.sub(r"\\(.)", r"\1", heading) for heading in headings] == [f"## {chapter.heading}" for chapter in chapters]


def test_references_lead_to_their_steps() -> None:
    text = manual(invoice())
    led = set(re.findall(r"\]\(#(\w+)\)", text))
    assert led
    assert led <= set(re.findall(r'<a id="(\w+)"></a>', text))


def test_the_flowchart_is_drawn_in_the_manual() -> None:
    text = manual(invoice())
    assert "\n```mermaid\nflowchart LR\n" in text
    assert text.count("```") == 2


def test_what_was_entered_is_shown() -> None:
    assert "Kim Berg" in manual(invoice(), Details(owner="Kim Berg"))


@pytest.mark.parametrize("words", EVIL)
def test_words_stay_words_in_markdown(words: str) -> None:
    text = manual(hostile(words))
    own = re.sub(r'<br>|<a id="\w+"></a>|```mermaid.*?\n```|\\.', "", text, flags=re.DOTALL)
    assert not re.search(r"[<`{}\x00\x1b\u202e]|!\[|\]\(http|://", own)
    assert [line for line in text.splitlines() if line.startswith("# ")] == text.splitlines()[:1]
    tables = [line for line in own.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)


@unhurried
@given(processes())
def test_any_process_makes_a_markdown_manual(process: Process) -> None:
    text = manual(process)
    assert text.startswith("# ")
    widths = {(block.split("\n")[0].count("|")) == line.count("|") for block in _tables(text) for line in block.split("\n")}
    assert widths <= {True}


def _tables(text: str) -> list[str]:
    plain = re.sub(r"\\.", "", text).strip()
    return [block for block in plain.split("\n\n") if block.startswith("|")]


def test_they_are_formats_by_their_ending() -> None:
    assert {"md", "mmd"} <= set(FORMATS)
