"""What stands beside the flowchart."""
