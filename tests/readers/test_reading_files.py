"""Encodings, endings, and files that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview2flow import readers
from interview2flow.errors import EmptyInterviewError, Interview2FlowError, UnknownFormatError, UnreadableFileError
from interview2flow.model import Transcript
from tests.readers.reading import shown

WORDS = "Först öppnar jag fakturan – “den” är på väg."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"])
def test_encodings(encoding: str) -> None:
    assert shown(WORDS.encode(encoding)) == [WORDS]


def test_composed_letters_and_no_invisible_ones() -> None:
    assert shown("a\u0308ven\u00a0de\u200bt\ufeff h\x07a\u0301r") == ["även det hár"]


def test_endings_are_found_by_name() -> None:
    assert {"txt", "md", "vtt", "srt", "docx"} <= set(readers.FORMATS)
    assert readers.read("NOTES.TXT", b"I pay.").name == "NOTES.TXT"
    with pytest.raises(UnknownFormatError, match="docx"):
        readers.read("a.exe", b"")
    with pytest.raises(UnknownFormatError):
        readers.read("form", b"")


@pytest.mark.parametrize("content", [b"", b" \n \n", b"---\n***", "\ufeff".encode()])
def test_nothing_in_it(content: bytes) -> None:
    with pytest.raises(EmptyInterviewError):
        readers.read("a.txt", content)


def test_not_a_text() -> None:
    with pytest.raises(UnreadableFileError, match="not a text"):
        readers.read("a.txt", bytes(range(256)) * 20)


def test_huge_lines_are_read_in_time() -> None:
    text = "Anna: " + "a (b [c *d* 0:0 " * 60_000
    assert readers.read("a.md", text.encode()).turns


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400), ending=st.sampled_from(readers.FORMATS))
def test_any_bytes_give_a_transcript_or_our_own_error(content: bytes, ending: str) -> None:
    _read(content, ending)


MARKS = [":", " ", "\n", "\n\n", "[", "]", "-", "- ", "1. ", "*", "**", "#", "# ", "|", "=", "\t", ">", "> ", "?", "(", ")"]
WORDS_AND_TIMES = ["Anna", "Q", "ä", "x" * 130, "0:01", "00:00:02", "I = x", "From: ", "Till: "]
CAPTIONS = ["WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n", "<v Bo>", "</v>"]
PIECES = st.sampled_from([*MARKS, *WORDS_AND_TIMES, *CAPTIONS])


@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES, max_size=40), ending=st.sampled_from(("txt", "md", "vtt", "srt")))
def test_any_text_gives_a_transcript_or_our_own_error(pieces: list[str], ending: str) -> None:
    transcript = _read("".join(pieces).encode(), ending)
    for turn in transcript.turns if transcript else ():
        assert turn.text == " ".join(turn.text.split())
        assert turn.text
        assert turn.speaker is None or turn.speaker in "".join(pieces)


def _read(content: bytes, ending: str) -> Transcript | None:
    try:
        return readers.read(f"a.{ending}", content)
    except Interview2FlowError:
        return None
