from __future__ import annotations

from xml.etree import ElementTree as ET

from interview2flow.layout.overview import picture
from interview2flow.layout.svg import Halo
from tests.support.processes import sketch, task

PROCESS = sketch(
    [task("a", "check the invoice"), task("b", "pay the invoice", "Lane_manager")], [("start", "a"), ("a", "b"), ("b", "end")]
)
FLOW = PROCESS.flows[1].id


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter() if element.tag.endswith("text")]  # noqa: S314  our own


def test_halos_have_a_colour_and_a_sign() -> None:
    svg = picture(PROCESS, halos={"a": Halo.ADDED, FLOW: Halo.REMOVED, "Lane_manager": Halo.CHANGED}).svg
    for halo in Halo:
        assert halo.colour in svg
        assert halo.sign in texts(svg)


def test_without_halos_the_picture_is_as_it_was() -> None:
    assert picture(PROCESS, halos={}) == picture(PROCESS)
    assert picture(PROCESS, halos={"unknown": Halo.ADDED}) == picture(PROCESS)
