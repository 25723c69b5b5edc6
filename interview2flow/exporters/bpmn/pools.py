"""Which of a file's pools holds the process."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from lxml import etree

from interview2flow.errors import InvalidProcessError, SeveralProcessesError
from interview2flow.exporters.bpmn.attributes import label
from interview2flow.exporters.bpmn.identifiers import identifier, unprefixed
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


def the_pool(
    definitions: etree._Element, *, name: str, nodes: Collection[str], called: str | None = None, holding: Collection[str] = ()
) -> Pool:
    """The one pool in which something is drawn, or the one that is `called` so; pools that only stand for others are passed over.

    `holding` are the ids of a process that was read from this file before: its pool is meant.

    Raises:
        InvalidProcessError: there is no process.
        SeveralProcessesError: there are more than one, or none is called so.
    """
    process = _the_process(definitions, nodes=nodes, called=called, holding=holding)
    around = [p for p in definitions.iterfind(PARTICIPANT) if unprefixed(p.get("processRef", "")) == process.get("id")]
    pool = around[0] if around else None
    about = process.find(f"{EXTENSION_ELEMENTS}/{ABOUT}")
    if about is not None:  # ours: the pool's heading is the title, even an empty one
        title = label(process if pool is None else pool, known=about.get("title"))
    else:
        named = [label(element) for element in (pool, process, definitions) if element is not None]
        title = next(filter(None, named), PurePath(name).stem)
    return Pool(process, pool, title)


def _the_process(
    definitions: etree._Element, *, nodes: Collection[str], called: str | None, holding: Collection[str]
) -> etree._Element:
    processes = definitions.findall(PROCESS)
    if not processes:
        raise InvalidProcessError("the file holds no process")
    filled = [process for process in processes if any(child.tag in nodes for child in process)]
    if called is not None:
        return _called(called, definitions, filled)
    if len(filled) > 1 and not holding:
        raise SeveralProcessesError(_names(definitions, filled))
    ours = [process for process in processes if process.find(f"{EXTENSION_ELEMENTS}/{ABOUT}") is not None]
    return max(filled or ours or processes, key=lambda process: sum(identifier(child) in holding for child in process))


def _called(name: str, definitions: etree._Element, processes: Sequence[etree._Element]) -> etree._Element:
    names = _names(definitions, processes)
    found = [process for process, known in zip(processes, names, strict=True) if known.casefold() == name.casefold()]
    if len(found) != 1:
        raise SeveralProcessesError(names)
    return found[0]


def _names(definitions: etree._Element, processes: Sequence[etree._Element]) -> tuple[str, ...]:
    """What the processes are called; those of one name are numbered."""
    pools = {unprefixed(pool.get("processRef", "")): label(pool) for pool in definitions.iterfind(PARTICIPANT)}
    names = [pools.get(each.get("id", "")) or label(each) or each.get("id") or "?" for each in processes]
    return tuple(
        f"{name} ({names[:place].count(name) + 1})" if names.count(name) > 1 else name for place, name in enumerate(names)
    )
