"""An energy company's template, in Swedish: a cover in the house's green, then headers with logo, title and version."""

from __future__ import annotations

from parts import House, backdrop, border, page_number, paragraph, picture, run, table

GREEN, LIGHT, GREY = "0E4D45", "3C8D6B", "595959"

MARK = """<g transform="translate({x} {y}) scale({scale})">
<path d="M52 0 C86 18 104 46 100 74 C97 92 80 104 52 104 C24 104 7 92 4 74 C0 46 18 18 52 0 Z" fill="{leaf}"/>
<path d="M52 22 V104" stroke="{veins}" stroke-width="5"/>
<path d="M52 48 L74 34 M52 66 L80 49 M52 84 L76 70 M52 58 L30 44 M52 76 L26 60"
 stroke="{veins}" stroke-width="4" fill="none" stroke-linecap="round"/>
<text x="124" y="58" font-family="Liberation Sans, Arial" font-size="46" font-weight="700" fill="{leaf}">Björkvik</text>
<text x="126" y="90" font-family="Liberation Sans, Arial" font-size="25" letter-spacing="9" fill="{below}">ENERGI</text>
</g>"""

LOGO = f"""<svg xmlns="http://www.w3.org/2000/svg" width="440" height="120" viewBox="0 0 440 120">
{MARK.format(x=8, y=8, scale=1, leaf="#0E4D45", veins="#FFFFFF", below="#3C8D6B")}
</svg>"""

COVER = f"""<svg xmlns="http://www.w3.org/2000/svg" width="840" height="1188" viewBox="0 0 840 1188">
<rect width="840" height="1188" fill="#FFFFFF"/>
<path d="M0 0 H840 V470 C660 560 520 350 300 430 C170 478 90 520 0 500 Z" fill="#0E4D45"/>
<path d="M0 500 C90 520 170 478 300 430 C520 350 660 560 840 470 V486 C660 580 520 372 302 450 C172 498 92 540 0 520 Z"
 fill="#3C8D6B"/>
<path d="M0 526 C92 546 172 504 302 456 C520 378 660 586 840 492 V498 C660 594 520 386 304 464 C174 512 94 552 0 534 Z"
 fill="#B9D8CB"/>
<g stroke="#FFFFFF" stroke-opacity="0.13" fill="none" stroke-width="7" stroke-linecap="round">
<path d="M690 30 V360 M690 110 L760 66 M690 170 L780 114 M690 230 L786 170 M690 290 L770 240
M690 140 L620 96 M690 200 L600 144 M690 260 L596 200"/>
</g>
{MARK.format(x=88, y=70, scale=0.62, leaf="#FFFFFF", veins="#0E4D45", below="#B9D8CB")}
</svg>"""

LINE = border("bottom", LIGHT, 8)
SMALL = f'<w:color w:val="{GREY}"/><w:sz w:val="17"/>'
WHITE = '<w:color w:val="FFFFFF"/>'
RIGHT = '<w:jc w:val="right"/>'
FACTS = (
    ("Dokumentnummer", "number"),
    ("Version", "version"),
    ("Status", "status"),
    ("Gäller från", "date"),
    ("Nästa översyn", "review_date"),
    ("Processägare", "owner"),
    ("Upprättad av", "author"),
    ("Godkänd av", "approver"),
    ("Informationsklass", "classification"),
)
SECTION = (
    "{references}"
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="{top}" w:right="1247" w:bottom="1304" w:left="1247" w:header="624" w:footer="510" w:gutter="0"/>'
)


def _fact(label: str, name: str) -> list[str]:
    bold = f'<w:b/><w:bCs/><w:color w:val="{GREEN}"/>'
    spaced = '<w:spacing w:before="40" w:after="40"/>'
    return [paragraph(run(label, bold), properties=spaced), paragraph(run(f"{{{{{name}}}}}"), properties=spaced)]


def _cover() -> str:
    section = SECTION.format(
        references='<w:headerReference w:type="default" r:id="cover"/><w:footerReference w:type="default" r:id="plain"/>',
        top=1700,
    )
    return (
        paragraph(
            run("{{subtitle}}", f'<w:caps/>{WHITE}<w:spacing w:val="40"/><w:sz w:val="26"/>'),
            properties='<w:spacing w:before="600" w:after="160"/>',
        )
        + paragraph(
            run("{{title}}", f'{WHITE}<w:sz w:val="64"/><w:szCs w:val="64"/>'),
            "Title",
            '<w:spacing w:line="228" w:lineRule="auto"/>',
        )
        + paragraph("", properties='<w:spacing w:before="4700" w:after="0"/>')
        + table(
            [_fact(*fact) for fact in FACTS],
            [3000, 6412],
            borders=border("top", LIGHT, 12) + border("bottom", LIGHT, 12) + border("insideH", "C9DDD4"),
            described="Dokumentets nummer, version, status och ansvariga",
        )
        + paragraph("", properties=f"<w:sectPr>{section}</w:sectPr>")
    )


def _header() -> str:
    facts = "{{number}}  ·  version {{version}}  ·  {{status}}"
    right = paragraph(run("{{title}}", f'<w:b/><w:color w:val="{GREEN}"/><w:sz w:val="18"/>'), "Header", RIGHT) + paragraph(
        run(facts), "Header", RIGHT
    )
    logo = paragraph(picture("logo", 2, "Logotyp", "Björkvik Energi", 36.7, 10), "Header")
    return table([[logo, right]], [2800, 6612], borders=LINE) + paragraph("", "Header")


def _footer() -> str:
    where = run("Björkvik Energi AB  ·  Hamngatan 4, Björkvik  ·  bjorkvik.example")
    page = run("Sida ") + page_number("PAGE") + run(" av ") + page_number("NUMPAGES")
    left, right = paragraph(where, "Footer"), paragraph(page, "Footer", RIGHT)
    return table([[left, right]], [7012, 2400], borders=border("top", "C9DDD4")) + paragraph("", "Footer")


BODY = (
    _cover()
    + paragraph(run("{{contents}}"))
    + paragraph(run("{{manual}}"), properties="<w:pageBreakBefore/>")
    + "<w:sectPr>"
    + SECTION.format(
        references='<w:headerReference w:type="default" r:id="running"/><w:footerReference w:type="default" r:id="page"/>',
        top=1871,
    )
    + "</w:sectPr>"
)

BJORKVIK = House(
    file="bjorkvik-energi.dotx",
    language="sv-SE",
    font="Calibri",
    replacement="Carlito",
    size=22,
    title=56,
    main=GREEN,
    accent=LIGHT,
    pictures={"logo": LOGO, "art": COVER},
    dpi={"logo": 300, "art": 144},
    headers={"cover": paragraph(backdrop("art", 3, "Omslag", 210, 297), "Header"), "running": _header()},
    footers={"plain": paragraph("", "Footer"), "page": _footer()},
    body=BODY,
)
