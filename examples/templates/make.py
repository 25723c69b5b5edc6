"""Makes the two templates beside it: `python examples/templates/make.py`.

Each is an ordinary Word file with nothing but Word's own styles, so that whatever else a manual needs is made by the program, as
it is for any company's template.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bjorkvik import BJORKVIK
from koivuranta import KOIVURANTA
from parts import NAMESPACES, OFFICE, House, fonts, numbering, settings, styles, theme

from interview2flow.layout import png

EARLIEST = (1980, 1, 1, 0, 0, 0)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def make(house: House, folder: Path) -> Path:
    """Writes a template; the same one each time."""
    path = folder / house.file
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in _parts(house):
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)
    return path


def _parts(house: House) -> Iterator[tuple[str, str | bytes]]:
    running = {
        **{name: ("hdr", text) for name, text in house.headers.items()},
        **{n: ("ftr", t) for n, t in house.footers.items()},
    }
    yield "[Content_Types].xml", _types(house)
    yield "_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")})
    yield "word/document.xml", f"<w:document {NAMESPACES}><w:body>{house.body}</w:body></w:document>"
    yield "word/_rels/document.xml.rels", _relations(_of_the_document(house))
    yield "word/styles.xml", styles(house)
    yield "word/numbering.xml", numbering()
    yield "word/settings.xml", settings(house)
    yield "word/fontTable.xml", fonts(house)
    yield "word/theme.xml", theme(house)
    for name, (tag, text) in running.items():
        yield f"word/{name}.xml", f"<w:{tag} {NAMESPACES}>{text}</w:{tag}>"
        yield f"word/_rels/{name}.xml.rels", _relations(_pictures(house))
    for name, svg in house.pictures.items():
        yield f"word/media/{name}.png", png(svg, dpi=house.dpi[name])


def _of_the_document(house: House) -> dict[str, tuple[str, str]]:
    own = {
        f"own{number}": (kind, f"{kind}.xml")
        for number, kind in enumerate(("styles", "numbering", "settings", "fontTable", "theme"))
    }
    headers = {name: ("header", f"{name}.xml") for name in house.headers}
    footers = {name: ("footer", f"{name}.xml") for name in house.footers}
    return own | headers | footers | _pictures(house)


def _pictures(house: House) -> dict[str, tuple[str, str]]:
    return {name: ("image", f"media/{name}.png") for name in house.pictures}


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    made = "".join(f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id_, (kind, to) in targets.items())
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _types(house: House) -> str:
    main = "template" if house.file.endswith(".dotx") else "document"
    named = {"document": f"{main}.main", **{name: name for name in ("styles", "numbering", "settings", "fontTable")}}
    named |= dict.fromkeys(house.headers, "header") | dict.fromkeys(house.footers, "footer")
    made = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>' for name, kind in named.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{made}'
        '<Override PartName="/word/theme.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
    )


if __name__ == "__main__":
    for each in (BJORKVIK, KOIVURANTA):
        make(each, Path(__file__).parent)
