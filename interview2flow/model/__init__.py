"""What everything else speaks of: interviews, steps, and the process they add up to. No spaCy, Streamlit, SQL or Word here."""

from interview2flow.model.diagram import Bounds, Diagram, Point
from interview2flow.model.disagreement import Disagreement, Matter, Version
from interview2flow.model.evidence import Evidence, Fact, FactKind, Provenance
from interview2flow.model.extraction import END, START, Actor, Condition, Extraction, Question, Relation, Step
from interview2flow.model.finding import Finding, Severity
from interview2flow.model.process import (
    Event,
    EventKind,
    Gateway,
    GatewayKind,
    Interview,
    Lane,
    Node,
    Process,
    SequenceFlow,
    Task,
)
from interview2flow.model.transcript import Interviewee, Transcript, Turn, TurnKind

__all__ = [
    "END",
    "START",
    "Actor",
    "Bounds",
    "Condition",
    "Diagram",
    "Disagreement",
    "Event",
    "EventKind",
    "Evidence",
    "Extraction",
    "Fact",
    "FactKind",
    "Finding",
    "Gateway",
    "GatewayKind",
    "Interview",
    "Interviewee",
    "Lane",
    "Matter",
    "Node",
    "Point",
    "Process",
    "Provenance",
    "Question",
    "Relation",
    "SequenceFlow",
    "Severity",
    "Step",
    "Task",
    "Transcript",
    "Turn",
    "TurnKind",
    "Version",
]
