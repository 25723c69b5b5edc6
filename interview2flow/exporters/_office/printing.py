"""A Word file as PDF: LibreOffice in the background, with a profile of its own that is gone afterwards."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from interview2flow.errors import OfficeFailedError
from interview2flow.exporters._office.program import program

LONGEST: Final = 180
"""Seconds; a manual of 150 steps takes about ten."""

MADE: Final = re.compile(rb"(?<=/CreationDate\(D:)\d{14}|(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}")
"""What a PDF's last part tells of when it was made."""

NEVER: Final = b"19800101" + 24 * b"0"
"""What stands there instead."""


def printed(content: bytes) -> bytes:
    """The PDF of a .docx file.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        OfficeFailedError: LibreOffice makes no PDF of it, or not in time.
    """
    office = program()
    with TemporaryDirectory(prefix="interview2flow-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_bytes((files(__package__) / "profile.xcu").read_bytes())
        document, result = folder / "document.docx", folder / "document.pdf"
        document.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export", "--outdir", name)
        _run([str(office), profile, *options, str(document)])
        if not result.is_file():
            raise OfficeFailedError(reason="it gave no file")
        return _timeless(result.read_bytes())


def _run(command: Sequence[str]) -> None:
    nothing = subprocess.DEVNULL
    try:
        work = subprocess.Popen(  # noqa: S603  (the program was looked up, and the files are our own)
            command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError as error:
        raise OfficeFailedError(reason=error.strerror or "it cannot be started") from error
    try:
        code = work.wait(LONGEST)
    except subprocess.TimeoutExpired as error:
        _stop(work)
        raise OfficeFailedError(reason=f"it took more than {LONGEST} seconds") from error
    if code:
        raise OfficeFailedError(reason=f"it ended with code {code}")


def _stop(work: subprocess.Popen[bytes]) -> None:
    """Ends LibreOffice with what it has started itself; it does so in a session of its own where the system has these."""
    if os.name == "posix":
        os.killpg(work.pid, signal.SIGKILL)
    else:
        work.kill()
    work.wait()


def _timeless(pdf: bytes) -> bytes:
    """The same PDF without the moment in which it was made, letter for letter as long: the same manual gives the same file."""
    begin = max(0, pdf.rfind(b"/CreationDate"))
    return pdf[:begin] + MADE.sub(lambda found: NEVER[: len(found[0])], pdf[begin:])
