"""Where things stand in the drawing, and the drawing itself."""
