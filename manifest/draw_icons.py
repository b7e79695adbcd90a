"""How do the icons come out of one drawing?

``python manifest/draw_icons.py`` draws ``icons/sendwell.svg`` at every size that the manifests name, in the
browser that the tests use. The colour icon of the app package stands on a full square, its outline icon is
white on nothing. What is drawn is committed: nobody needs a browser to deploy.
"""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).parent / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 80, 128)
COLOUR, OUTLINE = 192, 32
BRAND, WHITE = "#0f6cbd", "#fff"


def draw(  # noqa: PLR0913 - what is drawn, where it goes, and how
    page: Page, drawing: str, *, size: int, to: str, look: str = "", room: float = 1.0
) -> None:
    """One PNG of `size` pixels; the drawing takes `room` of its width."""
    inner = round(size * room)
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(
        f"<style>*{{margin:0}}body{{display:grid;place-items:center;height:{size}px;{look}}}"
        f"svg{{width:{inner}px;height:{inner}px;overflow:visible}}</style>{drawing}"
    )
    page.screenshot(path=FOLDER / to, omit_background=True)


def main(browser_path: str) -> None:
    """Draw every icon."""
    drawing = (FOLDER / "sendwell.svg").read_text(encoding="utf-8")
    bold = drawing.replace('stroke-width="3.2"', 'stroke-width="3.8"')  # thin lines blur when they are small
    turned = drawing.replace(WHITE, "#tick").replace(BRAND, WHITE).replace("#tick", BRAND)
    outline = drawing.replace(f'fill="{BRAND}"', f'fill="none" stroke="{WHITE}" stroke-width="2"')
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=browser_path, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        for size in SIZES:
            draw(page, bold if size <= 24 else drawing, size=size, to=f"icon-{size}.png")  # noqa: PLR2004 - as above
        draw(page, turned, size=COLOUR, to="color.png", look=f"background:{BRAND}", room=0.62)
        draw(page, outline, size=OUTLINE, to="outline.png", room=0.94)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "/usr/bin/chromium")
