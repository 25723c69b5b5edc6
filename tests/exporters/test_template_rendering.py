"""The templates in the examples, laid out by LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader

from interview2flow import exporters
from interview2flow.analysis import review
from interview2flow.exporters import Details, _office
from interview2flow.languages import texts
from tests.support.gold_process import EXAMPLES, gold_process

GIVEN = Details(number="FIN-014", version="1.0", owner="Pia Ek", classification="intern")


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("case", "name", "everywhere", "last"),
    [
        ("sv-reserakning", "bjorkvik-energi.dotx", "Björkvik Energi AB", "Sida {n} av {n}"),
        ("fi-ostolasku", "koivurannan-kaupunki.docx", "Rantakatu 1, Koivuranta", "{n} ({n})"),
    ],
)
def test_every_page_has_the_house_s_header_and_footer(
    case: str, name: str, everywhere: str, last: str, program: Callable[..., str]
) -> None:
    program("soffice", "libreoffice")
    process = gold_process(EXAMPLES / case)
    template = exporters.read_template((EXAMPLES / "templates" / name).read_bytes(), name=name)
    word = exporters.render(process, review(process), "docx", details=GIVEN, template=template)
    pages = PdfReader(BytesIO(_office.printed(word))).pages
    shown = [" ".join(page.extract_text().split()) for page in pages]
    assert len(pages) < 22
    assert process.title in shown[0]
    assert all(everywhere in text and "FIN-014" in text for text in shown[1:])
    assert last.format(n=len(pages)) in shown[-1]
    assert any(page.mediabox.width > page.mediabox.height for page in pages)
    assert "{{" not in " ".join(shown)
    assert texts(process.language, "manual")["chapters"]["quotes"]["heading"] in " ".join(shown)
