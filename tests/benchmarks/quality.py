"""How right the drafts are: `python -m tests.benchmarks.quality [--cases DIR] [--out DIR] [--verbose]`.

Drafts every case with the shipped models, scores it, and counts the errors by kind, language and tier. Those models were trained
on `models/cases`, so only other cases say how well unseen interviews are understood; for the given ones
`python -m models.train --cv` does.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import yaml

import interview2flow as i2f
from interview2flow.model import Process
from models.scoring.report import report, score_cases

CASES = Path(__file__).parents[2] / "models" / "cases"


def draft_case(case: Path) -> Process:
    """The draft of one case, knowing beforehand what a coordinator would know: who was interviewed, and the language."""
    gold = yaml.safe_load((case / "gold.yaml").read_text(encoding="utf-8"))
    transcripts = []
    for interview in gold["interviews"]:
        names = gold["roles"].get(interview["role"]) or [None]
        who = i2f.Interviewee(str(interview["speaker"]), names[0])
        transcripts.append(i2f.read_transcript(case / interview["file"], interviewee=who, language=gold["language"]))
    return i2f.draft(transcripts, title=gold["title"])


def main() -> None:
    """Drafts, scores, prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality", description=__doc__)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--out", type=Path, help="keep the drafts here")
    parser.add_argument("--verbose", action="store_true", help="show each step that matched, was missed or was made up")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = options.out or Path(folder)
        for gold in sorted(options.cases.glob("*/gold.yaml")):
            process = draft_case(gold.parent)
            for form in ("bpmn", "json"):
                i2f.export(process, out / f"{gold.parent.name}.{form}")
        results = score_cases(options.cases, out)
    print(report(results, verbose=options.verbose))


if __name__ == "__main__":
    main()
