"""The names of BPMN 2.0 XML and of our own extension, in lxml's `{namespace}name` form."""

from __future__ import annotations

from typing import Final

BPMN: Final = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
BPMNDI: Final = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC: Final = "{http://www.omg.org/spec/DD/20100524/DC}"
DI: Final = "{http://www.omg.org/spec/DD/20100524/DI}"
I2F: Final = "{urn:interview2flow:bpmn:1.0}"

PREFIXES: Final = {
    "bpmn": BPMN.strip("{}"),
    "bpmndi": BPMNDI.strip("{}"),
    "dc": DC.strip("{}"),
    "di": DI.strip("{}"),
    "i2f": I2F.strip("{}"),
}

POOL: Final = "Participant_1"
"""The id of the pool, in the file and in `Diagram.shapes`."""

BOUNDARY_EVENT: Final = BPMN + "boundaryEvent"
CONDITION: Final = BPMN + "conditionExpression"
EXTENSION_ELEMENTS: Final = BPMN + "extensionElements"
PROCESS: Final = BPMN + "process"
SEQUENCE_FLOW: Final = BPMN + "sequenceFlow"
