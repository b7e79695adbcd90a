"""Can everybody read it: narrow, enlarged, dark, and without colours of our own?"""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import LiveService
from tests.browser.window import ANSWERS_WITHIN_MS, ComposeWindow

# Every piece of text that is seen, with the contrast to the background behind it (WCAG 2.2, 1.4.3).
CONTRASTS = """
root => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const linear = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const behind = e => {
    for (let n = e; n; n = n.parentElement) {
      const c = parse(getComputedStyle(n).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const e of root.querySelectorAll('*')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest('.unseen, .top')) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    found.push([(a + 0.05) / (b + 0.05), e.tagName + '.' + e.className + ': ' + e.textContent.slice(0, 40)]);
  }
  return found;
}
"""
WIDER_THAN_ITSELF = "e => e.scrollWidth > e.clientWidth"


def low_contrasts(place: Page | FrameLocator) -> list[str]:
    found = place.locator("body").evaluate(CONTRASTS)
    assert len(found) > 3
    return [f"{ratio:.2f} {what}" for ratio, what in found if ratio < 4.5]


@pytest.fixture(params=["light", "dark"])
def coloured(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    scheme: Literal["light", "dark"] = "dark" if request.param == "dark" else "light"
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("sample", ["false-urgent", "pupil-data", "angry", "clean", "contact-list"])
def test_every_word_stands_out_from_its_background(
    coloured: Page, live_service: LiveService, sample: str
) -> None:
    window = ComposeWindow(coloured, live_service.url)
    window.open_sample(sample)
    expect(window.content.locator(".summary")).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    assert low_contrasts(window.pane) == []
    assert low_contrasts(coloured) == []


@pytest.mark.parametrize("sample", ["one-cluster", "address-list", "angry"])
def test_at_320_pixels_nothing_runs_off_the_side(
    browser: Browser, live_service: LiveService, sample: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    window = ComposeWindow(context.new_page(), live_service.url)
    window.open_sample(sample)
    window.page.click("#show-pane")
    expect(window.content.locator("article").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    assert not window.pane.locator("html").evaluate(WIDER_THAN_ITSELF)
    assert not window.page.locator("html").evaluate(WIDER_THAN_ITSELF)
    window.page.click("#show-draft")
    assert not window.page.locator("main").evaluate(WIDER_THAN_ITSELF)
    context.close()


def test_text_four_times_as_large_still_fits_the_pane(page: Page, live_service: LiveService) -> None:
    window = ComposeWindow(page, live_service.url)
    window.open_sample("pupil-data")
    expect(window.content.locator("article").first).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    window.pane.locator("html").evaluate("e => { e.style.fontSize = '350%' }")
    assert not window.pane.locator("html").evaluate(WIDER_THAN_ITSELF)


def test_the_pane_follows_outlook_into_the_dark_and_remembers_a_choice(
    page: Page, live_service: LiveService
) -> None:
    window = ComposeWindow(page, live_service.url)
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")
    page.click("#dark")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "dark")
    window.pane.get_by_label("Colours").select_option("light")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(window.pane.locator("html")).to_have_attribute("data-theme", "light")


def test_without_colours_of_our_own_cards_keep_their_edges(
    browser: Browser, live_service: LiveService
) -> None:
    context = browser.new_context(forced_colors="active")
    window = ComposeWindow(context.new_page(), live_service.url)
    window.open_sample("pupil-data")
    card = window.content.locator("article").first
    expect(card).to_be_visible(timeout=ANSWERS_WITHIN_MS)
    assert card.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    expect(card.locator(".severity")).to_have_text("Take this out first")
    context.close()
