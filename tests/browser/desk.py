"""What a coordinator does with the editor, in a test's words."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

SOON = 15_000


def element(page: Page, element_id: str) -> Locator:
    return page.locator(f'.djs-shape[data-element-id="{element_id}"]')


def hit(page: Page, element_id: str) -> Locator:
    return element(page, element_id).locator(".djs-hit").first


def labelled(page: Page, text: str) -> Locator:
    """The step of that text on the picture, on however many lines it stands."""
    return page.locator(".djs-shape", has_text=text.replace(" ", "")).or_(page.locator(".djs-shape", has_text=text)).first


def ready(page: Page) -> None:
    """Waits until the flowchart is drawn."""
    expect(page.locator(".i2f-desk .djs-shape").first).to_be_visible(timeout=SOON)


def tool(page: Page, name: str) -> Locator:
    return page.locator(f'.i2f-toolbar [data-name="{name}"]')


def saved(page: Page) -> None:
    expect(page.locator(".i2f-status")).to_have_attribute("data-status", "saved", timeout=SOON)


def rename(page: Page, element_id: str, text: str) -> None:
    """Double-clicks a step and types over its text."""
    hit(page, element_id).dblclick()
    typing = page.locator(".djs-direct-editing-content")
    expect(typing).to_be_visible()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(typing).to_be_hidden()


def centre(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, element_id: str, *, to: tuple[float, float]) -> None:
    x, y = centre(hit(page, element_id))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move((x + to[0]) / 2, (y + to[1]) / 2, steps=6)
    page.mouse.move(*to, steps=6)
    page.mouse.up()


def eventually(true: Callable[[], bool]) -> None:
    """Waits until something is so."""
    deadline = time.monotonic() + SOON / 1000
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)
