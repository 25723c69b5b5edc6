"""Answers from the Markdown sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import dropwhile

from interview2flow.exporters._followup.filled import Filled
from interview2flow.languages import LANGUAGES, texts
from interview2flow.readers.form.decoding import decode


def read(name: str, content: bytes, asked: Collection[str]) -> tuple[Filled, ...]:  # noqa: ARG001  (all readers take it)
    """The questions with their answers; `#` headings alone tell where one begins."""
    return tuple(_questions(decode(name, content).split("\n")))


def _questions(lines: list[str]) -> Iterator[Filled]:
    whom: str | None = None
    question: str | None = None
    below: list[str] = []
    for line in [*lines, "## "]:
        if line.startswith(("## ", "### ")):
            if question:
                yield Filled(question=question, answer=_answer(below), whom=whom)
            below, question = [], None
            if line.startswith("## "):
                whom = _plain(line.removeprefix("## "))
            else:
                question = _plain(line.removeprefix("### ").lstrip("0123456789").removeprefix(". "))
        else:
            below.append(line)


def _answer(lines: list[str]) -> str:
    """What stands after "Answer:"; where that is gone, all that is neither the step nor a quote."""
    labels = tuple(texts(language, "manual")["questions"]["answer"] for language in LANGUAGES)
    rest = list(dropwhile(lambda line: not line.strip().startswith(labels), lines))
    if not rest:
        rest = [line for line in lines if not line.startswith((">", "*"))]
    first, *others = rest or [""]
    label = next((label for label in labels if first.strip().startswith(label)), "")
    return "\n".join([first.strip().removeprefix(label), *others]).strip()


def _plain(text: str) -> str:
    """The words without backslashes that kept them from being markup."""
    return "".join(sign for place, sign in enumerate(text) if sign != "\\" or text[place : place + 2] == "\\\\").strip()
