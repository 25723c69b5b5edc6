"""From a transcript to steps, with the trained parsers."""

import dataclasses

import pytest

from interview2flow.errors import UnknownLanguageError
from interview2flow.extraction import extract
from interview2flow.extraction.understand import parse
from interview2flow.model import Interviewee, Transcript, Turn, TurnKind

TOLD = {
    "en": "First I open the mailbox and check the invoice. Then I send the invoice to the buyer.",
    "sv": "Först granskar jag fakturan. Sedan skickar jag fakturan till chefen.",
    "fi": "Ensin tarkistan laskun. Sitten lähetän laskun esimiehelle.",
}


def transcript(language: str, text: str, kind: TurnKind = TurnKind.SPEECH) -> Transcript:
    turns = (Turn(text="How does it begin?", speaker="Q"), Turn(text=""), Turn(text=text, speaker="Anna", kind=kind))
    return Transcript(name="a.txt", turns=turns, language=language, interviewee=Interviewee("Anna", "clerk"))


@pytest.mark.parametrize("language", sorted(TOLD))
def test_steps_are_quoted_letter_by_letter(language: str) -> None:
    told = transcript(language, TOLD[language])
    found = extract(told)
    assert len(found.steps) >= 2
    assert [step.id for step in found.steps] == [f"s{n}" for n in range(1, len(found.steps) + 1)]
    for step in found.steps:
        assert step.label
        assert 0 < step.confidence <= 1
        for evidence in step.evidence:
            assert evidence.source == "a.txt"
            assert told.turns[evidence.turn].text[evidence.start : evidence.end] == evidence.quote


def test_the_same_interview_gives_the_same_steps() -> None:
    told = transcript("en", TOLD["en"])
    assert extract(told) == extract(told)


def test_notes_are_parsed_between_their_arrows() -> None:
    text = "something missing -> send it back → archive"
    doc = parse(transcript("en", text, TurnKind.NOTE))
    assert doc.spans["turns"][2].text == text
    starts = [sentence.text.split()[0] for sentence in doc.spans["turns"][2].sents]
    assert {"something", "send", "archive"} <= set(starts)


def test_headings_and_silence_tell_no_step() -> None:
    assert extract(transcript("en", "I check the invoice and send it", TurnKind.HEADING)).steps == ()
    assert extract(dataclasses.replace(transcript("en", ""), turns=())).steps == ()


def test_a_language_must_be_known() -> None:
    with pytest.raises(UnknownLanguageError):
        extract(dataclasses.replace(transcript("en", "Hi"), language=None))
    with pytest.raises(UnknownLanguageError):
        extract(transcript("de", "Ich prüfe die Rechnung."))
