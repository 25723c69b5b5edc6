"""What to look at and whom to ask: one rule, one file, found by its name."""
