"""Ids for new parts: short, and not those of parts that were taken away, for whose return a later draft must not be taken."""

from __future__ import annotations

from hashlib import blake2s
from itertools import count

from interview2flow.model import Process


def fresh(process: Process, kind: str, name: str = "") -> str:
    """`<kind>_<digits>`: the same for the same addition to the same process, another one for any other."""
    taken = {part.id for part in (*process.lanes, *process.nodes, *process.flows)}
    state = "\n".join((name, *sorted(taken), *(node.name for node in process.nodes)))
    found = (f"{kind}_{blake2s(f'{number} {state}'.encode(), digest_size=4).hexdigest()}" for number in count())
    return next(id_ for id_ in found if id_ not in taken)
