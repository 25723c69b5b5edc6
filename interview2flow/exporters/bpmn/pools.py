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
    """The process's element, the pool around it where there is one, and the title."""

    process: etree._Element
    around: etree._Element | None
    title: str

    @property
    def id(self) -> str | None:
        """The pool's id in the file."""
        return None if self.around is None else self.around.get("id")


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
    return Pool(process, pool, title)


def _the_process(definitions: etree._Element, *, nodes: Collection[str]) -> etree._Element:
    processes = definitions.findall(PROCESS)
    filled = [process for process in processes if any(child.tag in nodes for child in process)]
    if not processes:
        raise InvalidProcessError("the file holds no process")
    if len(filled) > 1:
        pools = {unprefixed(p.get("processRef", "")): label(p) for p in definitions.iterfind(PARTICIPANT)}
        names = [pools.get(process.get("id", "")) or label(process) or process.get("id") or "?" for process in filled]
        raise InvalidProcessError(f"the file holds {len(filled)} processes ({', '.join(names)}); one at a time can be shown")
    ours = [process for process in processes if process.find(f"{EXTENSION_ELEMENTS}/{ABOUT}") is not None]
    return (filled or ours or processes)[0]
