"""The way through, as a user of the library walks it: read, draft, review, export.

The parts are imported where they are used: reading a stored process must not load spaCy.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview2flow.exporters import Details, Template
    from interview2flow.extraction.explaining import Explanation
    from interview2flow.model import Extraction, Finding, Interviewee, Process, Transcript

Progress = Callable[[str, float], None]
"""Told the name of the interview at work and the share of the whole that is done, 0..1."""

Extractor = Callable[["Transcript"], "Extraction"]
"""The one door to extraction: understands one interview, whose `language` is set. Another one can replace the default."""


def read_transcript(path: str | Path, *, interviewee: Interviewee | None = None, language: str | None = None) -> Transcript:
    """An interview from a file in any format that `interview2flow.readers` knows.

    Raises:
        UnknownFormatError: the ending is not known.
        UnreadableFileError: the file cannot be read or understood.
        EmptyInterviewError: there are no words in it.
    """
    from interview2flow import readers

    return replace(readers.read(Path(path).name, _content(path)), interviewee=interviewee, language=language)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets Python not look for garbage in cycles meanwhile: there is hardly any, and looking takes a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_uncollected()
def draft(
    transcripts: Sequence[Transcript],
    *,
    title: str | None = None,
    language: str | None = None,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
) -> Process:
    """A draft process from interviews about one and the same work; every step shows the words it came from.

    `language` is detected where neither it nor the transcripts say it; the process speaks the language that most of them do.
    """
    from interview2flow import assembly, extraction, languages

    extract = extractor or extraction.extract
    known = [_spoken(transcript, language) for transcript in transcripts]
    understood = []
    for done, transcript in enumerate(known):
        if progress:
            progress(transcript.name, done / len(known))
        understood.append(extract(transcript))
    spoken = Counter(t.language for t in known).most_common(1)[0][0] if known else languages.LANGUAGES[0]
    wording = assembly.Wording.of(languages.texts(spoken or languages.LANGUAGES[0], "assembly"))
    return assembly.assemble(understood, known, title=title, wording=wording)


def explain(transcript: Transcript, words: str) -> tuple[Explanation, ...]:
    """Why the extraction decided as it did about the clauses that hold these words: for those who hunt an error.

    Raises:
        WordsNotFoundError: they are not in the interview.
    """
    from interview2flow.extraction import explaining

    return explaining.explain(_spoken(transcript), words)


def explain_step(transcript: Transcript, number: int) -> tuple[Explanation, ...]:
    """The same for the step of this number, from 1 on, in the draft of this interview alone.

    Raises:
        NoSuchStepError: the draft has not so many.
    """
    from interview2flow.errors import NoSuchStepError
    from interview2flow.extraction import explaining

    tasks = draft([transcript]).tasks
    if not 1 <= number <= len(tasks):
        raise NoSuchStepError(number, count=len(tasks))
    return explaining.explain_places(_spoken(transcript), tasks[number - 1].evidence)


def _spoken(transcript: Transcript, language: str | None = None) -> Transcript:
    """The transcript with its language known."""
    from interview2flow import languages

    return replace(transcript, language=transcript.language or language or languages.detect(transcript.text))


def review(process: Process) -> tuple[Finding, ...]:
    """What to look at and whom to ask, most consequential first."""
    from interview2flow import analysis

    return analysis.review(process)


def read_process(path: str | Path, *, pool: str | None = None) -> Process:
    """A process from a BPMN 2.0 file, ours or another tool's; of several pools with steps the one of that name.

    Raises:
        UnreadableFileError: the file cannot be opened or is no BPMN.
        InvalidProcessError: it contradicts itself.
        SeveralProcessesError: it holds several pools with steps, and none or none of these is named.
    """
    from interview2flow.exporters import bpmn

    return bpmn.read(_content(path), name=Path(path).name, pool=pool)


def read_details(path: str | Path) -> Details:
    """What a manual says about itself (owner, purpose, approver …), from a YAML file: see `examples/details.yaml`.

    Raises:
        UnreadableFileError: the file cannot be opened.
        InvalidDetailsError: a key or value is not one of a manual's.
    """
    from interview2flow import exporters

    return exporters.read_details(_content(path), name=Path(path).name)


def read_template(path: str | Path) -> Template:
    """A company's Word file that gives the manual its looks and frame: see `examples/templates/README.md`.

    Raises:
        UnreadableFileError: the file cannot be opened.
        InvalidTemplateError: it cannot be used; the error says why, and what to do.
    """
    from interview2flow import exporters

    return exporters.read_template(_content(path), name=Path(path).name)


def _content(path: str | Path) -> bytes:
    """A file's bytes.

    Raises:
        UnreadableFileError: it cannot be opened.
    """
    from interview2flow.errors import UnreadableFileError

    path = Path(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(path.name, reason=error.strerror or "it cannot be opened") from error


def export(
    process: Process,
    path: str | Path,
    *,
    form: str | None = None,
    findings: Sequence[Finding] | None = None,
    details: Details | None = None,
    since: Process | None = None,
    role: str | None = None,
    template: Template | str | Path | None = None,
) -> Path:
    """Writes the process to a file, whole or not at all; its name says the format unless `form` does: see `exporters.form_of`.

    `findings` are those of `review`, for callers that have them already; `details` are shown in a manual, and what has changed
    `since` an earlier version is listed there, named as the last of its `details.revisions`. Given a `role`, a handbook is that
    role's alone. A company's Word file as `template` gives manual and handbooks its looks and frame.

    Raises:
        UnknownFormatError: no exporter has that name.
        UnknownRoleError: the process has no such role.
        InvalidDetailsError: the details speak of a step or chapter that the manual does not have.
        UnreadableFileError, InvalidTemplateError: the template cannot be opened, or not be used.
        OfficeMissingError, OfficeFailedError: a manual as PDF is asked for, and LibreOffice cannot make it.
    """
    from interview2flow import exporters

    path = Path(path)
    findings = review(process) if findings is None else findings
    content = exporters.render(
        process,
        findings,
        form or exporters.form_of(path.name),
        details=details,
        since=since,
        role=role,
        template=read_template(template) if isinstance(template, str | Path) else template,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_bytes(content)
    return partial.replace(path)
