"""The history of a project: what was saved when and by whom, and what differs between two versions."""
