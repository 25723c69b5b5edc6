"""What a later draft would bring to the edited process, and the edits that carry it out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

from interview2flow.editing.accepting import accept, accept_uncontested, with_material
from interview2flow.editing.proposals import Proposal, proposals
from interview2flow.editing.relocating import relocated
from interview2flow.editing.reviewing import settle
from interview2flow.model import Process, Transcript
from interview2flow.storage import Store
from interview2flow.ui.saving import Edit
from interview2flow.ui.versions.differing import process_of
from interview2flow.ui.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """The first draft, the newest one, and what the newest would still change in the edited process."""

    base: Process
    new: Process
    proposals: tuple[Proposal, ...]

    @property
    def uncontested(self) -> int:
        """How many touch nothing that the coordinator changed."""
        return sum(not proposal.contested for proposal in self.proposals)

    def take(self, proposal: Proposal) -> Edit:
        """Carries a proposal out, with all that is asked about what it brings."""
        return lambda process: with_material(accept(process, proposal), self.new)

    def leave(self, proposal: Proposal) -> Edit:
        """Leaves it as it is, for good."""
        return partial(settle, key=proposal.key)

    def take_uncontested(self) -> Edit:
        """Carries out all that touches nothing which the coordinator changed."""
        return lambda process: with_material(accept_uncontested(self.base, process, self.new), self.new)


def merging(store: Store, work: Work) -> Merging | None:
    """What is still to be decided; None where the interviews were read only once.

    Raises:
        UnreadableFileError, InvalidProcessError: the flowchart, as it is now, cannot be read.
    """
    drafts = store.drafts(work.project)
    if len(drafts) < 2:  # noqa: PLR2004  (the first and the newest)
        return None
    spoken = tuple(interview.transcript for interview in store.interviews(work.project))
    return _merging(drafts[0].xml, work.xml, drafts[-1].xml, spoken)


def known_to(process: Process, new: Process, spoken: tuple[Transcript, ...]) -> Process:
    """The edited process after its interviews were read again: it knows them all, and where its words stand in them now."""
    return with_material(relocated(process, spoken), new)


@lru_cache(maxsize=16)
def _merging(base: str, edited: str, new: str, spoken: tuple[Transcript, ...]) -> Merging:
    first, newest = relocated(process_of(base), spoken), process_of(new)
    found = proposals(first, process_of(edited), newest)
    return Merging(base=first, new=newest, proposals=found)
