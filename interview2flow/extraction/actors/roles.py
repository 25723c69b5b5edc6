"""Who is spoken of: every role of the interview once, however it is called."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from interview2flow.extraction.actors import links
from interview2flow.extraction.actors.references import Likeness, Reference, references
from interview2flow.extraction.actors.speaker import Speaker
from interview2flow.extraction.actors.words import Words, stems
from interview2flow.extraction.tree import Tree

MOST: Final = 40
"""So many roles are considered; real interviews have fewer than twenty."""
SHORTEST_TAIL: Final = 4
"""A compound's last part must have so many letters to be taken for its short form."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """`name` is what its lane is called, `places` the tokens where it is named, in order; `speaker` is the interviewee."""

    index: int
    name: str
    names: tuple[str, ...]
    places: tuple[int, ...]
    acting: tuple[int, ...]
    likeness: Likeness
    group: bool
    proper: bool
    speaker: bool = False


def find_roles(tree: Tree, words: Words, speaker: Speaker) -> tuple[Role, ...]:
    """The interviewee first, then the others by how often they are named."""
    found = list(references(tree, words))
    by_key: defaultdict[Key, list[Reference]] = defaultdict(list)
    for reference in found:
        by_key[reference.key].append(reference)
    kept = {key: said for key, said in by_key.items() if _may_work(said)}
    others_than = [key for key, said in kept.items() if not speaker.is_called(said[0])]
    groups = _joined(kept, [*links.same(tree, found, frozenset(others_than), words), *_short_forms(kept, words)])
    means = [any(speaker.is_called(kept[key][0]) for key in group) for group in groups]
    own = [group for group, mine in zip(groups, means, strict=True) if mine]
    others = [group for group, mine in zip(groups, means, strict=True) if not mine]
    others.sort(key=lambda group: _rank([reference for key in group for reference in kept[key]]))
    first = _role(0, [reference for group in own for key in group for reference in kept[key]], speaker=speaker)
    rest = [_role(number, [r for key in group for r in kept[key]]) for number, group in enumerate(others[:MOST], 1)]
    return (first, *rest)


def _rank(said: Sequence[Reference]) -> tuple[int, int, int]:
    """Known trades first, then who acts most."""
    return (-max(reference.likeness for reference in said), -sum(reference.acts for reference in said), said[0].token)


def _may_work(said: Sequence[Reference]) -> bool:
    return said[0].likeness is Likeness.LISTED or any(reference.acts for reference in said)


def _joined(kept: dict[Key, list[Reference]], same: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """Keys of one role together: linked ones, and a short form with the only long form that it can mean."""
    parent = {key: key for key in kept}

    def root(key: Key) -> Key:
        while parent[key] != key:
            key = parent[key]
        return key

    for one, other in same:
        if one in parent and other in parent:
            parent[root(other)] = root(one)
    groups: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in kept:
        groups[root(key)].append(key)
    return list(groups.values())


def _short_forms(kept: dict[Key, list[Reference]], words: Words) -> list[tuple[Key, Key]]:
    """A short form means the only longer one that was told before it; another form of the same word means the same."""
    longer: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, said in kept.items():
        for tail in _tails(key, words, compound=said[0].likeness is Likeness.LISTED):
            if tail in kept and said[0].token < kept[tail][0].token and _may_be_short(kept[tail], tail, key):
                longer[tail].append(key)
    pairs = [(keys[0], short) for short, keys in longer.items() if len(keys) == 1]
    for short in kept:
        pairs += [(key, short) for part in stems(short[-1], words.endings)[1:] if (key := (*short[:-1], part)) in kept]
    return pairs


def _may_be_short(said: Sequence[Reference], tail: Key, key: Key) -> bool:
    """A compound's last part must be known for a worker as well: "hoitaja" is, but "Make" is no short "lomake"."""
    return len(tail) < len(key) or said[0].likeness is Likeness.LISTED


def _tails(key: Key, words: Words, *, compound: bool) -> Iterator[Key]:
    """What may be short for it: its last words, or a compound's last part; for "head of HR", "head"."""
    of = next((place for place, word in enumerate(key) if word in words.of), 0)
    if of:
        yield from (key[start:of] for start in range(of))
    elif len(key) > 1:
        yield from (key[start:] for start in range(1, len(key)))
    elif compound:
        yield from ((key[0][start:],) for start in range(1, len(key[0]) - SHORTEST_TAIL + 1))


def _role(index: int, said: Sequence[Reference], speaker: Speaker | None = None) -> Role:
    ordered = sorted(said, key=lambda reference: reference.token)
    names = _names(ordered)
    return Role(
        index=index,
        name=speaker.name if speaker else names[0],
        names=(*(speaker.names if speaker else ()), *names),
        places=tuple(reference.token for reference in ordered),
        acting=tuple(reference.token for reference in ordered if reference.acts),
        likeness=Likeness.LISTED if speaker else max(reference.likeness for reference in ordered),
        group=sum(reference.group for reference in ordered) * 2 > len(ordered),
        proper=all(reference.proper for reference in ordered) and not speaker,
        speaker=speaker is not None,
    )


def _names(said: Sequence[Reference]) -> tuple[str, ...]:
    """Roles before persons, plain before adorned, the fuller before the shorter, the more frequent before the rarer."""
    counts = Counter(reference.name for reference in said)
    proper = {reference.name for reference in said if reference.likeness is Likeness.NAME}
    plain = {reference.name for reference in said if reference.plain}
    return tuple(sorted(counts, key=lambda name: (name in proper, name not in plain, -len(name.split()), -counts[name], name)))
