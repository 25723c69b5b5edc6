"""How long a manual takes and how large it is, by the number of steps: `python -m tests.benchmarks.manual`."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

from interview2flow.analysis import review
from interview2flow.exporters import render
from interview2flow.languages import LANGUAGES
from tests.layout.processes import realistic

SYMBOLS = (30, 178)
"""Gateways and events among them: 24 and 149 steps."""


def main() -> None:
    """Prints one line per size and language; seconds are the process's own."""
    print(f"{'language':>8} {'steps':>6} {'seconds':>8} {'MB':>6}")
    for size in SYMBOLS:
        for language in LANGUAGES:
            process = replace(realistic(size), language=language)
            start = process_time()
            content = render(process, review(process), "docx")
            print(f"{language:>8} {len(process.tasks):>6} {process_time() - start:>8.1f} {len(content) / 1e6:>6.1f}")


if __name__ == "__main__":
    main()
