"""Interviews from files, one module per format, found by the file's ending.

A format module has one function, `read(name: str, content: bytes) -> tuple[Turn, ...]`, which raises nothing but our own errors.
Speakers and times are never invented.
"""
