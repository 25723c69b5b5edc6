"""WebVTT and SubRip."""

from __future__ import annotations

from interview2flow import readers
from tests.readers.reading import shown

VOICES = """\
WEBVTT - made by a meeting

NOTE a comment --- not a cue

6018-f/7-0
00:00:03.652 --> 00:00:09.481 align:start
<v Pretorius, Hanna>OK it's on.
Can you &amp; Bo see it</v>

6018-f/12-0
00:00:10.610 --> 00:00:14.316
<v Dube, Thandeka>ja I <i>see</i> it. It's

00:00:14.383 --> 00:00:19.473
<v Dube, Thandeka>got my surname</v>
"""

LABELS = """\
1
00:00:02,227 --> 00:00:07,422
INT: so that's recording

2
00:00:07,875 --> 00:00:11,711
RES: good morning. I have had

3
00:00:11,838 --> 00:00:16,188
the heating turned on: note
4
00:00:16,911 --> 00:00:22,297
INT: very kind

5
00:00:23,000 --> 00:00:24,000
{\\an8}RES: <font color="red">well</font>
"""


def test_voices_are_joined() -> None:
    turns = readers.read("a.vtt", VOICES.encode()).turns
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in turns] == [
        ("Pretorius, Hanna", 3.652, 9.481, "OK it's on. Can you & Bo see it"),
        ("Dube, Thandeka", 10.61, 19.473, "ja I see it. It's got my surname"),
    ]


def test_labels_inside_cues() -> None:
    assert shown(LABELS, "srt") == [
        "INT@2.227: so that's recording",
        "RES@7.875: good morning. I have had the heating turned on: note",
        "INT@16.911: very kind",
        "RES@23: well",
    ]


def test_without_names_a_pause_ends_a_turn() -> None:
    text = "\n\n".join(f"00:{start}.000 --> 00:{end}.000\n{words}" for start, end, words in _CUES)
    assert shown(f"WEBVTT\n\n{text}", "vtt") == ["@1: so it comes and I open it", "@9: then I pay"]


_CUES = [("01", "02", "so it comes"), ("02", "04", "and I open it"), ("09", "10", "then I pay")]


def test_dashes_change_the_speaker() -> None:
    assert shown("1\n00:00:01,000 --> 00:00:03,000\n- Who pays?\n- I do.\n", "srt") == ["@1: Who pays?", "@1: I do."]
