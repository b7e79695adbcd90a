"""Does a table take no more room on a phone than it needs, and does a button stand beside its field on a desk?"""

import pytest
from playwright.sync_api import FloatRect, Page

from app.web.pages import STATIC

STYLE = (STATIC / "sendwell.css").read_text(encoding="utf-8")
PAIR = '<tr><th scope="row">{}</th><td class="number" data-label="Schools">{}</td></tr>'
TABLE = f'<table class="table"><tbody>{PAIR.format("Primary", 120)}</tbody></table>'
FILTER = """<form class="card filter"><div class="field"><label for="find">Words</label><input id="find"></div>
<p><button class="button">Find</button></p></form>"""


def drawn(page: Page, body: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.set_content(f"<!doctype html><style>{STYLE}</style><main>{body}</main>")


def box(page: Page, of: str) -> FloatRect:
    found = page.locator(of).bounding_box()
    assert found
    return found


@pytest.mark.parametrize(("around", "is_one_line"), [("card", True), ("sideways", False)])
def test_a_name_with_one_number_is_one_line_on_a_phone(page: Page, around: str, *, is_one_line: bool) -> None:
    drawn(page, f'<div class="{around}">{TABLE}</div>', 320)
    assert (box(page, "th")["y"] == box(page, "td")["y"]) is is_one_line


def test_the_button_of_a_filter_stands_beside_its_field(page: Page) -> None:
    drawn(page, FILTER, 1280)
    field = box(page, "input")
    assert box(page, "button")["x"] - field["x"] - field["width"] < 40
