"""How long a draft takes beside the bare parse: `python -m tests.benchmarks.speed [--language en] [--parts]`.

One long interview is made by joining the cases of a language. Printed are the time of `draft` over the time that the same
pipeline's bare parse of the same turns takes, how that grows with the number of words, and the seconds from a cold start of
the command line to all files; with `--parts`, what each part of the understanding takes. Times are the process's own, so that
other work on the machine does not count; the cold start is by the clock.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import median

import interview2flow as i2f
from interview2flow.extraction import pipeline
from interview2flow.extraction.understand import parse
from interview2flow.model import Transcript, Turn

CASES = Path(__file__).parents[2] / "models" / "cases"
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
COLD_START_WORDS = 6_000


def long_interview(language: str, words: int) -> Transcript:
    """The cases of a language one after the other, over and over, until there are enough words."""
    paths = sorted(CASES.glob(f"{language}-*/interview-*"))
    turns: list[Turn] = []
    count = 0
    for turn in cycle(turn for path in paths for turn in i2f.read_transcript(path).turns):
        if count >= words:
            break
        turns.append(turn)
        count += len(turn.text.split())
    return Transcript(name=f"{words}.txt", turns=tuple(turns), language=language)


def seconds(work: Callable[[], object], *, times: int, clock: Callable[[], float] = time.process_time) -> float:
    """The median duration of some work."""
    durations = []
    for _ in range(times):
        start = clock()
        work()
        durations.append(clock() - start)
    return median(durations)


def bare_parse(transcript: Transcript) -> None:
    """The parser alone, over the same turns."""
    nlp = pipeline.load(transcript.language or "en")
    for _ in nlp.pipe(turn.text for turn in transcript.turns):
        pass


def cold_start(transcript: Transcript) -> float:
    """Seconds from starting the command line to all files."""
    with tempfile.TemporaryDirectory() as folder:
        interview = Path(folder) / "interview.txt"
        interview.write_text("\n\n".join(f"{turn.speaker}: {turn.text}" for turn in transcript.turns), encoding="utf-8")
        command = [sys.executable, "-m", "interview2flow.cli", "draft", str(interview), "--out", folder, "--quiet"]
        return seconds(lambda: subprocess.run(command, check=True), times=3, clock=time.perf_counter)


def parts(transcript: Transcript) -> dict[str, float]:
    """Seconds that each component takes on the parsed interview."""
    nlp = pipeline.understanding(transcript.language or "en")
    doc, taken = parse(transcript), {}
    for name, component in nlp.pipeline:
        start = time.process_time()
        component(doc)
        taken[name.removeprefix("i2f_")] = time.process_time() - start
    return taken


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("--language", default="en", choices=("en", "sv", "fi"))
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the longest interview, in words")
    parser.add_argument("--parts", action="store_true", help="the times of the parts, too")
    options = parser.parse_args()
    bare_parse(long_interview(options.language, SIZES[0]))
    i2f.draft([long_interview(options.language, SIZES[0])])
    print(f"{'words':>8}{'parse s':>10}{'draft s':>10}{'ratio':>8}")
    for size in (s for s in SIZES if s <= options.most):
        transcript = long_interview(options.language, size)
        times = 5 if size <= SIZES[1] else 3 if size <= SIZES[2] else 1
        parse = seconds(lambda: bare_parse(transcript), times=times)  # noqa: B023  called at once
        draft = seconds(lambda: i2f.draft([transcript]), times=times)  # noqa: B023
        print(f"{size:8}{parse:10.2f}{draft:10.2f}{draft / parse:8.2f}")
        if options.parts:
            print(" " * 8 + ", ".join(f"{name} {taken:.3f}" for name, taken in parts(transcript).items()))
    print(
        f"cold start to files, {COLD_START_WORDS} words: {cold_start(long_interview(options.language, COLD_START_WORDS)):.1f} s"
    )


if __name__ == "__main__":
    main()
