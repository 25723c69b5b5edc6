"""From a transcript to a Doc with all that was found in it, and from the Doc to the Extraction."""

from __future__ import annotations

from spacy.tokens import Doc

from interview2flow.errors import UnknownLanguageError
from interview2flow.extraction import document, pipeline
from interview2flow.extraction.clauses import Clause
from interview2flow.extraction.steps.mention import Mention
from interview2flow.languages import LANGUAGES
from interview2flow.model import Extraction, Step, Transcript


def parse(transcript: Transcript) -> Doc:
    """The parsed interview, before anything is understood of it."""
    if transcript.language is None:
        raise UnknownLanguageError("", known=LANGUAGES)
    return document.parse(transcript, pipeline.load(transcript.language))


def read(transcript: Transcript) -> Doc:
    """The parsed interview with everything that the components found."""
    doc = parse(transcript)
    return pipeline.understanding(doc.vocab.lang)(doc)


def understand(doc: Doc) -> Extraction:
    """What the components wrote on the Doc, put together."""
    transcript: Transcript = doc._.transcript
    return Extraction(
        source=transcript.name,
        language=doc.vocab.lang,
        steps=tuple(_step(doc, mention) for mention in doc._.mentions),
        relations=doc._.relations,
        questions=doc._.open_points,
        denied=doc._.denials,
    )


def _step(doc: Doc, mention: Mention) -> Step:
    told: list[Clause] = [doc._.clauses[telling] for telling in mention.tellings]
    label = doc._.labels[mention.id]
    return Step(
        id=mention.id,
        label=label.text,
        actor=doc._.actors.get(mention.id),
        evidence=tuple(document.evidence(doc, clause.start, clause.end) for clause in told),
        facts=doc._.facts.get(mention.id, ()),
        action=label.action,
        meanings=label.meanings,
        terms=label.terms,
        confidence=mention.probability,
    )
