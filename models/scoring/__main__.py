"""`python -m models.scoring CASES PREDICTIONS`: scores predictions against the cases' gold."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.scoring.report import report, score_cases

parser = argparse.ArgumentParser(prog="python -m models.scoring", description="Scores predictions against the cases' gold.")
parser.add_argument("cases", type=Path, help="folder with <case>/gold.yaml")
parser.add_argument("predictions", type=Path, help="folder with <case>.bpmn (and .json) or <case>.yaml")
parser.add_argument("--verbose", action="store_true", help="show each step that matched, was missed or was made up")
options = parser.parse_args()
print(report(score_cases(options.cases, options.predictions), verbose=options.verbose))
