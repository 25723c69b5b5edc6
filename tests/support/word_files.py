"""Word files for tests, written by hand: what companies hand in as templates, well-behaved and not."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" '
    'w:header="708" w:footer="708" w:gutter="0"/>'
)
SECTION = f"<w:sectPr>{A4}</w:sectPr>"


def p(*runs: str, style: str = "", more: str = "") -> str:
    """A paragraph; each text is a run of its own."""
    shape = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{shape}</w:pPr>{inner}</w:p>"


def word_file(
    body: str,
    *,
    styles: str | None = None,
    parts: Mapping[str, str | bytes] | None = None,
    relations: str = "",
    kind: str = DOCUMENT,
    types: str = "",
    package_relations: str = "",
) -> bytes:
    """A Word file of a body and what else it needs; `parts` named header…, footer… are related by their names."""
    running = {name: name.rstrip("0123456789") for name in parts or {} if name.startswith(("header", "footer"))}
    related = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind_}" Target="{name}.xml"/>' for name, kind_ in running.items()
    )
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{TYPE.format(k)}"/>' for n, k in running.items())
    if styles is not None:
        related += f'<Relationship Id="styles" Type="{OFFICE}/styles" Target="styles.xml"/>'
        overrides += f'<Override PartName="/word/styles.xml" ContentType="{TYPE.format("styles")}"/>'
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/>{overrides}{types}</Types>',
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>{package_relations}'
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(related + relations),
    }
    if styles is not None:
        files["word/styles.xml"] = f'<w:styles xmlns:w="{MAIN}">{styles}</w:styles>'
    for name, content in (parts or {}).items():
        tag = {"header": "hdr", "footer": "ftr"}.get(running.get(name, ""))
        files[f"word/{name}.xml" if tag else name] = f"<w:{tag} {NAMESPACES}>{content!s}</w:{tag}>" if tag else content
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """The files as a zip."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return content.getvalue()


def style(name: str, called: str, *, shape: str = "", letters: str = "", default: bool = False, custom: bool = False) -> str:
    """A paragraph style."""
    flags = (' w:default="1"' if default else "") + (' w:customStyle="1"' if custom else "")
    based = "" if default else '<w:basedOn w:val="{}"/>'.format("Standard" if custom else "Normal")
    return (
        f'<w:style w:type="paragraph"{flags} w:styleId="{name}"><w:name w:val="{called}"/>{based}<w:qFormat/>'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


def _png() -> bytes:
    content = BytesIO()
    Image.new("RGB", (240, 80), "#9B1C31").save(content, "png")
    return content.getvalue()


def _logo(relation: str) -> str:
    """A picture that floats at the right edge of an upright page."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>4320000'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1440000" cy="480000"/><wp:effectExtent l="0" t="0" r="0" '
        'b="0"/><wp:wrapNone/><wp:docPr id="1" name="Logo"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
        'y="0"/><a:ext cx="1440000" cy="480000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor>'
        "</w:drawing></w:r>"
    )


def _text_box(*lines: str) -> str:
    """A text box as Word writes it: once for today's programs, once for those of before 2010."""
    content = "".join(lines)
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor distT='0' distB='0' distL='0' distR='0' "
        "simplePos='0' relativeHeight='2' behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>"
        "<wp:positionH relativeFrom='column'><wp:posOffset>3600000</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent "
        "cx='2160000' cy='720000'/>"
        "<wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapSquare wrapText='bothSides'/><wp:docPr id='7' name='Ruta'/>"
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        "uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr "
        "txBox='1'/><wps:spPr><a:xfrm>"
        "<a:off x='0' y='0'/><a:ext cx='2160000' cy='720000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"<a:ln w='9525'><a:solidFill><a:srgbClr val='9B1C31'/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>{content}"
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape style='width:170pt;height:57pt'><v:textbox><w:txbxContent>{content}"
        "</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def letterhead() -> bytes:
    """First page with a floating logo and a text box; placeholders cut into runs; a bookmark, a content control, tab stops."""
    tabs = '<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>'
    picture = f'<Relationship Id="logo" Type="{OFFICE}/image" Target="media/logo.png"/>'
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Diarienummer"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{{number}}</w:t></w:r></w:sdtContent></w:sdt>'
    )
    body = (
        p(_text_box(p("Status: {{sta", "tus}}"), p("Version {{", "version", "}}")), "Till alla som arbetar med {{pro", "cess}}")
        + p("Dnr ", control)
        + p('<w:bookmarkStart w:id="0" w:name="start"/>', "Läs detta först.", '<w:bookmarkEnd w:id="0"/>')
        + p("{{manual}}")
        + p("Med vänlig hälsning", more="<w:keepLines/>")
        + f'<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer1"/>{A4}'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    running = '<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    return word_file(
        body,
        styles=f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val='24'/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Normal", "Normal", default=True)
        + style("Header", "header", shape=tabs)
        + style("Footer", "footer", shape=tabs)
        + style("Heading1", "heading 1", shape="<w:keepNext/>", letters='<w:b/><w:color w:val="9B1C31"/><w:sz w:val="32"/>')
        + '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/>'
        '<w:rPr><w:color w:val="808080"/>'
        "</w:rPr></w:style>",
        parts={
            "header1": p(_logo("logo"), "Storgatan AB", style="Header") + p("") + p(""),
            "header2": p("Storgatan AB", "<w:r><w:tab/><w:t>{{title}}</w:t></w:r>", running, style="Header"),
            "footer1": p("{{classification}}", "<w:r><w:tab/><w:tab/><w:t>{{date}}</w:t></w:r>", style="Footer"),
            "word/media/logo.png": _png(),
            "word/_rels/header1.xml.rels": _relations(picture),
        },
    )


def swedish_names() -> bytes:
    """What some programs make of a Swedish template: styles with Swedish names and ids, marked as the company's own."""
    letters = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:b/><w:color w:val="5B2A86"/>'
    return word_file(
        p("{{title}}", style="Rubrik")
        + p("Innehåll", style="Innehllsrubrik")
        + p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o '
            '"1-3" \\h </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            "Ingen innehållsförteckning hittades.",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
        + p("Om det här dokumentet", style="Rubrik1")
        + p("Det här är företagets egen inledning.", style="Brdtext")
        + p("{{manual}}")
        + SECTION,
        styles='<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="21"/>'
        '<w:lang w:val="sv-FI"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + style("Standard", "Normal", default=True)
        + style("Rubrik", "Rubrik", custom=True, letters=f'{letters}<w:sz w:val="52"/>')
        + style(
            "Rubrik1",
            "Rubrik 1",
            custom=True,
            shape='<w:keepNext/><w:spacing w:before="360" w:after="120"/>',
            letters=f'{letters}<w:sz w:val="34"/>',
        )
        + style(
            "Rubrik2",
            "Rubrik 2",
            custom=True,
            shape='<w:keepNext/><w:spacing w:before="200" w:after="60"/>',
            letters=f'{letters}<w:sz w:val="26"/>',
        )
        + style(
            "Brdtext",
            "Brödtext",
            custom=True,
            shape='<w:spacing w:after="140" w:line="300" w:lineRule="auto"/><w:jc w:val="both"/>',
        )
        + style("Innehllsrubrik", "Innehållsrubrik", custom=True, letters=f'{letters}<w:sz w:val="30"/>')
        + style(
            "Innehll1", "Innehåll 1", custom=True, shape='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8000"/></w:tabs>'
        ),
    )


def minimal() -> bytes:
    """Nothing but a sheet of US Letter on its way to being a template: no styles at all, a sample text."""
    return word_file(p("Write your text here.") + '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>')
