"""Rules of endings, learned from pairs of form and lemma."""

from __future__ import annotations

from models.recipe.lemmas import endings


def test_the_shortest_ending_that_decides() -> None:
    words = {f"{stem}s|NOUN": stem for stem in ("book", "desk", "form")} | {
        "boxes|NOUN": "box",
        "taxes|NOUN": "tax",
        "bus|NOUN": "bus",
    }
    rules = endings(words, {})["NOUN"]
    assert rules == {"s": "1", "es": "2", "us": "0"}


def test_a_dictionary_adds_words_of_known_classes() -> None:
    rules = endings({"check|VERB": "check", "books|NOUN": "book"}, {"checked": "check", "New": "new", "booking": "unheard"})
    assert "ed" in " ".join(rules["VERB"])
    assert not any("ing" in ending for found in rules.values() for ending in found)
