"""One chapter, one file: `chapter(draft: Draft) -> Chapter | None`."""
