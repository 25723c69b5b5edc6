"""What a process is written into: the file that it was read from, or a new one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from interview2flow.exporters.bpmn.attributes import add, label, writable
from interview2flow.exporters.bpmn.identifiers import Identifiers, identifier
from interview2flow.exporters.bpmn.kinds import NODES
from interview2flow.exporters.bpmn.lanes import named
from interview2flow.exporters.bpmn.parsing import parse
from interview2flow.exporters.bpmn.placing import FIRST, behind
from interview2flow.exporters.bpmn.pools import the_pool
from interview2flow.exporters.bpmn.vocabulary import BPMN, BPMNDI, I2F, POOL, PREFIXES, PROCESS, SEQUENCE_FLOW
from interview2flow.model import Process

COLLABORATION = BPMN + "collaboration"


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
    """The process's file without what is not in the process any more, or a new one; `pooled` where a pool is drawn."""
    own = [part.id for part in (*process.lanes, *process.nodes, *process.flows)]
    if process.file is None:
        root, ids = _new(), Identifiers(own)
        root.set("id", ids.free("Definitions_1"))
        element = add(root, PROCESS, id=ids.free("Process_1"), isExecutable="false")
        known, pool = {}, None
    else:
        root = _with_prefixes(parse(process.file, name="", spaced=False))
        root.set("targetNamespace", root.get("targetNamespace") or PREFIXES["i2f"])
        found = the_pool(root, name="", nodes=NODES, holding=own)
        element, pool = found.process, found.around
        known = _called_by_their_ids(root, element)
        ids = Identifiers(own, others=_ids(root))
        _make_room(root, known, own, ids)
        for part, name in ((element, "Process_1"), (None if pool is None else pool.getparent(), "Collaboration_1")):
            if part is not None and not part.get("id"):
                part.set("id", ids.free(name))
    if pool is None and pooled:
        pool = _pool(root, element, ids)
    _entitle(process, element, pool)
    return Frame(root=root, process=element, pool=pool, ids=ids, known=known)


def _new() -> etree._Element:
    root = etree.Element(BPMN + "definitions", nsmap=PREFIXES)
    root.set("id", "")  # first of all attributes
    root.set("targetNamespace", PREFIXES["i2f"])
    root.set("exporter", "interview2flow")
    return root


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
            if value == before and key != "name":
                element.set(key, after)
        if not len(element) and (element.text or "").strip() == before:
            element.text = after


def _ids(root: etree._Element) -> set[str]:
    return {name for element in root.iter(etree.Element) if (name := element.get("id"))}


def _pool(root: etree._Element, process: etree._Element, ids: Identifiers) -> etree._Element:
    around = root.find(COLLABORATION)
    if around is None:
        around = add(root, COLLABORATION, id=ids.free("Collaboration_1"))
        root.insert(root.index(process), around)
    pool = behind(around, BPMN + "participant", after=FIRST)
    pool.set("id", ids.free(POOL))
    pool.set("name", "")
    pool.set("processRef", process.get("id", ""))
    return pool


def _entitle(process: Process, element: etree._Element, pool: etree._Element | None) -> None:
    """The title is the pool's name, or the process's where there is none around it."""
    titled = element if pool is None else pool
    if titled.get("name") is None or label(titled, known=process.title) != process.title:
        titled.set("name", writable(process.title))
