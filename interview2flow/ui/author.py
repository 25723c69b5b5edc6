"""Who works at this computer: each version is kept with that name."""

from __future__ import annotations

import getpass


def author() -> str | None:
    """The name under which the reader is signed in on this computer; None where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a service account, or a container without users
        return None
