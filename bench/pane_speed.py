"""How soon after the last key does the pane show the verdict, and does typing ever stutter?

In the compose window with its fake Outlook (each call of Office.js takes 8 to 60 ms there) against a service on
the same computer: a number is typed that gives a card, and the time from its last key to the card is taken, with the
longest task that kept either page busy while somebody typed. Run it on a quiet machine::

    python -m bench.pane_speed http://127.0.0.1:8800 --times 20
"""

import argparse
import shutil
from statistics import median

from playwright.sync_api import Frame, Page, sync_playwright

WORDS = "Dear all, the form for the visit is on the website, please return it by Friday. Her NHS number is 943 476 591"
LAST = "9"
FOUND = '[data-finding="identifiers/nhs-number"]'
WATCH = """
found => {
  window.tasks = [];
  new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(e => e.duration)))
    .observe({entryTypes: ['longtask']});
  window.shown = new Promise(resolve => {
    const look = () => document.querySelector(found) && requestAnimationFrame(() => resolve(Date.now()));
    new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
  });
}
"""


def one(page: Page, url: str) -> tuple[int, float]:
    """Milliseconds from the last key to the card, and of the longest task meanwhile."""
    page.goto(url)
    frame = next(f for f in page.frames if "pane" in f.url)
    frame.wait_for_selector("#content > *", timeout=60_000)
    page.fill("#to-input", "someone@supplies.example")
    page.press("#to-input", "Enter")
    page.fill("#subject", "The form for the visit")
    for place in (page.main_frame, frame):
        place.evaluate(WATCH, FOUND)
    page.click("#body")
    page.keyboard.type(WORDS, delay=40)
    page.evaluate("addEventListener('keydown', () => { window.pressed = Date.now() }, true)")
    page.keyboard.press(LAST)
    shown = frame.evaluate("() => window.shown")
    return shown - page.evaluate("window.pressed"), max(longest(page.main_frame), longest(frame))


def longest(frame: Frame) -> float:
    """Of the tasks over 50 ms, which is what a browser calls long; 0 where there was none."""
    return float(frame.evaluate("() => Math.max(0, ...window.tasks)"))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        took = [one(browser.new_page(), given.url) for _ in range(given.times)]
        browser.close()
    waits = sorted(wait for wait, _ in took)
    print(f"last key to card, ms: median {median(waits):.0f}, longest {waits[-1]}, of {len(waits)}")
    print(f"longest task while typing, ms: {max(task for _, task in took):.0f} (0: none over 50)")


if __name__ == "__main__":
    main()
