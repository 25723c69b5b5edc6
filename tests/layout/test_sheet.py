"""The overview of a flowchart's parts: every step's number, in letters that can be read."""

from __future__ import annotations

import re

from interview2flow.layout import numbered, parts, sheet
from tests.layout.processes import realistic

WIDTH, HEIGHT, LETTERS = 1000.0, 600.0, 11.0


def overview(steps: int) -> tuple[str, int]:
    process = realistic(steps)
    numbers = {task.id: str(number) for number, task in enumerate(process.tasks, 1)}
    cut = parts(numbered(process, numbers), symbols=12, max_width=850)
    picture = sheet(cut, title=process.title, width=WIDTH, height=HEIGHT, letters=LETTERS)
    assert picture.width == WIDTH
    assert picture.height <= HEIGHT
    return picture.svg, len(process.tasks)


def printed(svg: str) -> list[tuple[float, str]]:
    """The texts with the size that they have on the sheet."""
    found, scale = [], 1.0
    for token in re.finditer(r'scale\(([\d.]+)\)|font-size="([\d.]+)"|<text[^>]*>([^<]*)<', svg):
        if token[1]:
            scale = float(token[1])
        elif token[2]:
            size = float(token[2])
        else:
            found.append((size if "/" in token[3] else size * scale, token[3]))
    return found


def test_every_step_is_there_by_its_number() -> None:
    svg, count = overview(40)
    assert {str(number) for number in range(1, count + 1)} <= {text for _, text in printed(svg)}


def test_nothing_is_printed_small() -> None:
    for steps in (40, 178):
        svg, _ = overview(steps)
        assert min(size for size, _ in printed(svg)) >= 0.82 * LETTERS


def test_parts_are_counted() -> None:
    texts = [text for _, text in printed(overview(40)[0])]
    counted = [text for text in texts if "/" in text]
    assert counted == [f"{number}/{len(counted)}" for number in range(1, len(counted) + 1)]
