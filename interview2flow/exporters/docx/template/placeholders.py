"""Placeholders like {{title}}, wherever they stand in a text and however many runs Word has cut them into.

A placeholder is replaced by words and can do nothing else, so that no template engine, with its loops and calls, is let near
files from outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Final

from docx.oxml.ns import qn

from interview2flow.exporters._manual.content import Mark, Text
from interview2flow.exporters.docx.elements import Element, element, parent, run, runs_of
from interview2flow.exporters.docx.lines import STYLES

PLACEHOLDER: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def names(words: str) -> list[str]:
    """The names in a text, as in {{name}}."""
    return [match[1].lower() for match in PLACEHOLDER.finditer(words)]


def filled(words: str, values: Mapping[str, Text]) -> str:
    """Plain words with the values in their places; unknown names stay."""
    return PLACEHOLDER.sub(lambda match: values[match[1].lower()].text if match[1].lower() in values else match[0], words)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph, those of its text boxes not among them."""
    return "".join(text.text or "" for text in _texts(paragraph))


def fill(root: Element, values: Mapping[str, Text], *, called: Callable[[str], str]) -> None:
    """Puts the values into all paragraphs; what is not known comes out as a gap, in the style that gaps are `called` there."""
    for paragraph in list(root.iter(qn("w:p"))):
        found = [match for match in PLACEHOLDER.finditer(words_of(paragraph)) if match[1].lower() in values]
        if found and not any(values[match[1].lower()].text for match in found):
            _silence(paragraph)
            continue
        for match in reversed(found):  # from the end, so that places before it stay where they are
            _put(paragraph, match.start(), match.end(), values[match[1].lower()], called)


def _silence(paragraph: Element) -> None:
    """Empties a paragraph of which nothing is told: the words between the values say nothing by themselves."""
    for text in list(_texts(paragraph)):
        parent(text).remove(text)


def _put(paragraph: Element, start: int, end: int, value: Text, called: Callable[[str], str]) -> None:
    _cut(paragraph, end)
    _cut(paragraph, start)
    replaced = list(_between(paragraph, start, end))
    if any(part.tag != qn("w:rPr") for part in replaced[0].itersiblings(preceding=True)):
        _part(replaced[0], "", replaced[0].text or "")
        replaced = list(_between(paragraph, start, end))
    first = parent(replaced[0])
    first.addprevious(_written(first, value, called))
    for old in replaced:
        its_run = parent(old)
        its_run.remove(old)
        if all(part.tag == qn("w:rPr") for part in its_run):
            parent(its_run).remove(its_run)


def _written(like: Element, value: Text, called: Callable[[str], str]) -> Element:
    """The value in the letters of the run that it stands for; a gap in its own colours."""
    made = run(value.text)
    letters = deepcopy(like.find(qn("w:rPr")))
    prompted = [control for control in like.iterancestors(qn("w:sdt")) if _is_filled_in(control)]
    letters = element("w:rPr") if letters is None else letters
    style = letters.find(qn("w:rStyle"))
    if style is not None and (prompted or STYLES[value.mark]):
        letters.remove(style)
    if value.mark is Mark.GAP:
        for colour in letters.findall(qn("w:color")):
            letters.remove(colour)
    if name := STYLES[value.mark]:
        letters.insert(0, element("w:rStyle", val=called(name)))
    if len(letters):
        made.insert(0, letters)
    return made


def _is_filled_in(control: Element) -> bool:
    """Makes a content control's text real: neither a prompt, nor to be replaced by what it is bound to."""
    prompts = control.findall(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    for mark in (*prompts, *control.findall(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}")):
        parent(mark).remove(mark)
    return bool(prompts)


def _texts(paragraph: Element) -> Iterator[Element]:
    for its_run in runs_of(paragraph):
        yield from its_run.iterchildren(qn("w:t"))


def _between(paragraph: Element, start: int, end: int) -> Iterator[Element]:
    at = 0
    for text in _texts(paragraph):
        length = len(text.text or "")
        if length and start <= at and at + length <= end:
            yield text
        at += length


def _cut(paragraph: Element, place: int) -> None:
    """Parts the run that goes over a place in the paragraph's words."""
    at = 0
    for text in _texts(paragraph):
        words = text.text or ""
        if at < place < at + len(words):
            _part(text, words[: place - at], words[place - at :])
            return
        at += len(words)


def _part(text: Element, left: str, right: str) -> None:
    its_run = parent(text)
    letters = its_run.find(qn("w:rPr"))
    rest = element("w:r", *([] if letters is None else [deepcopy(letters)]))
    following = list(text.itersiblings())
    _say(text, left)
    beginning = element("w:t")
    _say(beginning, right)
    rest.extend([beginning, *following])
    its_run.addnext(rest)


def _say(text: Element, words: str) -> None:
    text.text = words
    text.set(qn("xml:space"), "preserve")
