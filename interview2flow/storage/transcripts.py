"""Transcripts as JSON and back, letter by letter, so that stored evidence still points at its words."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from interview2flow.model import Interviewee, Transcript, Turn, TurnKind


def to_json(transcript: Transcript) -> dict[str, Any]:
    """A transcript as plain values."""
    return asdict(transcript)


def from_json(content: dict[str, Any]) -> Transcript:
    """The transcript that these values came from."""
    who = content["interviewee"]
    turns = tuple(Turn(**{**turn, "kind": TurnKind(turn["kind"])}) for turn in content["turns"])
    return Transcript(**{**content, "turns": turns, "interviewee": None if who is None else Interviewee(**who)})
