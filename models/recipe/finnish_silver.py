"""Annotates Finnish text with a teacher: `python -m models.recipe.finnish_silver WORDS.tsv OUT.conllu GOLD.conllu[.gz]...`.

`WORDS.tsv` has a word a line (first column) and an empty line after each sentence, as the texts of the Turku Dependency Treebank
are published for named entities. The teacher is `spacy_fi_experimental_web_md` (MIT), itself trained on that treebank. Lemmas are
corrected by the gold files wherever these know a form with that part of speech and morphology.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from models.recipe.conllu import sentences

TEACHER: Final = "spacy_fi_experimental_web_md"
NO_SPACE_BEFORE: Final = frozenset(".,;:!?)]%…’'")
NO_SPACE_AFTER: Final = frozenset("([")
QUOTES: Final = frozenset('"”»')

Lemmas = dict[tuple[str, ...], str]


def texts(path: Path, vocab: Vocab) -> Iterator[Doc]:
    """The sentences, a Doc each, with spaces where Finnish writes them."""
    words: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith("-DOCSTART-"):
            words.append(line.split("\t")[0])
        elif words:
            yield Doc(vocab, words=words, spaces=spaces(words))
            words = []


def spaces(words: list[str]) -> list[bool]:
    """Whether a space follows each word; quotation marks open and close in turn."""
    after = [True] * len(words)
    quoted = False
    for i, word in enumerate(words):
        opens = word in NO_SPACE_AFTER or (word in QUOTES and not quoted)
        closes = word in NO_SPACE_BEFORE or word == "..." or (word in QUOTES and quoted)
        if opens:
            after[i] = False
        if closes and i:
            after[i - 1] = False
        quoted ^= word in QUOTES
    return after


def gold_lemmas(paths: Iterable[Path]) -> Lemmas:
    """The commonest lemma by form, part of speech and morphology; by the first two alone where all agree."""
    seen: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for token in (token for path in paths for sentence in sentences(path) for token in sentence.tokens if token.lemma):
        seen[token.form.lower(), token.pos, token.morph][token.lemma] += 1
        seen[token.form.lower(), token.pos][token.lemma] += 1
    full = 3
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items() if len(key) == full or len(lemmas) == 1}


def lines(doc: Doc, lemmas: Lemmas) -> Iterator[str]:
    """One sentence in CoNLL-U. What the teacher took for further sentences hangs on the first root."""
    root = next(token for token in doc if token.head == token)
    yield f"# text = {doc.text.strip()}"
    for token in doc:
        first = token == root
        head = 0 if first else (root.i if token.head == token else token.head.i) + 1
        relation = "root" if first else "parataxis" if token.head == token else token.dep_
        space = "_" if token.whitespace_ or token.i + 1 == len(doc) else "SpaceAfter=No"
        columns = (
            token.i + 1,
            token.text,
            _lemma(token, lemmas),
            token.pos_ or "X",
            "_",
            token.morph or "_",
            head,
            relation,
            "_",
            space,
        )
        yield "\t".join(map(str, columns))
    yield ""


def _lemma(token: Token, lemmas: Lemmas) -> str:
    form = token.lower_
    return lemmas.get((form, token.pos_, str(token.morph))) or lemmas.get((form, token.pos_)) or token.lemma_ or "_"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("gold", type=Path, nargs="*")
    arguments = parser.parse_args()
    teacher = spacy.load(TEACHER, exclude=["ner"])
    known = gold_lemmas(arguments.gold)
    annotated = teacher.pipe(texts(arguments.words, teacher.vocab), batch_size=64)
    arguments.out.write_text("\n".join(line for doc in annotated for line in lines(doc, known)) + "\n", encoding="utf-8")
