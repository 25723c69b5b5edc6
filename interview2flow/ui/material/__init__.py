"""Interviews that come later: what they bring is proposed, one thing at a time."""
