"""How long drawing takes, by the number of symbols: `python -m tests.benchmarks.layout`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter

from interview2flow import layout
from tests.layout.processes import realistic

SIZES = (25, 150, 500)
REPEATS = 5


def seconds(work: Callable[[], object]) -> float:
    """The shortest of several runs: what the machine can do undisturbed."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints one line per size."""
    print(f"{'symbols':>8} {'flows':>6} {'arrange':>9} {'svg':>9} {'strips':>9}")
    for size in SIZES:
        process = realistic(size)
        arrange = seconds(partial(layout.arrange, process))
        picture = seconds(partial(layout.picture, process)) - arrange
        parts = seconds(partial(layout.strips, process)) - arrange
        counts = f"{len(process.nodes):>8} {len(process.flows):>6}"
        print(f"{counts} {arrange * 1000:>6.0f} ms {picture * 1000:>6.0f} ms {parts * 1000:>6.0f} ms")


if __name__ == "__main__":
    main()
