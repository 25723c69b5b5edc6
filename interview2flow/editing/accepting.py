"""Carrying proposals out: the edited process with what a later draft brings, and all else as it was."""

from __future__ import annotations

from dataclasses import replace

from interview2flow.editing import steps, wiring
from interview2flow.editing.matching import same_steps
from interview2flow.editing.proposals import Kind, Proposal, proposals
from interview2flow.editing.reviewing import settle
from interview2flow.editing.roles import assign
from interview2flow.editing.ways import connect
from interview2flow.model import Process, Task


def accept(process: Process, proposal: Proposal) -> Process:
    """The edited process with the proposal carried out; all else stays."""
    about = proposal.about
    match proposal.kind:
        case Kind.ADD_STEP if proposal.step is not None:
            process = _with_step(process, proposal)
        case Kind.REMOVE_STEP if about:
            process = steps.remove(process, about)
        case Kind.RENAME if about:
            process = steps.rename(process, about, proposal.theirs)
        case Kind.REASSIGN if about:
            process = assign(process, about, proposal.theirs)
        case Kind.ADD_FACT if about and proposal.fact is not None:
            task = process.node(about)
            if isinstance(task, Task):
                process = _replaced(process, replace(task, facts=(*task.facts, proposal.fact)))
        case Kind.ADD_WORDS if about:
            for words in proposal.evidence:
                process = steps.cite(process, about, words)
        case Kind.ADD_WAY if about and proposal.to:
            process = connect(process, about, proposal.to, when=proposal.theirs)
    return settle(process, proposal.key)


def accept_uncontested(base: Process, edited: Process, new: Process) -> Process:
    """The edited process with all carried out that touches nothing which the coordinator had changed."""
    while found := next((each for each in proposals(base, edited, new) if not each.contested), None):
        edited = accept(edited, found)
    return edited


def with_material(process: Process, new: Process) -> Process:
    """The edited process knowing the interviews that a new draft was made from, what they leave open, and where they disagree.

    What concerns a step comes once the step is there: ask again after each proposal that was accepted.
    """
    here: dict[str | None, str | None] = {None: None}
    here.update(same_steps(new, process))
    told = {interview.name: interview for interview in new.interviews if interview.interviewee}
    known = {interview.name for interview in process.interviews}
    asked = {(question.ask, question.source) for question in process.questions}
    differ = {(each.matter, each.one.text, each.other.text) for each in process.disagreements}
    return replace(
        process,
        interviews=(
            *(told.get(interview.name, interview) for interview in process.interviews),
            *(interview for interview in new.interviews if interview.name not in known),
        ),
        questions=(
            *process.questions,
            *(replace(q, about=here[q.about]) for q in new.questions if q.about in here and (q.ask, q.source) not in asked),
        ),
        disagreements=(
            *process.disagreements,
            *(
                replace(each, about=here[each.about])
                for each in new.disagreements
                if each.about in here and (each.matter, each.one.text, each.other.text) not in differ
            ),
        ),
    )


def _with_step(process: Process, proposal: Proposal) -> Process:
    """The new step as it was told, behind the step that it follows, in its role's lane."""
    told = proposal.step
    assert told is not None  # the caller matched it  # noqa: S101
    process, new = wiring.insert(process, told.name, after=proposal.about)
    made = process.node(new)
    task = replace(told, id=new, lane=made.lane)
    process = _replaced(process, task)
    return assign(process, new, proposal.role) if proposal.role else process


def _replaced(process: Process, task: Task) -> Process:
    return replace(process, nodes=tuple(task if node.id == task.id else node for node in process.nodes))
