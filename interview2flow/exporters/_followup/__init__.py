"""The questions that go back to the interviewees: what a sheet says, whatever file it is written to, and how one is read again.

`sheets` composes them, `followup` (Word) and `questions` (Markdown) draw them, `filled` takes the answers from what came back.
"""

from interview2flow.exporters._followup.content import Item, Sheet, sheets
from interview2flow.exporters._followup.filled import FORMATS, Filled, filled

__all__ = ["FORMATS", "Filled", "Item", "Sheet", "filled", "sheets"]
