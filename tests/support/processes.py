"""Small processes, written as one would sketch them: steps with their roles, arrows with their conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from interview2flow.model import (
    Event,
    EventKind,
    Evidence,
    Gateway,
    GatewayKind,
    Interview,
    Interviewee,
    Lane,
    Node,
    Process,
    Question,
    SequenceFlow,
    Task,
)

SOURCE = "interview-1.txt"
INTERVIEW = Interview(name=SOURCE, interviewee=Interviewee("Maija", "clerk"))
OTHER = Interview(name="interview-2.txt", interviewee=Interviewee("Olli", "manager"))


def said(quote: str, *, turn: int = 0, source: str = SOURCE) -> Evidence:
    """Words told in an interview, at the beginning of a turn."""
    return Evidence(source, turn, 0, len(quote), quote)


def task(task_id: str, name: str, lane: str | None = "Lane_clerk", **more: object) -> Task:
    """A step that was told with its own name as the words, unless `evidence` says otherwise."""
    return Task(id=task_id, name=name, lane=lane, **{"evidence": (said(f"we {name}"),), **more})  # type: ignore[arg-type]


def choice(gateway_id: str, kind: GatewayKind = GatewayKind.EXCLUSIVE) -> Gateway:
    """A place where paths part or meet."""
    return Gateway(id=gateway_id, kind=kind, lane="Lane_clerk")


def sketch(
    nodes: Sequence[Node],
    arrows: Mapping[tuple[str, str], str] | Sequence[tuple[str, str]],
    *,
    language: str = "en",
    questions: Sequence[Question] = (),
    interviews: Sequence[Interview] = (INTERVIEW,),
) -> Process:
    """A process with `start` and `end` events and the lanes `Lane_clerk`, `Lane_manager` and, unnamed, `Lane_unknown`."""
    conditions = arrows if isinstance(arrows, Mapping) else dict.fromkeys(arrows, "")
    return Process(
        title="Paying an invoice",
        language=language,
        lanes=(
            Lane(id="Lane_clerk", name="clerk"),
            Lane(id="Lane_manager", name="manager"),
            Lane(id="Lane_unknown", name="Role not stated", named=False),
        ),
        nodes=(Event(id="start", kind=EventKind.START), *nodes, Event(id="end", kind=EventKind.END)),
        flows=tuple(
            SequenceFlow(id=f"Flow_{i}", source=source, target=target, name=name)
            for i, ((source, target), name) in enumerate(conditions.items(), 1)
        ),
        interviews=tuple(interviews),
        questions=tuple(questions),
    )
