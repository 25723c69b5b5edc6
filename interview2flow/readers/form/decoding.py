"""The text in a file of unknown encoding."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Final

from interview2flow.errors import UnreadableFileError

LARGEST: Final = 20 * 2**20
"""Bytes. A spoken hour is about 60 kB of text."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EIGHT_BITS: Final = ("cp1252", "mac_roman", "cp850")
"""Older encodings of Western Europe, likeliest first."""

_USUAL: Final = frozenset("åäöÅÄÖéüÉÜ’‘“”–—…")
_SPACES: Final = frozenset("\n\t")
_SAMPLE: Final = 4096
_ASCII: Final = 0x7F
_MOST_CONTROLS: Final = 0.02
_FEW_CONTROLS: Final = 5


def decode(name: str, content: bytes) -> str:
    r"""The file's text, in composed letters (NFC), with `\n` line ends and without control characters.

    Raises:
        UnreadableFileError: it is too large, or no text.
    """
    if len(content) > LARGEST:
        raise UnreadableFileError(name, reason=f"it is larger than {LARGEST // 2**20} MB")
    text = _marked(name, content) or _wide(content) or _utf8(content) or _eight_bits(content)
    if _controls(text[:_SAMPLE]) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(text[:_SAMPLE])):
        raise UnreadableFileError(name, reason="it is not a text file")
    return clean(text)


def clean(text: str) -> str:
    r"""Composed letters, `\n` line ends, and nothing that cannot be printed (or written to XML)."""
    composed = unicodedata.normalize("NFC", "\n".join(text.splitlines()))
    if composed.isascii() and composed.replace("\n", "").replace("\t", "").isprintable():
        return composed
    return "".join(letter for letter in composed if letter in _SPACES or _printable(letter))


def _printable(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Cn", "Co"}


def _marked(name: str, content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableFileError(name, reason=f"it says it is {encoding} but is not") from error
    return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte order mark: every second byte of Western text is zero."""
    sample = content[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[first::2].count(0)
        if zeros > len(sample) // 5 and not sample[1 - first :: 2].count(0):
            return content.decode(encoding, errors="replace")
    return None


def _utf8(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _eight_bits(content: bytes) -> str:
    """The old encoding in which most of the special letters are usual ones."""
    special = bytes(byte for byte in content if byte > _ASCII)[:_SAMPLE]
    best = max(_EIGHT_BITS, key=lambda encoding: sum(c in _USUAL for c in special.decode(encoding, errors="replace")))
    return content.decode(best, errors="replace")


def _controls(sample: str) -> int:
    return sum(letter not in "\n\r\t\f\v" and unicodedata.category(letter) in {"Cc", "Cn", "Co"} for letter in sample)
