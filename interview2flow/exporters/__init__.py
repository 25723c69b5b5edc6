"""A process in the formats of others: one module (or folder) per format, found by its name.

A format module has one function, `render(process: Process, findings: Sequence[Finding]) -> bytes`. `bpmn` also reads.
"""
