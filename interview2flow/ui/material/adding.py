"""Puts further interviews into a project, or corrected ones in the place of earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from interview2flow.model import Transcript
from interview2flow.storage import Interview, Store
from interview2flow.ui.uploads import Upload, told_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A file that was handed in; `instead` names the interview that it is a corrected version of."""

    upload: Upload
    instead: str | None = None


def clash(additions: Sequence[Addition]) -> bool:
    """Whether two files are to take the same place."""
    places = [each.instead for each in additions if each.instead]
    return len(places) != len(set(places))


def add(store: Store, project: str, additions: Sequence[Addition]) -> None:
    """Keeps the interviews, before anything is drafted from them."""
    known = {interview.name: interview for interview in store.interviews(project)}
    for each in additions:
        if each.instead in known and each.upload.transcript:
            corrected = _in_place(each.upload.transcript, known[each.instead])
            store.replace_interview(project, corrected, content=each.upload.content)
    for further in told_apart((each.upload for each in additions if each.instead not in known), taken=known):
        if further.transcript:
            store.add_interview(project, further.transcript, content=further.content)


def unread(store: Store, project: str) -> bool:
    """Whether interviews came, or were corrected, after the last draft."""
    drafts = store.drafts(project)
    return bool(drafts) and any(interview.added > drafts[-1].created for interview in store.interviews(project))


def _in_place(transcript: Transcript, earlier: Interview) -> Transcript:
    """Evidence refers to interviews by their names; who was interviewed is known already where nothing else was filled in."""
    who = transcript.interviewee or earlier.transcript.interviewee
    return replace(transcript, name=earlier.name, interviewee=who, language=earlier.transcript.language)
