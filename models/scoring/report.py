"""The scores of a folder of cases, as a table: a line per case, then means per language and tier."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from models.scoring.comparing import compare, match
from models.scoring.errors import Errors, Kind, error_table, errors
from models.scoring.reading import Process, read_bpmn, read_yaml

COLUMNS: Final = ("score", "steps", "actors", "flow", "decisions", "parallel", "wording", "noise", "facts", "questions", "asked")


@dataclass(frozen=True)
class CaseScore:
    """What one case scored, and the groups that it counts in."""

    name: str
    language: str
    tier: str
    scores: Mapping[str, float]
    errors: Mapping[Kind, Errors]
    differences: str  # each step that matched, was missed or was made up, and each other error, a line each

    @property
    def groups(self) -> tuple[str, str, str]:
        """What the case counts in."""
        return (self.language, self.tier, "all")


def score_cases(cases: Path, predictions: Path) -> list[CaseScore]:
    """Scores `<case>.bpmn` (with its `.json`) or `<case>.yaml` for each case; a missing or unreadable one scores zero.

    Raises:
        FileNotFoundError: there is no case in the folder.
    """
    found = sorted(gold.parent for gold in cases.glob("*/gold.yaml"))
    if not found:
        raise FileNotFoundError(f"no case under {cases}")
    return [score_case(case, predicted(case.name, predictions)) for case in found]


def score_case(case: Path, said: Process) -> CaseScore:
    """Scores one prediction against the case's gold."""
    gold, doc = read_yaml(case / "gold.yaml")
    language = doc["language"]
    pairs = match(gold, said, language)
    scores = compare(gold, said, pairs, language, not_steps=[str(words) for words in doc.get("not_steps") or []])
    wrong = errors(gold, said, pairs, language)
    return CaseScore(case.name, language, doc["tier"], scores, wrong, differences(gold, said, pairs, wrong))


def predicted(name: str, predictions: Path) -> Process:
    """The prediction for a case; an empty process where there is none, or none that can be read."""
    for path, read in ((predictions / f"{name}.bpmn", read_bpmn), (predictions / f"{name}.yaml", lambda p: read_yaml(p)[0])):
        if path.exists():
            try:
                return read(path)
            except Exception as error:  # noqa: BLE001  an unreadable prediction is a zero, not the end of the run
                print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
                return Process({}, {})
    print(f"{name}: no prediction", file=sys.stderr)
    return Process({}, {})


def differences(gold: Process, said: Process, pairs: Mapping[str, str], wrong: Mapping[Kind, Errors]) -> str:
    """Gold steps with what was matched to them, then the made-up ones, then all that is wrong with actors and arrows."""
    back = {g: said.steps[s] for s, g in pairs.items()}
    lines = []
    for g, step in gold.steps.items():
        found = f" <- {back[g].wordings[0]!r} [{', '.join(back[g].roles)}]" if g in back else ""
        lines.append(f"  {'ok  ' if g in back else 'MISS'} {g:5} {step.wordings[0]!r}{found}")
    made_up = (step for s, step in said.steps.items() if s not in pairs and not step.optional)
    lines += [f"  EXTRA      {step.wordings[0]!r} [{', '.join(step.roles)}]" for step in made_up]
    others = (kind for kind in wrong if kind not in {Kind.MISSED, Kind.MADE_UP})
    lines += [f"  {kind}: {words}" for kind in others for words in wrong[kind].found]
    return "\n".join(lines)


def means(results: Iterable[CaseScore]) -> dict[str, dict[str, float]]:
    """Means over the cases that have a figure: per language, per tier, and of all; `n` counts the cases."""
    groups = defaultdict(list)
    for result in results:
        for group in result.groups:
            groups[group].append(result.scores)
    return {group: mean(scores) | {"n": len(scores)} for group, scores in groups.items()}


def mean(scores: list[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each column over those that have it."""
    kept = {column: [s[column] for s in scores if column in s] for column in COLUMNS}
    return {column: float(np.mean(values)) for column, values in kept.items() if values}


def table(results: Iterable[CaseScore], *, each: bool = True) -> str:
    """The results in columns; `each` shows the single cases, too."""
    results = list(results)
    lines = [f"{'':34}" + "".join(f"{column:>10}" for column in COLUMNS)]
    if each:
        lines += [row(result.name, result.scores) for result in results]
    averages = means(results)
    order = sorted(averages, key=lambda group: (group == "all", len(group), group))
    lines += [row(f"mean {group} ({averages[group]['n']})", averages[group]) for group in order]
    return "\n".join(lines)


def report(results: Iterable[CaseScore], *, verbose: bool = False) -> str:
    """What was right and what was wrong: the scores, then the errors by kind; `verbose` begins with each case's differences."""
    results = list(results)
    each = [f"\n== {result.name}\n{result.differences}" for result in results] if verbose else []
    wrong = error_table((result.groups, result.errors) for result in results)
    return "\n".join([*each, table(results), "", wrong])


def row(name: str, scores: Mapping[str, float]) -> str:
    """One line of the table."""
    return f"{name:34}" + "".join(f"{scores[c]:10.3f}" if c in scores else f"{'-':>10}" for c in COLUMNS)
