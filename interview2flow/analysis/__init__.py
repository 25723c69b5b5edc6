"""What to look at and whom to ask: one rule, one file, found by its name."""

from interview2flow.analysis.doubts import doubts
from interview2flow.analysis.review import review

__all__ = ["doubts", "review"]
