"""How soon after the last key does the pane show the verdict, and does typing ever stutter?

In the compose window with its fake Outlook (each call of Office.js takes 8 to 60 ms there) against a service on
the same computer: a number is typed that gives a card, and the time from its last key to the card is taken, with the
longest task that kept either page busy while somebody typed: by the clock, and by the processor, which other work on
the machine does not lengthen. Run it on a quiet machine::

    python -m bench.pane_speed http://127.0.0.1:8800 --times 20
"""

import argparse
import json
import math
import shutil
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Frame, sync_playwright

WORDS = "Dear all, the form for the visit is on the website, please return it by Friday. Her NHS number is 943 476 591"
LAST = "9"
STANDS = "<p>The <b>hall</b> is booked from two until four, and the keys are with the caretaker.</p>"
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


@dataclass(frozen=True, slots=True)
class Typed:
    """All in milliseconds: from the last key to the card, and of the longest task meanwhile."""

    waited: int
    by_clock: float
    by_processor: float


def one(browser: Browser, url: str, lines: int) -> Typed:
    """One message in a page of its own, below so many lines that stand there already."""
    page = browser.new_page()
    page.goto(url)
    frame = next(f for f in page.frames if "pane" in f.url)
    frame.wait_for_selector("#content > *", timeout=60_000)
    page.fill("#to-input", "someone@supplies.example")
    page.press("#to-input", "Enter")
    page.fill("#subject", "The form for the visit")
    for place in (page.main_frame, frame):
        place.evaluate(WATCH, FOUND)
    page.locator("#body").evaluate("(body, html) => { body.innerHTML = html }", STANDS * lines)
    page.locator("#body").press("Control+End")
    browser.start_tracing(page=page, categories=["toplevel", "__metadata"])
    page.keyboard.type(WORDS, delay=40)
    page.evaluate("addEventListener('keydown', () => { window.pressed = Date.now() }, true)")
    page.keyboard.press(LAST)
    shown = frame.evaluate("() => window.shown")
    trace = json.loads(browser.stop_tracing())
    waited = shown - page.evaluate("window.pressed")
    by_clock = max(longest(page.main_frame), longest(frame))
    page.close()
    return Typed(waited, by_clock, busiest(trace["traceEvents"]))


def longest(frame: Frame) -> float:
    """Of the tasks over 50 ms, which is what a browser calls long; 0 where there was none."""
    return float(frame.evaluate("() => Math.max(0, ...window.tasks)"))


def busiest(events: list[dict[str, object]]) -> float:
    """Of the tasks on the main threads of pages, the one that took most of a processor."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and "CrRendererMain" in str(event["args"])
    }
    took = [
        float(str(event["tdur"])) / 1000
        for event in events
        if (event["pid"], event["tid"]) in mains and "tdur" in event
    ]
    if not took:
        raise SystemExit("The trace holds no task of a page, so nothing was measured.")
    return max(took)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--lines", type=int, default=0, help="fifteen words each, in the message already")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        took = [one(browser, given.url, given.lines) for _ in range(given.times)]
        browser.close()
    waits = sorted(one.waited for one in took)
    p95 = waits[min(len(waits) - 1, math.ceil(len(waits) * 0.95) - 1)]
    print(
        f"last key to card, ms: median {median(waits):.0f}, p95 {p95}, longest {waits[-1]}, of {len(waits)}"
    )
    print(
        f"longest task while typing, ms: {max(t.by_clock for t in took):.0f} by the clock (0: none over 50),"
    )
    print(f"  {max(t.by_processor for t in took):.1f} by the processor")


if __name__ == "__main__":
    main()
