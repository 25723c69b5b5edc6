"""Which of a file's pools holds the process."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from lxml import etree

from interview2flow.errors import InvalidProcessError
from interview2flow.exporters.bpmn.attributes import label
from interview2flow.exporters.bpmn.identifiers import unprefixed
from interview2flow.exporters.bpmn.interviews import ABOUT
from interview2flow.exporters.bpmn.vocabulary import BPMN, EXTENSION_ELEMENTS, PROCESS

PARTICIPANT: Final = f"{BPMN}collaboration/{BPMN}participant"


@dataclass(frozen=True, slots=True)
class Pool:
    """The process's element, the id of the pool around it where there is one, and the title."""

    process: etree._Element
    id: str | None
    title: str


def the_pool(definitions: etree._Element, *, name: str, nodes: Collection[str]) -> Pool:
    """The one pool in which something is drawn; pools that only stand for others are passed over.

    Raises:
        InvalidProcessError: there is no process, or more than one.
    """
    process = _the_process(definitions, nodes=nodes)
    around = [p for p in definitions.iterfind(PARTICIPANT) if unprefixed(p.get("processRef", "")) == process.get("id")]
    pool = around[0] if around else None
    about = process.find(f"{EXTENSION_ELEMENTS}/{ABOUT}")
    if about is not None:  # ours: the pool's heading is the title, even an empty one
        title = label(process if pool is None else pool, known=about.get("title"))
    else:
        named = [label(element) for element in (pool, process, definitions) if element is not None]
        title = next(filter(None, named), PurePath(name).stem)
    return Pool(process, None if pool is None else pool.get("id"), title)


def _the_process(definitions: etree._Element, *, nodes: Collection[str]) -> etree._Element:
    processes = definitions.findall(PROCESS)
    filled = [process for process in processes if any(child.tag in nodes for child in process)]
    if not processes:
        raise InvalidProcessError("the file holds no process")
    if len(filled) > 1:
        pools = {unprefixed(p.get("processRef", "")): p.get("name") for p in definitions.iterfind(PARTICIPANT)}
        names = [pools.get(process.get("id", "")) or process.get("name") or process.get("id") or "?" for process in filled]
        raise InvalidProcessError(f"the file holds {len(filled)} processes ({', '.join(names)}); one at a time can be shown")
    return (filled or processes)[0]
