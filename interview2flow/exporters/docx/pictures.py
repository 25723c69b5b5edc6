"""The flowchart in Word: a vector picture, with a bitmap for programs that show none, and words for those who see none."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

from interview2flow.exporters._manual.clean import clean
from interview2flow.exporters._manual.content import Flowchart
from interview2flow.exporters.docx.drawings import free_id
from interview2flow.exporters.docx.elements import Element, element, paragraph, run
from interview2flow.exporters.docx.flowchart import Picture

SVG_EXTENSION: Final = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/>'
    "</a:ext></a:extLst>"
)


def placed(document: Document, picture: Picture, chart: Flowchart, *, of: int) -> Element:
    """A paragraph with the picture in it."""
    inline = document.part.new_pic_inline(BytesIO(picture.png), Pt(picture.width), Pt(picture.height))
    properties = next(inline.iter(qn("wp:docPr")))
    properties.set("id", str(free_id(document.part.package)))
    properties.set("name", clean(chart.caption(part=picture.part, parts=of)))
    properties.set("descr", clean(chart.alternative(part=picture.part, parts=of)))
    blip = next(inline.iter(qn("a:blip")))
    blip.append(parse_xml(SVG_EXTENSION.format(relation=_embed(document, picture.svg))))
    return paragraph([run(element("w:drawing", inline))], style="Figure")


def _embed(document: Document, svg: bytes) -> str:
    package = document.part.package
    part = Part(package.next_partname("/word/media/flowchart%d.svg"), "image/svg+xml", svg, package)
    return document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
