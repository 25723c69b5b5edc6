"""The selected step, arrow, decision or role, to be corrected in place; every field saves when it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from interview2flow.editing import roles, steps, ways
from interview2flow.model import Event, FactKind, Gateway, Lane, Process, SequenceFlow, Task
from interview2flow.ui import state
from interview2flow.ui.panels.parts import part
from interview2flow.ui.saving import Carry, Edit
from interview2flow.ui.texts import Words


def essentials(process: Process, element: str | None, say: Words, *, carry: Carry) -> None:
    """What the selected part is called and who does it, or when it is taken; nothing where nothing is selected."""
    fields = _Fields(process, say, carry)
    match part(process, element):
        case Task() as task:
            fields.task(task)
        case Gateway() as gateway:
            fields.gateway(gateway)
        case SequenceFlow() as flow:
            fields.flow(flow)
        case Lane() as lane:
            fields.lane(lane)
        case Event() as event:
            fields.event(event)


def particulars(process: Process, element: str | None, say: Words, *, carry: Carry) -> None:
    """What is told with the selected step; what is not told yet can be unfolded."""
    task = part(process, element)
    if not isinstance(task, Task):
        return
    fields = _Fields(process, say, carry)
    told = {fact.kind for fact in task.facts}
    folded = state.folded(task.id, [kind for kind in FactKind if kind not in told])
    for kind in FactKind:
        if kind not in folded:
            fields.facts(task, kind)
    if folded:
        with st.expander(say("inspector.more"), key=f"more-{task.id}"):
            for kind in folded:
                fields.facts(task, kind)
    dismiss = partial(steps.dismiss, task_id=task.id)
    label, why = say("inspector.dismiss"), say("inspector.dismiss_help")
    st.button(label, type="tertiary", icon=":material/block:", help=why, on_click=carry, args=(dismiss, say("history.dismissed")))


class _Fields:
    """Draws fields. Each stays in its place while it is filled in, and follows when the same is changed on the picture."""

    def __init__(self, process: Process, say: Words, carry: Carry) -> None:
        self.process, self.say, self.carry = process, say, carry

    def task(self, task: Task) -> None:
        self._text("name", task.id, task.name, lambda text: partial(steps.rename, node_id=task.id, name=text))
        self._role(task)

    def gateway(self, gateway: Gateway) -> None:
        outgoing = self.process.outgoing(gateway.id)
        if len(outgoing) < 2:  # noqa: PLR2004  (ways only meet here)
            return
        self._text("question", gateway.id, gateway.name, lambda text: partial(steps.rename, node_id=gateway.id, name=text))
        for way in outgoing:
            self.flow(way, to=self.process.node(way.target).name)

    def event(self, event: Event) -> None:
        self._text("event", event.id, event.name, lambda text: partial(steps.rename, node_id=event.id, name=text))

    def flow(self, flow: SequenceFlow, *, to: str = "") -> None:
        label = self.say("inspector.when_to", name=to) if to else self.say("inspector.when")
        self._text("when", flow.id, flow.name, lambda text: partial(ways.condition, flow_id=flow.id, text=text), label=label)

    def lane(self, lane: Lane) -> None:
        self._text("lane", lane.id, lane.name, lambda text: partial(roles.rename_role, lane_id=lane.id, role=text))

    def _text(
        self, name: str, element: str, value: str, edit: Callable[[str], Callable[..., Process]], *, label: str = ""
    ) -> None:
        key = f"{name}-{element}"
        state.follow(key, value)
        st.text_input(
            label or self.say(f"inspector.{name}"),
            key=key,
            on_change=self._changed,
            args=(key, lambda text: edit(str(text))),
        )

    def _role(self, task: Task) -> None:
        lane = self.process.lane_of(task)
        names = [each.name for each in self.process.lanes]
        key = f"role-{task.id}"
        state.follow(key, lane.name if lane else None)
        st.selectbox(
            self.say("inspector.role"),
            names,
            index=None,
            accept_new_options=True,
            placeholder=self.say("inspector.role_hint"),
            key=key,
            on_change=self._changed,
            args=(key, lambda role: partial(roles.assign, node_id=task.id, role=str(role)) if role else None),
        )

    def facts(self, task: Task, kind: FactKind) -> None:
        told = [fact.value for fact in task.facts if fact.kind is kind]
        key = f"{kind}-{task.id}"
        state.follow(key, told)
        st.multiselect(
            self.say(f"step.fact.{kind}"),
            self._known(kind),
            accept_new_options=True,
            placeholder=self.say("inspector.fact_hint"),
            key=key,
            on_change=self._changed,
            args=(key, lambda values: partial(steps.tell, task_id=task.id, kind=kind, values=values)),
        )

    def _known(self, kind: FactKind) -> Sequence[str]:
        """What the process names of a kind: chosen more often than typed."""
        return list(dict.fromkeys(fact.value for task in self.process.tasks for fact in task.facts if fact.kind is kind))

    def _changed(self, key: str, edit: Callable[[object], Edit | None]) -> None:
        if made := edit(state.widget(key)):
            self.carry(made, "")
