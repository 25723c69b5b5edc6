"""A copy of a process, and of what was entered about its manual, that names nobody: roles stand where people's names stood.

What is known as a name: the interviewees', common given names of the languages, and what follows a title or a given name. A name
that is none of these, and that no interviewee bears, is not found: whoever passes the copy on reads it once.
"""

from interview2flow.editing.pseudonyms.copying import details_without_names, pseudonymised

__all__ = ["details_without_names", "pseudonymised"]
