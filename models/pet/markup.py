"""Descriptions marked in plain text, a sentence a line: "[A: The clerk ] [V: checks ] [D: the form ] ."."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from models.pet.documents import ACTIVITY, ACTOR, AND, CONDITION, DATA, FURTHER, XOR, Document, Mention

LETTERS: Final = {"V": ACTIVITY, "D": DATA, "A": ACTOR, "X": XOR, "P": AND, "C": CONDITION, "F": FURTHER}
TITLE: Final = "= "
COMMENT: Final = "#"


def load(path: Path) -> list[Document]:
    """The descriptions of a file, parted by blank lines, each with its name in the first line; no relations."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(COMMENT)]
    blocks = [block.strip().splitlines() for block in "\n".join(lines).split("\n\n") if block.strip()]
    return [_document(block[0].removeprefix(TITLE), block[1:]) for block in blocks]


def _document(name: str, lines: list[str]) -> Document:
    marked = [sentence(line, number) for number, line in enumerate(lines)]
    return Document(name, tuple(words for words, _ in marked), tuple(mention for _, found in marked for mention in found))


def sentence(line: str, number: int = 0) -> tuple[tuple[str, ...], list[Mention]]:
    """The words and the mentions of one line."""
    words: list[str] = []
    found: list[Mention] = []
    kind, start = "", 0
    for piece in line.split():
        if piece.startswith("[") and piece[1:-1] in LETTERS:
            kind, start = LETTERS[piece[1:-1]], len(words)
        elif piece == "]":
            found.append(Mention(number, start, len(words), kind))
        else:
            words.append(piece)
    return tuple(words), found
