"""What the interview itself leaves open."""

from __future__ import annotations

from interview2flow.extraction.questions.component import find_questions, questions

__all__ = ["find_questions", "questions"]
