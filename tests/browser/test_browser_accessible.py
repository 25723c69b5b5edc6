"""Readable and reachable: contrast in light and dark, nothing beyond a small laptop's window, everything by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import SOON, ready
from tests.browser.running_app import App

pytestmark = pytest.mark.browser
AA = 4.5
LARGE = 3.0

FAINT_TEXTS = """([normal, large]) => {
    const parts = (colour) => (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    const light = (rgb) => {
        const [r, g, b] = rgb.map((v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const over = (top, below) => top.slice(0, 3).map((v, i) => v * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
    const behind = (node) => {
        const layers = [];
        for (let here = node; here; here = here.parentElement) {
            const colour = parts(getComputedStyle(here).backgroundColor);
            if ((colour[3] ?? 1) > 0) layers.push(colour);
            if ((colour[3] ?? 1) === 1) break;
        }
        return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
    };
    const found = [];
    for (const node of document.querySelectorAll("body *")) {
        const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
        const style = getComputedStyle(node);
        if (!own || node.closest("svg, [data-testid=stIconMaterial], :disabled")) continue;
        if (!node.checkVisibility({ opacityProperty: true })) continue;
        const box = node.getBoundingClientRect();
        if (!box.width || box.height < 5 || parseFloat(style.fontSize) < 1) continue;
        let share = 1;
        for (let here = node; here; here = here.parentElement) share *= parseFloat(getComputedStyle(here).opacity);
        const back = behind(node);
        const ink = parts(style.color);
        const front = over([...ink.slice(0, 3), (ink[3] ?? 1) * share], back);
        const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
        const size = parseFloat(style.fontSize);
        const needed = size >= 24 || (size >= 18.6 && style.fontWeight >= 700) ? large : normal;
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < needed) found.push(`${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`);
    }
    return found;
}"""


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="sv-SE", color_scheme=request.param)
    yield context.new_page()
    context.close()


def test_texts_stand_out_and_fit_the_window(app: App, project: str, page: Page) -> None:
    page.goto(f"{app.address}/?project={project}")
    ready(page)
    for panel in ("Steg", "Intervju", "Att kontrollera ("):
        page.locator('[data-testid="stButtonGroup"]').nth(1).get_by_text(panel).click()
        expect(page.locator('[data-stale="true"]')).to_have_count(0, timeout=SOON)
        page.wait_for_timeout(700)
        assert page.evaluate(FAINT_TEXTS, [AA, LARGE]) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_list_stands_out_and_follows_the_browsers_language(app: App, project: str, page: Page) -> None:
    assert project
    page.goto(app.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=SOON)
    expect(page.get_by_text("Dina processer").first).to_be_visible()
    page.wait_for_timeout(700)
    assert page.evaluate(FAINT_TEXTS, [AA, LARGE]) == []


def test_every_tool_is_reached_by_keyboard_and_shows_it(app: App, project: str, page: Page) -> None:
    page.goto(f"{app.address}/?project={project}&lang=en")
    ready(page)
    reached: dict[str, bool] = {}
    for _ in range(60):
        page.keyboard.press("Tab")
        name, ring = page.evaluate(
            """() => {
                const here = document.activeElement;
                const style = getComputedStyle(here);
                const shown = style.outlineStyle !== "none" || style.boxShadow !== "none" || here.matches("svg, input");
                return [here.getAttribute("aria-label") || (here.innerText ?? "").trim(), shown];
            }"""
        )
        reached[name] = ring
    wanted = (
        "Add a step",
        "Add a role (lane)",
        "Arrange everything anew",
        "Undo (Ctrl+Z)",
        "Download manual",
        "Find a step (Ctrl+F)",
    )
    usable = [name for name in wanted if not page.get_by_role("button", name=name).first.is_disabled()]
    assert {name: any(ring for told, ring in reached.items() if told.endswith(name)) for name in usable} == dict.fromkeys(
        usable, True
    )
