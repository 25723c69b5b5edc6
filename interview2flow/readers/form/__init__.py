"""What the formats have in common: bytes to text, text to lines, lines and cues to turns."""
