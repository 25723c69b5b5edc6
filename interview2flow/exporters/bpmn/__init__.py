"""BPMN 2.0 XML, both ways: what is stored, what the editor edits, and what other tools open.

What BPMN has no place for (evidence, facts, provenance, interviews) travels in `extensionElements` under our own namespace.
Quotes also stand in `bpmn:documentation`, where any tool shows them; on reading, the extension elements are the truth. All
that a Process holds is kept, and so is what it does not speak of and the file had: kinds of tasks and events, data, messages,
annotations, colours, other tools' extensions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from interview2flow.exporters.bpmn.parsing import parse
from interview2flow.exporters.bpmn.reading import process_of
from interview2flow.exporters.bpmn.writing import definitions_of
from interview2flow.model import Finding, Process

__all__ = ["read", "render"]


def render(process: Process, findings: Sequence[Finding] = ()) -> bytes:  # noqa: ARG001  (every format is given the findings)
    """The process as BPMN 2.0 with its diagram, valid by the OMG's schema; the same process gives the same bytes.

    Characters that XML cannot hold (control characters) become U+FFFD.

    Raises:
        InvalidProcessError: an id cannot stand in XML.
    """
    from interview2flow.layout import diagram_of  # not needed for reading

    definitions = definitions_of(process, diagram_of(process))
    return etree.tostring(definitions, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(content: bytes, *, name: str, pool: str | None = None) -> Process:
    """The process in a BPMN 2.0 file, ours, edited in bpmn-js, or another tool's; `name` is the file's, for messages.

    What somebody renamed, moved to another lane or added in an editor is marked as edited. Subprocesses and calls are read
    as single tasks, boundary events as events on a way of their own. Of several pools with steps one is to be named as `pool`.

    Raises:
        UnreadableFileError: it is no BPMN 2.0 file, or one that is unsafe to open.
        InvalidProcessError: it contradicts itself, or holds what a Process cannot.
        SeveralProcessesError: there are several pools with steps, and none or none of these is named.
    """
    return replace(process_of(parse(content, name=name), name=name, called=pool), file=content)
