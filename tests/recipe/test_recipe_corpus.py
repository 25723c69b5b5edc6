"""From treebanks to training data, and from writing to speech."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from models.recipe import conllu
from models.recipe.corpus import groups
from models.recipe.speech import Speech, Style
from tests.benchmarks.parser import compare

TREEBANK = """\
# newdoc id = d1
# text = I can't book it, so Lisa does.
1	I	I	PRON	_	Case=Nom|Style=Coll	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod:neg	_	_
4	book	book	VERB	_	_	0	root	_	_
5	it	it	PRON	_	_	4	obj	_	SpaceAfter=No
6	,	,	PUNCT	_	_	9	punct	_	_
7	so	so	ADV	_	_	9	advmod	_	_
7.1	what	_	_	_	_	_	_	_	_
8	Lisa	Lisa	PROPN	_	_	9	nsubj:pass	_	_
9	does	do	VERB	_	_	4	parataxis	_	SpaceAfter=No
10	.	.	PUNCT	_	_	4	punct	_	_

# text = Du book.
1-2	Du	_	_	_	_	_	_	_	_
1	De	de	ADP	_	_	3	case	_	_
2	le	le	DET	_	_	3	det	_	_
3	book	boo#k	NOUN	_	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	_	_	3	punct	_	_

"""


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "en_x-ud-test.conllu.gz"
    path.write_bytes(gzip.compress(TREEBANK.encode()))
    return path


@pytest.fixture
def written(treebank: Path) -> Doc:
    return conllu.doc(spacy.blank("en").vocab, conllu.sentences(treebank))


def test_tokens_are_pieces_of_the_text(written: Doc) -> None:
    assert written.text.strip() == "I can't book it, so Lisa does. Du book."
    assert [token.text for token in written[:4]] == ["I", "ca", "n't", "book"]
    assert [(token.text, token.dep_, token.head.text) for token in written[10:12]] == [
        ("Du", "case", "book"),
        ("book", "ROOT", "book"),
    ]


def test_labels_features_and_lemmas_are_simplified(written: Doc) -> None:
    assert [written[2].dep_, written[7].dep_, str(written[0].morph), written[11].lemma_] == [
        "advmod",
        "nsubj:pass",
        "Case=Nom",
        "book",
    ]


def test_documents_hold_all_sentences_in_order(treebank: Path) -> None:
    sentences = list(conllu.sentences(treebank)) * 20
    assert [sentence for group in groups(sentences, longest=5) for sentence in group] == sentences


def test_speech_without_punctuation_keeps_the_tree(written: Doc) -> None:
    spoken = Speech("en", random.Random(1)).of(written, Style(lower=True, without_punctuation=True, ends=0, fillers=0))
    assert spoken.text.strip() == "i can't book it so lisa does du book"
    assert [token.dep_ for token in spoken] == [token.dep_ for token in written if token.pos_ != "PUNCT"]


def test_fillers_hang_on_the_root(written: Doc) -> None:
    spoken = Speech("en", random.Random(2)).of(written, Style(lower=False, without_punctuation=False, ends=0, fillers=1))
    fillers = [token for token in spoken if token.dep_ == "discourse"]
    assert fillers
    assert all(token.head == token.sent.root for token in fillers)
    assert [token.text for token in spoken if token.pos_ not in {"INTJ", "PUNCT"}] == [
        t.text for t in written if t.pos_ != "PUNCT"
    ]


def test_comparing_counts_what_agrees(written: Doc) -> None:
    counts = compare(written, written)
    assert counts["tokens"] == counts["upos"] == counts["uas"] == counts["las"] == 10
    assert counts["sentences"] == counts["bounds"] == 4
    words = written.text.split()
    cut = Doc(written.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))])
    assert compare(written, cut)["upos"] == 0
