"""English in a manual's sentences: an infinitive is an imperative already."""

from __future__ import annotations

from typing import Final

from interview2flow.languages.inflection import Inflection


class English(Inflection):
    """English answers."""

    code = "en"

    def imperative(self, label: str) -> str:
        """The label as it is."""
        return label

    def in_system(self, name: str) -> str | None:
        """Such as "in Axira"; a name has a capital somewhere."""
        return f"in {name}" if name != name.lower() else None

    def length(self, told: str) -> str | None:
        """With the article that was left out: "quarter of an hour" → "a quarter of an hour"."""
        length = super().length(told)
        first, _, rest = (length or "").partition(" ")
        article = self.words["articles"].get(first)
        return f"{article} {rest}" if article and not rest.startswith(("a ", "an ")) else length


INFLECTION: Final = English()
