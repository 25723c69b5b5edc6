import io
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from interview2flow import layout
from interview2flow.errors import UnknownFormatError
from interview2flow.exporters import FORMATS, render
from interview2flow.model import (
    Event,
    EventKind,
    Gateway,
    GatewayKind,
    Lane,
    Process,
    Provenance,
    SequenceFlow,
    Task,
)
from tests.layout.processes import processes, realistic

SVG = "{http://www.w3.org/2000/svg}"


def _process(name: str = "Granska fakturan på 5 € och åäö", **changes: object) -> Process:
    lanes = (Lane(id="l", name="Ekonomi"), Lane(id="u", name="Roll saknas", named=False))
    nodes = (
        Event(id="s", kind=EventKind.START, lane="l", name="fakturan kommer"),
        Task(id="t", name=name, lane="l", **changes),  # type: ignore[arg-type]
        Gateway(id="g", name="Stämmer den?", lane="l"),
        Task(id="v", name="Betala", lane="u"),
        Event(id="e", kind=EventKind.END, lane="u"),
    )
    pairs = (("s", "t", ""), ("t", "g", ""), ("g", "v", "beloppet är < 5 000 & rätt"), ("g", "t", "nej"), ("v", "e", ""))
    flows = tuple(SequenceFlow(id=f"{a}{b}", source=a, target=b, name=name) for a, b, name in pairs)
    return Process(title="Leverantörsfaktura", language="sv", lanes=lanes, nodes=nodes, flows=flows)


def _svg(process: Process) -> etree._Element:
    return etree.fromstring(render(process, (), "svg"))


def _words(picture: etree._Element) -> str:
    return " ".join(element.text or "" for element in picture.iter(f"{SVG}text"))


def test_every_word_is_in_the_picture() -> None:
    words = _words(_svg(_process()))
    assert "beloppet är < 5 000 & rätt" in " ".join(words.split())
    assert all(word in words for word in ("Granska", "Ekonomi", "Stämmer", "Leverantörsfaktura", "nej"))


def test_it_has_a_title_and_a_description_in_its_language() -> None:
    picture = _svg(_process())
    assert picture.findtext(f"{SVG}title") == "Leverantörsfaktura"
    assert "Flödesschema" in (picture.findtext(f"{SVG}desc") or "")
    assert picture.get("role") == "img"


def test_nothing_is_fetched_from_outside() -> None:
    picture = _svg(_process("<image href='http://x'/><script/>"))
    tags = {etree.QName(element).localname for element in picture.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "polygon", "text"}
    values = [value for element in picture.iter() for value in element.values()]
    assert not [value for value in values if "http" in value or "url(" in value]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(processes(most_nodes=6), st.text(max_size=40))
def test_any_words_give_a_picture_that_can_be_read(process: Process, words: str) -> None:
    odd = Process(title=words, language="en", nodes=(*process.nodes, Task(id="odd", name=words)), lanes=process.lanes)
    assert _svg(odd).tag == f"{SVG}svg"


def test_same_process_gives_same_bytes() -> None:
    for form in ("svg", "png", "pdf"):
        assert render(_process(), (), form) == render(_process(), (), form)


def test_what_was_concluded_is_marked_and_explained() -> None:
    plain, doubtful = _svg(_process()), _svg(_process(provenance=Provenance.INFERRED, actor=Provenance.INFERRED))
    assert "?" in _words(doubtful).split()
    assert "?" not in _words(plain).split()
    assert "steget är en slutsats" in _words(doubtful)
    assert "steget är en slutsats" not in _words(plain)
    assert "ingen har sagt vem" in _words(plain)  # the lane without a role


def test_gateways_show_their_kind() -> None:
    marks = {}
    for kind in GatewayKind:
        process = Process(title="", language="en", nodes=(Gateway(id="g", kind=kind),))
        marks[kind] = [(line.tag, line.get("x1")) for line in _svg(process).iter() if line.tag in {f"{SVG}line", f"{SVG}circle"}]
    assert len({str(mark) for mark in marks.values()}) == len(GatewayKind)


def test_an_unknown_language_does_not_stop_the_picture() -> None:
    process = Process(title="", language="de", nodes=(Task(id="t", name="Rechnung prüfen"),))
    assert "Rechnung" in _words(_svg(process))


def test_an_empty_process_gives_a_small_picture_that_says_so() -> None:
    empty = Process(title="Tomt", language="sv")
    assert "Inga steg" in _words(_svg(empty))
    assert Image.open(io.BytesIO(render(empty, (), "png"))).width > 100
    assert len(PdfReader(io.BytesIO(render(empty, (), "pdf"))).pages) == 1


def test_png_is_sharp_and_has_words_in_it() -> None:
    process = _process()
    picture = Image.open(io.BytesIO(render(process, (), "png")))
    assert picture.width == pytest.approx(layout.picture(process).width * 220 / 96, abs=1)
    blank = replace(process, nodes=tuple(replace(node, name="") for node in process.nodes))
    assert _ink(picture) > _ink(Image.open(io.BytesIO(render(blank, (), "png")))) * 1.05


def test_a_very_long_flowchart_still_opens_as_png() -> None:
    picture = Image.open(io.BytesIO(layout.png(layout.picture(realistic(150)).svg)))
    assert max(picture.size) <= 16_000


def test_pdf_keeps_words_as_words() -> None:
    (page,) = PdfReader(io.BytesIO(render(_process(), (), "pdf"))).pages
    text = page.extract_text()
    assert "5 €" in text
    assert "åäö" in text


def test_formats_are_found_by_name() -> None:
    assert {"svg", "png", "pdf"} <= set(FORMATS)
    assert render(_process(), (), "SVG").startswith(b"<svg")


@pytest.mark.parametrize("form", ["", "exe", "__init__", "../svg"])
def test_an_unknown_format_is_named_with_the_known_ones(form: str) -> None:
    with pytest.raises(UnknownFormatError, match=r"\.png"):
        render(_process(), (), form)


def _ink(picture: Image.Image) -> int:
    return sum(picture.convert("L").histogram()[:100])
