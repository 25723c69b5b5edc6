"""From the stored XML to the process and what is open in it: read once per version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from interview2flow import pipeline
from interview2flow.errors import Interview2FlowError
from interview2flow.exporters import bpmn
from interview2flow.model import Finding, Process

FILE: Final = "process.bpmn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A version of the flowchart as a process, with its findings, most consequential first."""

    process: Process
    findings: tuple[Finding, ...]
    by_element: Mapping[str, tuple[Finding, ...]]


@lru_cache(maxsize=8)
def read(xml: str) -> Reading:
    """Understands a version of the flowchart.

    Raises:
        UnreadableFileError: it is no BPMN.
        InvalidProcessError: it contradicts itself.
    """
    process = bpmn.read(xml.encode(), name=FILE)
    findings = pipeline.review(process)
    return Reading(process=process, findings=findings, by_element=MappingProxyType(_grouped(findings)))


def title_of(xml: str) -> str | None:
    """What the flowchart itself says the process is called; None where it cannot be read."""
    try:
        return read(xml).process.title
    except Interview2FlowError:
        return None


def titled(xml: str, title: str) -> str:
    """The flowchart with the project's name, which may have been changed in the list of projects."""
    if not title or title_of(xml) in {None, title}:
        return xml
    return bpmn.render(replace(read(xml).process, title=title)).decode()


def _grouped(findings: tuple[Finding, ...]) -> dict[str, tuple[Finding, ...]]:
    groups: dict[str, tuple[Finding, ...]] = {}
    for finding in findings:
        if finding.about:
            groups[finding.about] = (*groups.get(finding.about, ()), finding)
    return groups
