from hypothesis import given
from hypothesis import strategies as st

from interview2flow.layout.metrics import font_files, width
from interview2flow.layout.text import fit, one_line


def test_widths_are_those_of_the_shipped_font() -> None:
    assert width("i", 1000) == 222.16796875  # 455 of 2048 units


def test_swedish_and_finnish_letters_and_the_euro_are_in_the_font() -> None:
    missing = width("\U0010ffff", 100)
    assert all(width(char, 100) != missing for char in "åäöÅÄÖéü")
    assert width("€", 1000) == width("0", 1000)  # as in Arial


def test_the_font_is_shipped_with_its_licence() -> None:
    assert all(path.is_file() for path in font_files())
    assert "SIL OPEN FONT LICENSE" in font_files()[0].with_name("LICENSE").read_text(encoding="utf-8")


def test_the_narrowest_width_that_keeps_words_whole_is_taken() -> None:
    block = fit("tarkistaa ympäristölupahakemuksen liitteet", widths=(60, 100, 160), lines=4, size=12)
    assert "ympäristölupahakemuksen" in block.lines
    assert 100 < block.width <= 160


def test_a_word_wider_than_all_widths_is_cut_with_hyphens() -> None:
    block = fit("x" * 60, widths=(100,), lines=1, size=12)
    assert all(line.endswith("-") for line in block.lines[:-1])
    assert "".join(line.removesuffix("-") for line in block.lines) == "x" * 60


def test_lines_are_even() -> None:
    block = fit("check the invoice against the order", widths=(150,), lines=3, size=12)
    assert block.lines == ("check the invoice", "against the order")


@given(st.text(), st.integers(20, 300))
def test_no_line_is_wider_than_the_box_and_no_letter_is_lost(text: str, limit: int) -> None:
    block = fit(text, widths=(float(limit),), lines=3, size=12)
    assert all(width(line, 12) <= limit or len(line) <= 2 for line in block.lines)
    whole = "".join(block.lines).replace("-", "").replace(" ", "")
    assert whole == "".join(text.split()).replace("-", "")


@given(st.text(max_size=60), st.integers(10, 100))
def test_one_line_fits(text: str, limit: int) -> None:
    assert width(one_line(text, limit, size=10), 10) <= limit or one_line(text, limit, size=10) == "…"
