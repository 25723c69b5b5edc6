"""What a process is written into: the file that it was read from, or a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, label, writable
from interview2flow.exporters.bpmn.identifiers import Identifiers, identifier, is_reference
from interview2flow.exporters.bpmn.kinds import NODES
from interview2flow.exporters.bpmn.lanes import named
from interview2flow.exporters.bpmn.parsing import parse
from interview2flow.exporters.bpmn.placing import FIRST, behind
from interview2flow.exporters.bpmn.pools import the_pool
from interview2flow.exporters.bpmn.vocabulary import BPMN, BPMNDI, I2F, POOL, PREFIXES, PROCESS, SEQUENCE_FLOW
from interview2flow.model import Process

COLLABORATION: Final = BPMN + "collaboration"
IDS: Final = frozenset({"id", "bpmnElement", "default"})
"""Attributes that hold an id, beside those whose name ends in Ref."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A file in the making. `known` are the elements of lanes, nodes and arrows that it has already, by their ids."""

    root: etree._Element
    process: etree._Element
    pool: etree._Element | None
    ids: Identifiers
    known: dict[str, etree._Element]

    @property
    def plane_of(self) -> str:
        """The id of what the drawing shows: all pools together, or the process alone."""
        around = self.process if self.pool is None else self.pool.getparent()
        return "" if around is None else around.get("id", "")


def frame_of(process: Process, *, pooled: bool) -> Frame:
    """The file that the process was read from, or a new one; `pooled` where a pool is drawn."""
    own = [part.id for part in (*process.lanes, *process.nodes, *process.flows)]
    frame = _new(own) if process.file is None else _kept(process.file, own)
    if frame.pool is None and pooled:
        frame = replace(frame, pool=_pool(frame))
    _entitle(process, frame.process if frame.pool is None else frame.pool)
    return frame


def _new(own: Iterable[str]) -> Frame:
    ids = Identifiers(own)
    root = etree.Element(BPMN + "definitions", id=ids.free("Definitions_1"), nsmap=PREFIXES)
    root.set("targetNamespace", PREFIXES["i2f"])
    root.set("exporter", "interview2flow")
    process = add(root, PROCESS, id=ids.free("Process_1"), isExecutable="false")
    return Frame(root=root, process=process, pool=None, ids=ids, known={})


def _kept(content: bytes, own: Collection[str]) -> Frame:
    root = _with_prefixes(parse(content, name="", spaced=False))
    root.set("targetNamespace", root.get("targetNamespace") or PREFIXES["i2f"])
    found = the_pool(root, name="", nodes=NODES, holding=own)
    known = _called_by_their_ids(root, found.process)
    ids = Identifiers(own, others=_ids(root))
    _make_room(root, known, own, ids)
    collaboration = None if found.around is None else found.around.getparent()
    for part, name in ((found.process, "Process_1"), (collaboration, "Collaboration_1")):
        if part is not None and not part.get("id"):
            part.set("id", ids.free(name))
    return Frame(root=root, process=found.process, pool=found.around, ids=ids, known=known)


def _with_prefixes(root: etree._Element) -> etree._Element:
    """The same file with our own namespace declared at its beginning."""
    if I2F.strip("{}") in root.nsmap.values() or "i2f" in root.nsmap:
        return root
    fresh = etree.Element(root.tag, nsmap={**root.nsmap, "i2f": PREFIXES["i2f"]})  # type: ignore[dict-item]  # the stubs know no default namespace
    fresh.attrib.update(root.attrib)
    fresh.extend(list(root))
    return fresh


def _called_by_their_ids(root: etree._Element, process: etree._Element) -> dict[str, etree._Element]:
    """The parts that are read into a Process; ids that it cannot have are changed wherever they stand."""
    parts = [*process.iterchildren(*NODES, SEQUENCE_FLOW), *(lane for lane, _ in named(process))]
    known = {identifier(part): part for part in parts}
    for name, part in known.items():
        if (before := part.get("id")) not in {name, None}:
            rename(root, before, name)
        part.set("id", name)
    return known


def _make_room(root: etree._Element, known: dict[str, etree._Element], own: Iterable[str], ids: Identifiers) -> None:
    """What is new in the process may have the id of something that only the file knows: that one gets another."""
    for name in set(own).intersection(_ids(root)) - known.keys():
        rename(root, name, ids.free(name))


def rename(root: etree._Element, before: str, after: str) -> None:
    """Changes an id and all that refers to it."""
    for element in root.iter(f"{BPMN}*", f"{BPMNDI}*"):
        for key, value in element.attrib.items():
            if value == before and (key in IDS or str(key).endswith("Ref")):
                element.set(key, after)
        if is_reference(element) and (element.text or "").strip() == before:
            element.text = after


def _ids(root: etree._Element) -> set[str]:
    return {name for element in root.iter(etree.Element) if (name := element.get("id"))}


def _pool(frame: Frame) -> etree._Element:
    around = frame.root.find(COLLABORATION)
    if around is None:
        around = add(frame.root, COLLABORATION, id=frame.ids.free("Collaboration_1"))
        frame.root.insert(frame.root.index(frame.process), around)
    pool = behind(around, BPMN + "participant", after=FIRST)
    pool.set("id", frame.ids.free(POOL))
    pool.set("name", "")
    pool.set("processRef", frame.process.get("id", ""))
    return pool


def _entitle(process: Process, titled: etree._Element) -> None:
    """The title is the pool's name, or the process's where there is none around it."""
    if titled.get("name") is None or label(titled, known=process.title) != process.title:
        titled.set("name", writable(process.title))
