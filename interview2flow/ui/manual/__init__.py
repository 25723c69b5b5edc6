"""The form for what nobody tells in an interview, and the manual needs all the same."""
