"""Drafts that are being made while the pages go on: each can be watched from any tab, and stopped."""

from __future__ import annotations

import logging
import traceback
from threading import Event, Lock, Thread
from typing import Final

from interview2flow.errors import Interview2FlowError
from interview2flow.model import Process
from interview2flow.storage import Store
from interview2flow.ui import library

LOG: Final = logging.getLogger(__name__)


class Cancelled(Exception):  # noqa: N818  nothing went wrong
    """The reader does not want this draft any more; it ends at the next interview, and nothing of it is kept."""


class Drafting:
    """One draft at work in a thread of its own. What it says of itself may be read at any time."""

    def __init__(self, store: Store, project: str, *, note: str) -> None:
        self.project, self.again = project, store.latest(project) is not None
        self.names = tuple(interview.name for interview in store.interviews(project))
        self.done = 0
        self.drafted: Process | None = None
        self.error: Interview2FlowError | None = None
        self.stopped = False
        self._store, self._note = store, note
        self._over = Event()

    @property
    def over(self) -> bool:
        """Whether it has ended, well or not."""
        return self._over.is_set()

    @property
    def share(self) -> float:
        """How much of it is done, 0..1."""
        return self.done / (len(self.names) + 1)

    @property
    def silent(self) -> tuple[str, ...]:
        """The interviews in which no step was found."""
        told = {words.source for step in self.drafted.tasks for words in step.evidence} if self.drafted else set()
        return tuple(name for name in self.names if name not in told)

    def run(self) -> None:
        """Makes the draft; nothing is raised."""
        try:
            self.drafted = library.draft(self._store, self.project, progress=self._tell, note=self._note)
        except Cancelled:
            pass
        except Interview2FlowError as error:
            self.error = error
        except Exception as error:  # noqa: BLE001  (nobody else would hear of it)
            # Where it happened, but not the message: that may hold an interview's words.
            LOG.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))  # noqa: TRY400
        self._over.set()

    def stop(self) -> None:
        """Gives it up: nobody waits for it any more."""
        self.stopped = True
        self._over.set()

    def wait(self) -> None:
        """Returns when it has ended."""
        self._over.wait()

    def _tell(self, name: str, share: float) -> None:
        if self.stopped:
            raise Cancelled
        self.done = len(self.names) if share >= 1 else self.names.index(name)


_AT_WORK: Final[dict[tuple[str, str], Drafting]] = {}
_LOCK: Final = Lock()


def begin(store: Store, project: str, *, note: str = "") -> Drafting:
    """Begins a draft, unless one is being made."""
    with _LOCK:
        found = _AT_WORK.get((store.place, project))
        if found is None or found.over:
            found = _AT_WORK[store.place, project] = Drafting(store, project, note=note)
            Thread(target=found.run, daemon=True).start()
        return found


def of(store: Store, project: str) -> Drafting | None:
    """The draft that is being made of a project, or has just ended."""
    return _AT_WORK.get((store.place, project))


def forget(store: Store, project: str) -> None:
    """What it came to is known now."""
    with _LOCK:
        _AT_WORK.pop((store.place, project), None)
