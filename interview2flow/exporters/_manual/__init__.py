"""What a process manual says, whatever file it is then written to: chapters, tables and sentences, without any layout.

`compose` makes a `Manual` of a process; a format (Word, Markdown, a page per role) only has to draw what `content` defines.
"""

from interview2flow.exporters._manual.compose import compose
from interview2flow.exporters._manual.draft import instructed
from interview2flow.exporters._manual.questions import QuestionSheet, question_sheets
from interview2flow.model.details import Details

__all__ = ["Details", "QuestionSheet", "compose", "instructed", "question_sheets"]
