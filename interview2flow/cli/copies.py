"""What is written with --pseudonyms."""

from __future__ import annotations

from interview2flow.editing.pseudonyms import details_without_names, pseudonymised
from interview2flow.editing.responsibilities import by_id, by_name
from interview2flow.exporters import Details
from interview2flow.model import Process


def copy_of(process: Process, details: Details | None) -> tuple[Process, Details | None]:
    """The process and its details without anybody's name."""
    copy = pseudonymised(process, details=details)
    return copy, details and by_name(details_without_names(by_id(details, process), process), copy)
