"""A step in sentences: what to do, in which system, with which documents, and how long it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from interview2flow.exporters._manual.content import Line, Mark, Text
from interview2flow.exporters._manual.draft import Draft
from interview2flow.exporters._manual.facts import length, of_kind, text
from interview2flow.exporters._manual.lines import fill, joined, listed
from interview2flow.model import Fact, FactKind, Task

LONGEST = 10
"""Words of a step's name that a system can be put behind."""
ALIKE = 4
"""Letters by which two forms of a word are known, or all but its last three."""
STOPS = (".", "!", "?")


def action(draft: Draft, task: Task) -> Line:
    """Such as "Book the credit note in Axira (document: invoice)."; what the step's name speaks of is not said again."""
    name = draft.name(task)
    if name.mark is Mark.GAP:
        return (name,)
    systems = [fact for fact in of_kind(task, FactKind.SYSTEM) if not _spoken_of(fact, task)]
    documents = [fact for fact in of_kind(task, FactKind.DOCUMENT) if not _spoken_of(fact, task)]
    placed = {fact: words for fact in systems if (words := _place(draft, task, fact))}
    beside = _beside(draft, [fact for fact in systems if fact not in placed], documents)
    where = _where(draft, placed)
    stop = () if name.text.endswith(STOPS) and not (where or beside) else (Text("."),)
    return (Text(name.text.rstrip("."), name.mark) if where or beside else name, *where, *beside, *stop)


def lengths(draft: Draft, task: Task) -> Iterator[Line]:
    """Such as "This takes two minutes.", "Expect to wait three days."; the words as told where they are no plain length."""
    words, either = draft.chapter("instructions"), draft.words["routes"]["or_also"]
    for kind, plain, told in ((FactKind.WORK_TIME, "takes", "work"), (FactKind.WAIT_TIME, "waits", "wait")):
        for sentence, clear in ((words[plain], True), (words[told], False)):
            facts = [fact for fact in of_kind(task, kind) if bool(draft.grammar.length(fact.value)) is clear]
            if facts:
                yield fill(sentence, time=listed((length(draft, fact) for fact in facts), either))


def _spoken_of(fact: Fact, task: Task) -> bool:
    """Whether the step's name has a form of each of the fact's words: "Laskari" in "skannata lasku Laskariin"."""
    name = task.name.casefold().split()
    return all(any(_beginning(part) in word for word in name) for part in fact.value.casefold().split())


def _beginning(word: str) -> str:
    return word[: max(ALIKE, len(word) - 3)]


def _place(draft: Draft, task: Task, fact: Fact) -> str | None:
    """Such as "in Axira", "by phone"; where it stays clear what that belongs to, and the name speaks of no other system."""
    if len(task.name.split()) > LONGEST or draft.grammar.has_clause(task.name):
        return None
    named = any(_spoken_of(other, task) for other in of_kind(task, FactKind.SYSTEM))
    return draft.grammar.by_means(fact.value) or (None if named else draft.grammar.in_system(fact.value))


def _where(draft: Draft, placed: dict[Fact, str]) -> Line:
    phrases = [Text(words, text(fact).mark) for fact, words in placed.items()]
    return (Text(" "), *listed(phrases, draft.words["routes"]["and"])) if phrases else ()


def _beside(draft: Draft, systems: Sequence[Fact], documents: Sequence[Fact]) -> Line:
    """Such as "(tool: copier; documents: order and invoice)"."""
    words = draft.chapter("instructions")
    names = [fact for fact in systems if fact.value != fact.value.lower()]
    tools = [fact for fact in systems if fact not in names]
    kinds = (("system", "systems", names), ("tool", "tools", tools), ("document", "documents", documents))
    parts = [
        fill(words[one if len(facts) == 1 else many], what=listed(map(text, facts), draft.words["routes"]["and"]))
        for one, many, facts in kinds
        if facts
    ]
    return fill(words["beside"], what=joined(parts, "; ")) if parts else ()
