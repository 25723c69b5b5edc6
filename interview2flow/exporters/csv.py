"""The steps as comma-separated values, for spreadsheets and statistics: a row for each step, every field in quotation marks.

What a spreadsheet would take for a formula gets an apostrophe before it, and is shown as the text that it is.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Final

from interview2flow.exporters._tables import Cell, Tables
from interview2flow.model import Finding, Process

FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a formula begins with, in the wide letters of East Asia as well."""


def render(process: Process, findings: Sequence[Finding]) -> bytes:
    """The table in the process's language, UTF-8 with a byte order mark; columns parted as that language's spreadsheets expect.

    Raises:
        UnknownLanguageError: the process speaks a language that there are no texts for.
    """
    tables = Tables(process, findings)
    steps = tables.steps()
    content = StringIO()
    writer = csv.writer(content, delimiter=str(tables.words["delimiter"]), quoting=csv.QUOTE_ALL)
    writer.writerow(steps.columns)
    writer.writerows([_field(cell) for cell in row] for row in steps.rows)
    return content.getvalue().encode("utf-8-sig")


def _field(cell: Cell) -> str:
    text = "; ".join(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
