"""PET documents as the benchmark writes them: one JSON object a line, spans half open, relations by indices of entities."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ACTIVITY: Final = "Activity"
DATA: Final = "Activity Data"
ACTOR: Final = "Actor"
XOR: Final = "XOR Gateway"
AND: Final = "AND Gateway"
CONDITION: Final = "Condition Specification"
FURTHER: Final = "Further Specification"
TYPES: Final = (ACTIVITY, DATA, ACTOR, XOR, AND, CONDITION, FURTHER)


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A process element: its words are `sentences[sent][start:end]`."""

    sent: int
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """What one mention has to do with another; both are indices into the document's mentions."""

    type: str
    head: int
    tail: int


@dataclass(frozen=True, slots=True)
class Document:
    """A description as words, with what is marked in it; `fold` is -1 where the file names none."""

    name: str
    sentences: tuple[tuple[str, ...], ...]
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    fold: int = -1


def load(path: Path) -> list[Document]:
    """All documents of a file."""
    return [_read(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def dump(documents: Iterable[Document], path: Path) -> None:
    """Writes documents in the form that `load` reads."""
    path.write_text("".join(json.dumps(_written(each), ensure_ascii=False) + "\n" for each in documents), encoding="utf-8")


def _read(raw: Mapping[str, Any]) -> Document:
    """Mentions in the order of the text, whatever their order in the file."""
    marked = [Mention(each["sent"], each["start"], each["end"], each["type"]) for each in raw.get("entities", [])]
    order = sorted(range(len(marked)), key=marked.__getitem__)
    place = {old: new for new, old in enumerate(order)}
    related = [Relation(each["type"], place[each["head"]], place[each["tail"]]) for each in raw.get("relations", [])]
    return Document(
        name=raw["name"],
        sentences=tuple(map(tuple, raw["sentences"])),
        mentions=tuple(marked[number] for number in order),
        relations=tuple(sorted(related)),
        fold=raw.get("fold", -1),
    )


def _written(document: Document) -> dict[str, Any]:
    entities = [{"type": each.type, "sent": each.sent, "start": each.start, "end": each.end} for each in document.mentions]
    relations = [{"type": each.type, "head": each.head, "tail": each.tail} for each in document.relations]
    return {"name": document.name, "sentences": document.sentences, "entities": entities, "relations": relations}
