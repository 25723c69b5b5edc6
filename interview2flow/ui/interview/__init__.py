"""The interviews beside the flowchart: what was used of them, and what can still be made of them."""
