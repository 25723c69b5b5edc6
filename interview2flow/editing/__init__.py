"""Changes to a Process, each a pure function that gives a new one; what it touches is marked as edited.

`steps`, `roles` and `ways` change single parts, `rows` the process as a table, `reviewing` what is open in it. `compare` tells
what differs between two versions, `proposals` what a new draft would bring to an edited process.
"""
