"""How large each symbol is: BPMN's usual sizes, wider where a label needs it."""

from __future__ import annotations

from typing import Final, NamedTuple

from interview2flow.layout.metrics import width as text_width
from interview2flow.layout.text import LEADING, TextBlock, fit
from interview2flow.model import Bounds, Gateway, Node, SequenceFlow, Task

TASK_FONT: Final = 12.0
_TASK_FONTS: Final = (TASK_FONT, 10.5, 9.0, 7.5)
LABEL_FONT: Final = 11.0
_TASK_WIDTHS: Final = (100, 120, 140, 160, 180)
_TASK_HEIGHT: Final = 80
_TASK_LINES: Final = 4
_TASK_PADDING: Final = 7
_TASK_MARGIN: Final = 18
_GATEWAY: Final = 50
_EVENT: Final = 36
_LABEL_WIDTHS: Final = (84.0, 100.0, 116.0, 132.0)
_LABEL_LINES: Final = 3


class Size(NamedTuple):
    """Width and height in pixels."""

    width: float
    height: float


def node_size(node: Node) -> Size:
    """The size of a node's symbol, without its label where that stands outside."""
    if isinstance(node, Gateway):
        return Size(_GATEWAY, _GATEWAY)
    if not isinstance(node, Task):
        return Size(_EVENT, _EVENT)
    block = fit(node.name, widths=tuple(width - 2 * _TASK_PADDING for width in _TASK_WIDTHS), lines=_TASK_LINES, size=TASK_FONT)
    width = next((width for width in _TASK_WIDTHS if width >= block.width + 2 * _TASK_PADDING), _TASK_WIDTHS[-1])
    return Size(width, max(_TASK_HEIGHT, round(block.height + _TASK_MARGIN)))


def task_label(name: str, box: Bounds) -> TextBlock:
    """A task's name in lines that fit its box, in smaller letters where somebody drew the box small."""
    width = max(box.width - 2 * _TASK_PADDING, 1)
    blocks = (fit(name, widths=(width,), lines=_TASK_LINES, size=size) for size in _TASK_FONTS)
    return next(
        (block for block in blocks if block.height <= box.height), fit(name, widths=(width,), lines=1, size=_TASK_FONTS[-1])
    )


def short_label(name: str, box: Bounds, letters: float) -> TextBlock:
    """A number in letters of that size, or as large as its symbol allows."""
    return TextBlock((name,), min(letters, box.height / LEADING, letters * box.width / text_width(name, letters)))


def outer_label(part: Node | SequenceFlow) -> TextBlock | None:
    """The name that stands beside a gateway, an event or a flow; None where there is none to write."""
    if isinstance(part, Task) or not part.name.strip():
        return None
    return label_block(part.name)


def label_block(name: str, width: float | None = None) -> TextBlock:
    """The name of a gateway, an event or a flow, in lines."""
    return fit(name, widths=(width,) if width else _LABEL_WIDTHS, lines=_LABEL_LINES, size=LABEL_FONT)
