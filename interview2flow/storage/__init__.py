"""Projects with their interviews and revisions, in SQLite or PostgreSQL.

    with Store.open() as store:
        project = store.create_project("Supplier invoices", language="en")
        store.add_interview(project.id, transcript, content=path.read_bytes())
        first = store.save(project.id, xml, based_on=None)
        second = store.save(project.id, edited, based_on=first.number)

Each save is a new revision. One that is based on another than the newest is refused, and kept beside all the same.
"""

from interview2flow.storage.place import VARIABLE
from interview2flow.storage.records import (
    Interview,
    NamedVersion,
    Project,
    ProjectSummary,
    Revision,
    RevisionInfo,
    StoredDetails,
    StoredDraft,
    Template,
)
from interview2flow.storage.store import Store

__all__ = [
    "VARIABLE",
    "Interview",
    "NamedVersion",
    "Project",
    "ProjectSummary",
    "Revision",
    "RevisionInfo",
    "Store",
    "StoredDetails",
    "StoredDraft",
    "Template",
]
