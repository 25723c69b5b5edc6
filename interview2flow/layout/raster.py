"""SVG pictures as PNG and PDF, with our own font: the same on every machine, no browser needed."""

from __future__ import annotations

from typing import Final

import resvg_py
import svg2pdf_py

from interview2flow.layout.metrics import FAMILY, font_files

SCREEN: Final = 96  # pixels of the drawing to an inch
PRINT: Final = 220  # dots to an inch that look sharp in Word
_MOST_DOTS: Final = 16_000  # along one side; larger pictures are drawn coarser


def png(svg: str, *, dpi: float = PRINT) -> bytes:
    """The picture as PNG; very long pictures get fewer dots to an inch rather than more than most programs can open."""
    zoom = min(dpi / SCREEN, _MOST_DOTS / _longest_side(svg))
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            skip_system_fonts=True,
            font_files=[str(path) for path in font_files()],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )


def pdf(svg: str) -> bytes:
    """The picture as a PDF of one page of its size, words kept as words."""
    fonts = svg2pdf_py.FontDatabase()
    for path in font_files():
        fonts.load_font_file(str(path))
    return bytes(svg2pdf_py.svg_to_pdf(svg, fonts))


def _longest_side(svg: str) -> float:
    head = svg[: svg.index(">")]
    return max(float(head.partition(f' {side}="')[2].partition('"')[0]) for side in ("width", "height"))
