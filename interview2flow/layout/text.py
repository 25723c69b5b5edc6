"""Words broken into lines that fit a box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interview2flow.layout.metrics import width

LEADING: Final = 1.2  # line height over font size


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines of text as they are drawn, with the size that they take."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> float:
        """The longest line's width in pixels."""
        return max((width(line, self.size) for line in self.lines), default=0)

    @property
    def height(self) -> float:
        """All lines' height in pixels."""
        return len(self.lines) * self.size * LEADING


def fit(text: str, *, widths: tuple[float, ...], lines: int, size: float) -> TextBlock:
    """The text in the first of `widths` in which it takes at most `lines` lines and no word is broken, else in the last one.

    The lines are then made as even as they can be without taking one line more.
    """
    for limit in widths:
        block = _wrap(text, limit, size=size)
        if len(block.lines) <= lines and _unbroken(text, limit, size=size):
            break
    return _even(text, block, limit)


def one_line(text: str, limit: float, *, size: float) -> str:
    """The text on one line, cut with an ellipsis where it is too long."""
    text = " ".join(text.split())
    if width(text, size) <= limit:
        return text
    while text and width(f"{text}…", size) > limit:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _wrap(text: str, limit: float, *, size: float) -> TextBlock:
    lines: list[str] = []
    for word in text.split():
        for part in _parts(word, limit, size=size):
            if lines and width(f"{lines[-1]} {part}", size) <= limit:
                lines[-1] = f"{lines[-1]} {part}"
            else:
                lines.append(part)
    return TextBlock(tuple(lines), size)


def _even(text: str, block: TextBlock, limit: float) -> TextBlock:
    """The same number of lines in the least width, by halving."""
    low, high = block.width / 2, min(block.width, limit)
    while len(block.lines) > 1 and high - low > 1:
        middle = (low + high) / 2
        tried = _wrap(text, middle, size=block.size)
        if len(tried.lines) <= len(block.lines) and _unbroken(text, middle, size=block.size):
            block, high = tried, middle
        else:
            low = middle
    return block


def _unbroken(text: str, limit: float, *, size: float) -> bool:
    return all(width(word, size) <= limit for word in text.split())


def _parts(word: str, limit: float, *, size: float) -> Iterator[str]:
    """The word whole, or cut with hyphens where it is wider than a line."""
    while width(word, size) > limit and len(word) > 1:
        length = len(word) - 1
        while length > 1 and width(f"{word[:length]}-", size) > limit:
            length -= 1
        yield f"{word[:length]}-"
        word = word[length:]
    yield word
