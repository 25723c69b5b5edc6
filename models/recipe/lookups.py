"""Dictionaries of inflected forms and their lemmas."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_FILE: Final = "{language}_lemma_lookup.json.gz"


def lookup_table(language: str) -> Mapping[str, str]:
    """The lemma of each form: from spacy-lookups-data (MIT) where it has the language, else from simplemma (MIT)."""
    package = find_spec("spacy_lookups_data")
    if package is None or package.origin is None:
        raise SystemExit("pip install spacy-lookups-data")
    packed = Path(package.origin).with_name("data") / _FILE.format(language=language)
    if packed.exists():
        table: dict[str, str] = json.loads(gzip.decompress(packed.read_bytes()))
        return table
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary(language)
