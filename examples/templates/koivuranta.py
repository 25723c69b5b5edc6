"""A town's template, in Finnish: no cover, but the head that a public authority's documents have."""

from __future__ import annotations

from parts import House, border, page_number, paragraph, picture, run, table

BLUE, GOLD, GREY = "12366B", "8A6A16", "595959"

CREST = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="240" viewBox="0 0 200 240">
<path d="M10 8 H190 V130 C190 186 144 216 100 234 C56 216 10 186 10 130 Z"
 fill="#12366B" stroke="#C9A227" stroke-width="8"/>
<path d="M30 158 C52 146 66 146 88 158 S124 170 146 158 S166 150 172 152" stroke="#FFFFFF" stroke-width="9" fill="none"/>
<path d="M42 184 C60 174 74 174 94 184 S126 194 154 184" stroke="#FFFFFF" stroke-width="9" fill="none"/>
<path d="M100 28 C128 44 140 66 136 88 C133 106 120 118 100 124 C80 118 67 106 64 88 C60 66 72 44 100 28 Z" fill="#C9A227"/>
<path d="M100 50 V142 M100 76 L118 64 M100 94 L122 80 M100 84 L82 72 M100 104 L80 90"
 stroke="#12366B" stroke-width="5" fill="none" stroke-linecap="round"/>
</svg>"""

FACTS = (
    (("Prosessin omistaja", "owner"), ("Päiväys", "date")),
    (("Laatija", "author"), ("Seuraava tarkistus", "review_date")),
    (("Hyväksyjä", "approver"), ("Tietoluokka", "classification")),
)
RIGHT = '<w:jc w:val="right"/>'
BOLD = f'<w:b/><w:bCs/><w:color w:val="{BLUE}"/>'
CREST_WIDTH = 1020
WIDTHS = [4300, 2460, 2878]
"""Crest, sender, kind of document, page: as wide as the text on pages without the crest."""


def _line(content: str, properties: str = "") -> str:
    return paragraph(content, "Header", properties)


def _head(crest: str = "") -> str:
    sender = _line(run("Koivurannan kaupunki", f'{BOLD}<w:sz w:val="22"/>')) + _line(run("Hallinto- ja talouspalvelut"))
    kind = _line(run("Ohje", f'{BOLD}<w:sz w:val="20"/>')) + _line(run("Versio {{version}}, {{status}}"))
    page = page_number("PAGE") + run(" (") + page_number("NUMPAGES") + run(")")
    number = _line(run("{{number}}"), RIGHT) + _line(page, RIGHT)
    cells, widths = [sender, kind, number], WIDTHS
    if crest:
        cells, widths = [crest, *cells], [CREST_WIDTH, *WIDTHS[:-1], WIDTHS[-1] - CREST_WIDTH]
    return table([cells], widths, borders=border("bottom", GOLD, 12)) + _line("")


def _foot() -> str:
    where = run("Koivurannan kaupunki  ·  Rantakatu 1, Koivuranta  ·  kirjaamo@koivuranta.example  ·  koivuranta.example")
    return paragraph(where, "Footer", f'<w:pBdr>{border("top", "B8C4D9")}</w:pBdr><w:jc w:val="center"/>')


def _facts() -> str:
    rows = []
    for pair in FACTS:
        cells = []
        for label, name in pair:
            spaced = '<w:spacing w:before="30" w:after="30"/>'
            cells += [paragraph(run(label, f'{BOLD}<w:sz w:val="19"/>'), properties=spaced)]
            cells += [paragraph(run(f"{{{{{name}}}}}", '<w:sz w:val="19"/>'), properties=spaced)]
        rows.append(cells)
    lines = "".join(border(side, "B8C4D9") for side in ("top", "bottom", "insideH"))
    return table(rows, [2000, 2919, 2000, 2719], borders=lines, described="Kuka asiakirjasta vastaa ja milloin se tarkistetaan")


CREST_LINE = _line(picture("crest", 2, "Vaakuna", "Koivurannan kaupungin vaakuna", 12.5, 15))
BODY = (
    paragraph(run("{{title}}"), "Title", '<w:spacing w:before="360" w:after="200"/>')
    + paragraph(run("{{purpose}}"), properties='<w:spacing w:after="240"/>')
    + _facts()
    + paragraph(run("{{contents}}"))
    + paragraph(run("{{manual}}"))
    + paragraph(
        run("Puuttuuko ohjeesta jotain? ", BOLD) + run("Kirjoita osoitteeseen kirjaamo@koivuranta.example."),
        properties=f'<w:pBdr>{border("top", GOLD, 8)}</w:pBdr><w:spacing w:before="480"/>',
    )
    + '<w:sectPr><w:headerReference w:type="default" r:id="running"/><w:headerReference w:type="first" r:id="head"/>'
    '<w:footerReference w:type="default" r:id="foot"/><w:footerReference w:type="first" r:id="foot"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1985" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="510" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)

KOIVURANTA = House(
    file="koivurannan-kaupunki.docx",
    language="fi-FI",
    font="Arial",
    replacement="Liberation Sans",
    size=20,
    title=44,
    main=BLUE,
    accent=GREY,
    pictures={"crest": CREST},
    dpi={"crest": 300},
    headers={"head": _head(CREST_LINE), "running": _head()},
    footers={"foot": _foot()},
    body=BODY,
)
