"""Can the figures be read at 320 pixels, in the dark and without our colours?"""

import pytest
from playwright.sync_api import Browser

from tests.browser.test_appearance import WIDER_THAN_ITSELF
from tests.browser.test_desk import NARROW, come_in, served, violations
from tests.web.conftest import site_for
from tests.web.test_figures_page import full


@pytest.mark.parametrize("colours", NARROW)
def test_figures_are_for_everybody(browser: Browser, colours: str) -> None:
    site = full(site_for())
    page = browser.new_context(viewport={"width": 320, "height": 640}, **NARROW[colours]).new_page()
    with served(site.desk, figures=site.figures) as url:
        come_in(page, url)
        page.goto(f"{url}/desk/figures")
        found = violations(page)
        is_wide = page.locator("html").evaluate(WIDER_THAN_ITSELF)
        charts = page.locator("svg.chart")
        lengths = charts.locator("text").evaluate_all(
            "all => all.map(t => t.getBoundingClientRect().right - t.closest('svg').getBoundingClientRect().right)"
        )
        count = charts.count()
    page.context.close()

    assert (found, is_wide, count) == ([], False, 7), "the running week has no chart yet"
    assert max(lengths) <= 0, "no label runs out of its chart"
