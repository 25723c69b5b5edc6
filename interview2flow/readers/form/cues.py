"""Captions (.vtt, .srt): timed cues of a few words, joined into turns."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from interview2flow.model import Turn
from interview2flow.readers.form.clock import TIME, seconds
from interview2flow.readers.form.labels import speakers
from interview2flow.readers.form.line import Line
from interview2flow.readers.form.openings import opening
from interview2flow.readers.form.pauses import goes_on

_TIMING: Final = re.compile(rf"\s*({TIME})\s*-->\s*({TIME})(?:\s.*)?")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]{1,200})>")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<[\d:.]{5,16}>|\{\\[^{}]{1,40}\}")
_DASH: Final = re.compile(r"[-–—]\s*(?=\S)")
SHARE: Final = 0.1
"""The share of cues that begin with a label, from which labels are speakers: a cue without one goes on with the one before."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown at a time. `voice` is its speaker where the format says so; `changes` if a dash marks another speaker."""

    start: float
    end: float
    text: str
    voice: str | None = None
    changes: bool = False


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a caption file: all that one speaker says without a break by another is one."""
    cues = _labelled([cue for found in _cues(text.split("\n")) for cue in found])
    named = any(cue.voice for cue in cues)
    found: list[Turn] = []
    for cue in cues:
        last = found[-1] if found else None
        if last and last.speaker == cue.voice and not cue.changes and (named or goes_on(last, cue.start)):
            found[-1] = replace(last, text=f"{last.text} {cue.text}", end=cue.end)
        else:
            found.append(Turn(text=cue.text, speaker=cue.voice, start=cue.start, end=cue.end))
    return tuple(found)


def _cues(lines: Sequence[str]) -> Iterator[tuple[Cue, ...]]:
    """The cues in order; what stands before the first timing, and identifiers and comments between cues, are left out."""
    at = [i for i, line in enumerate(lines) if "-->" in line and _TIMING.fullmatch(line)]
    for here, following in pairwise([*at, len(lines)]):
        times = _TIMING.fullmatch(lines[here])
        payload = lines[here + 1 : following]
        end = next((i for i, line in enumerate(payload) if not line.strip()), len(payload))
        if end == len(payload) and following < len(lines) and payload and payload[-1].strip().isdigit():
            end -= 1
        if times:
            yield tuple(_said(seconds(times[1]), seconds(times[2]), payload[:end]))


def _said(start: float, end: float, payload: Sequence[str]) -> Iterator[Cue]:
    """One cue, or one for each voice or dash in it."""
    dashes = sum(bool(_DASH.match(line.strip())) for line in payload) > 1
    groups = [[line] for line in payload] if dashes else [payload]
    for group in groups:
        pieces = _VOICE.split("\n".join(group))
        voices = [None, *pieces[1::2]]
        for voice, piece in zip(voices, pieces[::2], strict=True):
            words = " ".join(html.unescape(_TAG.sub("", piece)).split())
            words = _DASH.sub("", words, count=1) if dashes else words
            if words:
                yield Cue(start, end, words, html.unescape(voice).strip() if voice else None, changes=dashes)


def _labelled(cues: Sequence[Cue]) -> list[Cue]:
    """Sets the voice of cues that begin with a speaker's label, and of those that go on with it."""
    if any(cue.voice for cue in cues):
        return list(cues)
    begins = [opening(cue.text) for cue in cues]
    known = speakers([Line(text=cue.text) for cue in cues], begins, share=SHARE)
    found: list[Cue] = []
    voice = None
    for cue, begin in zip(cues, begins, strict=True):
        if begin.label in known:
            voice = begin.label
            found.append(replace(cue, voice=voice, text=begin.rest))
        else:
            found.append(replace(cue, voice=None if cue.changes else voice))
    return [cue for cue in found if cue.text]
