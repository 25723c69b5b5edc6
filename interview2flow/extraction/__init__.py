"""Who does what, when and under which condition: spaCy components, one file or folder each, from Transcript to Extraction."""
