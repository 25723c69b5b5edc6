"""A manual's details as YAML, to and fro: its keys are the fields of `Details`, so that a new field needs no line here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Final, get_args, get_type_hints

import yaml

from interview2flow.errors import InvalidDetailsError
from interview2flow.model.details import Details

NULL: Final = "tag:yaml.org,2002:null"


class _Loader(yaml.BaseLoader):
    """Leaves all values as they are written: version 1.10 stays 1.10, dates stay dates; only what is left empty is nothing."""


_Loader.add_implicit_resolver(NULL, re.compile("^(?:~|null|)$"), ["~", "n", ""])
_Loader.add_constructor(NULL, lambda _loader, _node: None)


class _Dumper(yaml.SafeDumper):
    """Puts in quotes what others would take for a number, a date or a switch; lines stay lines."""

    def text(self, text: str) -> yaml.ScalarNode:
        """A text that may hold anything."""
        lines = text.split("\n")
        style = '"' if not all(map(str.isprintable, lines)) else "|" if len(lines) > 1 else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.text)


def read_details(content: bytes, *, name: str) -> Details:
    """The details that a file holds; `name` is what errors call it.

    Raises:
        InvalidDetailsError: it is no YAML, or a key or value is not one of a manual's.
    """
    try:
        held = yaml.load(content.decode("utf-8-sig"), Loader=_Loader)  # noqa: S506  (it makes nothing but texts)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidDetailsError(name, reason=_first_line(error)) from error
    details: Details = _Reader(name).made(Details, {} if held is None else held, "")
    return details


def write_details(details: Details) -> bytes:
    """The file that `read_details` reads, with all that is given."""
    return yaml.dump(_given(details), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000, encoding="utf-8")


def _given(held: Any) -> Any:
    if isinstance(held, tuple):
        return [_given(entry) for entry in held]
    if is_dataclass(held):
        values = ((each.name, getattr(held, each.name)) for each in fields(held))
        return {name: _given(value) for name, value in values if value}
    return held


class _Reader:
    """Checks values against the fields that they are for; `where` says which, as in "records, entry 2"."""

    def __init__(self, name: str) -> None:
        self._name = name

    def made(self, kind: Any, held: Any, where: str) -> Any:
        """An object of `kind` from a mapping of its fields."""
        known = [each.name for each in fields(kind)]
        if not isinstance(held, Mapping):
            raise self._error(where, f"this must be a list of “name: value”, with the names {', '.join(known)}")
        for key in held:
            if key not in known:
                raise self._error(where, f"“{key}” is not known; use {', '.join(known)}")
        hints = get_type_hints(kind)
        given = {key: self._value(hints[key], value, _within(where, key)) for key, value in held.items() if not _empty(value)}
        for each in fields(kind):
            if each.default is MISSING and each.name not in given:
                raise self._error(where, f"“{each.name}” is missing")
        return kind(**given)

    def _value(self, hint: Any, value: Any, where: str) -> Any:
        of_each = get_args(hint)[0] if Ellipsis in get_args(hint) else None
        if of_each is None:
            return self._text(value, where)
        if not isinstance(value, list):
            raise self._error(where, "this must be a list: each entry on a line of its own that begins with “- ”")
        entries = ((entry, f"{where}, entry {number}") for number, entry in enumerate(value, 1))
        read = self.made if is_dataclass(of_each) else lambda _, entry, place: self._text(entry, place)
        return tuple(read(of_each, entry, place) for entry, place in entries)

    def _text(self, value: Any, where: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self._error(where, "this must be text")
        return value.strip()

    def _error(self, where: str, reason: str) -> InvalidDetailsError:
        return InvalidDetailsError(self._name, reason=f"{where}: {reason}" if where else reason)


def _within(where: str, key: str) -> str:
    return f"{where}, {key}" if where else key


def _empty(value: Any) -> bool:
    return not value or (isinstance(value, str) and not value.strip())


def _first_line(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error)
    return f"line {mark.line + 1}: {problem}" if mark else str(problem).partition("\n")[0]
