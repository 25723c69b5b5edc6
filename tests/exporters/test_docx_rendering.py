from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from interview2flow.analysis import review
from interview2flow.exporters.docx import render
from interview2flow.languages import texts
from tests.support.gold_process import EXAMPLES, gold_process

FOLDERS = sorted(gold.parent for gold in EXAMPLES.glob("*/gold.yaml"))
MOST_PAGES = 20
UNTIL_GIVEN_UP = 180
ENTRY = re.compile(r"(?P<heading>.+) (?P<page>\d+)")


@pytest.mark.libreoffice
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_libreoffice_shows_the_whole_manual(folder: Path, tmp_path: Path, program: Callable[..., str]) -> None:
    process = gold_process(folder)
    words = texts(process.language, "manual")
    content = render(process, review(process))
    (tmp_path / "manual.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "manual.docx"], check=True, capture_output=True, timeout=UNTIL_GIVEN_UP)
    pages = PdfReader(tmp_path / "manual.pdf").pages
    shown = [" ".join(page.extract_text().split()) for page in pages]
    assert 5 < len(pages) < MOST_PAGES
    assert process.title in shown[0]
    assert words["labels"]["contents"] in shown[0]
    assert shown[-1].endswith(words["labels"]["page"].format(page=len(pages), pages=len(pages)))
    assert all(words["chapters"][name]["heading"] in " ".join(shown) for name in ("procedure", "decisions", "quotes"))
    wide = [page for page in pages if page.mediabox.width > page.mediabox.height]
    assert sum(len(page.images) for page in wide) >= 1
    assert all(len(text) > 0 for text in shown)
    assert len(list(entries(content))) > len(words["chapters"])
    assert not [f"{heading} is not on page {page}" for heading, page in entries(content) if heading not in shown[page - 1]]


def entries(content: bytes) -> Iterator[tuple[str, int]]:
    """The headings of the table of contents with the pages that it names."""
    for element in docx.Document(BytesIO(content)).element.iter(qn("w:p")):
        words = "".join(" " if part.tag == qn("w:tab") else part.text or "" for part in element.iter(qn("w:t"), qn("w:tab")))
        listed = any("PAGEREF" in (code.text or "") for code in element.iter(qn("w:instrText")))
        if entry := ENTRY.fullmatch(words) if listed else None:
            yield entry["heading"].strip(), int(entry["page"])
