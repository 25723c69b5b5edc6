"""questions.md: what is open, a section for each person to ask, with the words that each question comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from interview2flow.exporters._followup import Item, Sheet, sheets
from interview2flow.exporters._manual.clean import clean
from interview2flow.languages import texts
from interview2flow.model import Finding, Process

MARKDOWN: Final = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>#|"})
"""What Markdown would take for its own."""


def render(process: Process, findings: Sequence[Finding]) -> bytes:
    """The question sheet in Markdown, UTF-8, in the process's language; for one interviewee, given the findings for that one."""
    return ("\n".join(_lines(process, findings)).rstrip("\n") + "\n").encode()


def _lines(process: Process, findings: Sequence[Finding]) -> Iterator[str]:
    words: Mapping[str, str] = texts(process.language, "manual")["questions"]
    found = list(sheets(process, findings))
    yield from (f"# {_safe(words['title'].format(title=process.title))}", "")
    if len(found) != 1:
        yield from (words["intro"] if found else words["none"], "")
    for sheet in found:
        yield from _section(sheet, words)
    if observations := [finding for finding in findings if not finding.asks]:
        yield from (f"## {words['observations']}", "", words["observations_intro"], "")
        yield from (f"- {_safe(finding.text)}" for finding in observations)


def _section(sheet: Sheet, words: Mapping[str, str]) -> Iterator[str]:
    yield from (f"## {_safe(sheet.whom)}", "")
    for paragraph in sheet.greeting:
        yield from (_safe(paragraph), "")
    for item in sheet.items:
        yield from _item(item, words)


def _item(item: Item, words: Mapping[str, str]) -> Iterator[str]:
    yield from (f"### {item.number}. {_safe(item.question)}", "")
    if item.about:
        yield from (f"*{_safe(item.about)}*", "")
    for quote in item.quotes:
        yield from (f"> {_safe(quote)}", "")
    yield from (words["answer"], "")


def _safe(text: str) -> str:
    """Text that stays text in Markdown, on one line."""
    return " ".join(clean(text).split()).translate(MARKDOWN)
