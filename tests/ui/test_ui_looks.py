"""A project's own Word template: handed in, named, used by all Word files, replaced and removed."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from streamlit.testing.v1 import AppTest

from interview2flow.errors import InvalidTemplateError, TemplateFault
from interview2flow.storage import Store
from interview2flow.ui import library, page
from interview2flow.ui.server import START
from interview2flow.ui.texts import LANGUAGES, words
from tests.support.word_files import SECTION, letterhead, p, word_file

SAY = words("en")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def form(project: str) -> AppTest:
    opened = AppTest.from_file(str(START), default_timeout=60)
    opened.query_params.update({"project": project, "view": "manual", "lang": "en"})
    return opened.run()


def hand_in(form: AppTest, name: str, content: bytes) -> AppTest:
    field = next(each for each in form.file_uploader if each.key and each.key.startswith("manual-looks"))
    return field.set_value((name, content, WORD)).run()


def header(content: bytes) -> str:
    return docx.Document(BytesIO(content)).sections[0].header.paragraphs[0].text


def shown(form: AppTest) -> str:
    return " ".join(str(getattr(each.proto, "body", "")) for each in form.get("html"))


def test_all_word_files_look_like_the_template(store: Store, project: str, form: AppTest) -> None:
    form = hand_in(form, "storgatan.docx", letterhead())
    assert "storgatan.docx" in shown(form)
    assert [toast.value for toast in form.toast] == [SAY("manual.looks.loaded", name="storgatan.docx", count=8)]
    for pseudonyms in (False, True):
        assert header(library.rendered(store, project, "docx", pseudonyms=pseudonyms)).startswith("Storgatan AB")
    assert header(library.rendered(store, project, "followup")).startswith("Storgatan AB")
    with ZipFile(BytesIO(library.rendered(store, project, "handbook"))) as handbooks:
        assert all(header(handbooks.read(name)).startswith("Storgatan AB") for name in handbooks.namelist())
    assert library.rendered(store, project, "svg").startswith(b"<svg")


def test_a_template_is_replaced_and_removed(store: Store, project: str, form: AppTest) -> None:
    form = hand_in(form, "storgatan.docx", letterhead())
    form = hand_in(form, "sheet.docx", word_file(p("Write here.") + SECTION))
    assert [toast.value for toast in form.toast] == [SAY("manual.looks.sample", name="sheet.docx")]
    kept = store.template(project)
    assert kept is not None
    assert kept.name == "sheet.docx"
    next(button for button in form.button if button.label == SAY("manual.looks.remove")).click().run()
    assert store.template(project) is None
    assert not header(library.rendered(store, project, "docx")).startswith("Storgatan AB")


def test_a_file_that_cannot_be_used_is_refused_with_the_reason_and_changes_nothing(
    store: Store, project: str, form: AppTest
) -> None:
    form = hand_in(form, "storgatan.docx", letterhead())
    form = hand_in(form, "wrong.docx", word_file(p("{{titel}}") + SECTION))
    assert [error.value for error in form.error] == [
        SAY("errors.InvalidTemplateError.unknown_placeholder", name="wrong.docx", what="{{titel}}")
    ]
    kept = store.template(project)
    assert kept is not None
    assert kept.name == "storgatan.docx"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("fault", TemplateFault)
def test_every_fault_is_said_in_the_readers_language(language: str, fault: TemplateFault) -> None:
    told = page.error_text(InvalidTemplateError("mall.docx", fault, what="x.bin"), words(language))
    assert "mall.docx" in told
    assert ("x.bin" in told) is ("{what}" in fault.value)
