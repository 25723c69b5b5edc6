"""What the templates have in common: the parts of a Word file, in a house's own fonts and colours."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
EMUS_PER_MM = 36_000


@dataclass(frozen=True, kw_only=True)
class House:
    """One organisation: `main` and `accent` are its colours, `replacement` a font that looks like its own."""

    file: str
    language: str
    font: str
    replacement: str
    size: int  # half points
    main: str
    accent: str
    title: int  # half points
    pictures: dict[str, str]  # SVG by file name
    headers: dict[str, str]  # content by file name
    footers: dict[str, str]
    body: str
    dpi: dict[str, int]


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; `content` is made of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Words in one run; a tab in them stays one."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in words.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{pieces}</w:r>"


def page_number(instruction: str, properties: str = "") -> str:
    """PAGE or NUMPAGES."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:rPr>{properties}</w:rPr><w:t>1</w:t></w:r></w:fldSimple>'


def picture(relation: str, number: int, name: str, described: str, width: float, height: float) -> str:
    """A picture in the line; lengths in millimetres."""
    drawn = _drawn(relation, number, name, described, width, height)
    return f"<w:r><w:drawing><wp:inline>{drawn}</wp:inline></w:drawing></w:r>"


def backdrop(relation: str, number: int, name: str, width: float, height: float) -> str:
    """A picture behind the text, from the paper's upper left corner on; for the eye only."""
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f"{_drawn(relation, number, name, '', width, height, wrap='<wp:wrapNone/>')}</wp:anchor></w:drawing></w:r>"
    )


def _drawn(relation: str, number: int, name: str, described: str, width: float, height: float, wrap: str = "") -> str:
    size = f'cx="{round(width * EMUS_PER_MM)}" cy="{round(height * EMUS_PER_MM)}"'
    return (
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>{wrap}'
        f'<wp:docPr id="{number}" name="{name}" descr="{described}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{described}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic>"
    )


def table(rows: list[list[str]], widths: list[int], *, borders: str = "", described: str = "", ground: str = "") -> str:
    """A table of cells that hold paragraphs; `ground` colours the first column."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = ""
    for cells in rows:
        body += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground and place == 0 else ""
            body += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        body += "</w:tr>"
    told = f'<w:tblDescription w:val="{described}"/>' if described else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook w:val="0480"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def border(side: str, colour: str, eighths: int = 4) -> str:
    """One border of a table or paragraph."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="4" w:color="{colour}"/>'


def styles(house: House) -> str:
    """Word's own styles, as the house has them."""
    heading = f'<w:b/><w:bCs/><w:color w:val="{house.main}"/>'
    lines = "<w:keepNext/><w:keepLines/>"
    made = (
        _style("Normal", "Normal", "", "", default=True),
        _style("Title", "Title", f"{lines}{_spaced(0, 120)}", f"{heading}{_size(house.title)}"),
        _style("Subtitle", "Subtitle", _spaced(0, 240), f'<w:color w:val="{house.accent}"/>{_size(28)}'),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                f'{lines}<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
                f'{_spaced(before, after)}<w:outlineLvl w:val="{level - 1}"/>',
                f"{heading}{_size(size)}",
            )
            for level, size, before, after in ((1, 32, 400, 140), (2, 25, 280, 80), (3, house.size, 200, 60))
        ),
        _style("TOCHeading", "TOC Heading", f"<w:keepNext/>{_spaced(240, 120)}", f"{heading}{_size(32)}"),
        _style("TOC1", "toc 1", f'{_spaced(60, 0)}<w:ind w:left="567" w:hanging="567"/>', "<w:b/><w:bCs/>"),
        _style("TOC2", "toc 2", f'{_spaced(0, 0)}<w:ind w:left="1247" w:hanging="680"/>', ""),
        _style("Caption", "caption", f"<w:keepNext/>{_spaced(200, 80)}", f'<w:i/><w:iCs/><w:color w:val="595959"/>{_size(18)}'),
        _style("Header", "header", _spaced(0, 0, 240), f'<w:color w:val="595959"/>{_size(17)}'),
        _style("Footer", "footer", _spaced(0, 0, 240), f'<w:color w:val="595959"/>{_size(16)}'),
    )
    fonts = "".join(f' w:{script}="{house.font}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>{_size(house.size)}'
        f'<w:lang w:val="{house.language}" w:eastAsia="{house.language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spaced(0, 120, 269)}</w:pPr></w:pPrDefault></w:docDefaults>{''.join(made)}</w:styles>"
    )


def _style(name: str, called: str, shape: str, letters: str, *, default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{name}"><w:name w:val="{called}"/>{based}<w:qFormat/>'
        f"<w:pPr>{shape}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _spaced(before: int, after: int, line: int = 0) -> str:
    high = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{high}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def numbering() -> str:
    """Chapters are numbered 1, 1.1, 1.1.1."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:lvlText w:val="{".".join(f"%{n}" for n in range(1, level + 2))}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>'
        for level in range(3)
    )
    return (
        f'<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings(house: House) -> str:
    """Of today's Word, hyphenated, in the house's language."""
    return (
        f'<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{house.language}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def theme(house: House) -> str:
    """The house's font and colours, for what is added in Word by hand."""
    ours = (files("interview2flow.exporters.docx") / "base" / "word" / "theme" / "theme1.xml").read_text(encoding="utf-8")
    changed = {"Arial": house.font, "1F3A5F": house.main, "1F4E9E": house.main, "2C6792": house.accent, "Process manual": "House"}
    for old, new in changed.items():
        ours = ours.replace(old, new)
    return ours


def fonts(house: House) -> str:
    """The house's font, and one to take where it is missing."""
    return (
        f'<w:fonts xmlns:w="{MAIN}"><w:font w:name="{house.font}"><w:altName w:val="{house.replacement}"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
