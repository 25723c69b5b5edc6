"""The pieces that the panels are put together from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from interview2flow.model import Evidence, Finding, Lane, Node, Process, Provenance, SequenceFlow
from interview2flow.ui.markup import Markup, joined, tag
from interview2flow.ui.texts import Words

NOTHING = Markup("")
LABEL: Final = "_label"
"""What bpmn-js adds to the id of an element for its label, when that is what one clicks."""

Part = Node | SequenceFlow | Lane


def part(process: Process, element: str | None) -> Part | None:
    """What is selected; None where nothing is, or it is gone."""
    wanted = (element or "").removesuffix(LABEL)
    parts: tuple[Part, ...] = (*process.nodes, *process.flows, *process.lanes)
    return next((each for each in parts if each.id == wanted), None)


def heading(kind: str, name: str) -> Markup:
    """What the selected element is, and what it is called where it has a name."""
    above = tag("div", kind, class_="i2f-kind") if name else NOTHING
    return tag("div", above, tag("h3", name or kind), class_="i2f-head")


def chip(text: str, look: str) -> Markup:
    """A short label in a coloured field."""
    return tag("span", text, class_=f"i2f-chip i2f-{look}")


def provenance_chip(provenance: Provenance, words: Words) -> Markup:
    """Whether it was said, concluded or changed."""
    return chip(words(f"step.provenance.{provenance.value}"), provenance.value)


def section(title: str, *content: Markup) -> Markup:
    """A part of the panel with its heading; nothing where there is nothing in it."""
    return tag("section", tag("h4", title), *content) if any(content) else NOTHING


def speaker(process: Process, source: str) -> str:
    """Who was interviewed there, or the name of the interview where nobody said who."""
    for interview in process.interviews:
        if interview.name == source and interview.interviewee and str(interview.interviewee):
            return str(interview.interviewee)
    return source


def quotes(evidence: Iterable[Evidence], process: Process, words: Words) -> Markup:
    """The words it came from, each with who said it and where."""
    return joined(_quote(piece, process, words) for piece in dict.fromkeys(evidence))


def _quote(piece: Evidence, process: Process, words: Words) -> Markup:
    who = speaker(process, piece.source)
    where = words("step.turn", number=piece.turn + 1)
    place = where if who == piece.source else f"{piece.source}, {where}"
    return tag("figure", tag("blockquote", piece.quote), tag("figcaption", tag("b", who), f" · {place}"), class_="i2f-quote")


def doubts(findings: Sequence[Finding], words: Words) -> Markup:
    """What is open about it."""
    items = (
        tag("li", chip(words(f"review.severity.{f.severity.name.lower()}"), f.severity.name.lower()), " ", f.text)
        for f in findings
    )
    return tag("ul", *items, class_="i2f-doubts") if findings else NOTHING
