"""Staff interviews in, an editable flowchart and a Word process manual out; everything runs on your own machine.

import interview2flow as i2f

transcripts = [i2f.read_transcript(path) for path in paths]
process = i2f.draft(transcripts)
findings = i2f.review(process)
i2f.export(process, "manual.docx")
"""

from interview2flow.errors import Interview2FlowError
from interview2flow.model import Finding, Interviewee, Process, Transcript
from interview2flow.pipeline import draft, export, read_process, read_transcript, review

__all__ = [
    "Finding",
    "Interview2FlowError",
    "Interviewee",
    "Process",
    "Transcript",
    "draft",
    "export",
    "read_process",
    "read_transcript",
    "review",
]
