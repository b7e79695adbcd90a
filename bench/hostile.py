"""How long does a check take on bodies made to hurt, each about 2 MB?

    python -m bench.hostile

In process, one thread, CPU seconds, with what the reply says was not read.
"""

import random
import tempfile
import time
from datetime import datetime
from pathlib import Path

from app.compose.check_draft import check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, BodyFormat, Draft, Moment
from app.settings import load_settings
from app.wiring.installation import Installation

SIZE = 2_000_000


def bodies() -> dict[str, Body]:
    """The bodies by name."""
    random_ = random.Random(1)  # noqa: S311 - made-up text, the same each time
    words = [
        "the",
        "school",
        "will",
        "send",
        "form",
        "return",
        "please",
        "copy",
        "agenda",
        "minutes",
        "hall",
        "gym",
        "lunch",
        "class",
        "teacher",
    ]
    said = (" ".join(random_.choices(words, k=12)).capitalize() + "." for _ in range(SIZE // 60))
    prose = " ".join(said)[:SIZE]
    page = {
        "prose as HTML": "<p>" + prose.replace(". ", ".</p><p>") + "</p>",
        "10,000 nested tags": "<div>" * 10_000 + "hello" + "</div>" * 10_000,
        "nested tables": "<table><tr><td>" * (SIZE // 15) + "hello",
        "less-than signs": "<" * SIZE,
        "ampersands": "&" * SIZE,
        "broken markup": "<p class='" * (SIZE // 20) + "<!--[if mso]>" * (SIZE // 26),
    }
    plain = {
        "prose": prose,
        "digits": "1 2 3 4 5 6 7 8 9 0 " * (SIZE // 20),
        "one-word sentences": "ok.\n" * (SIZE // 4),
        "addresses": "a@b.sch.uk " * (SIZE // 11),
        "quotation lines": "> a\n" * (SIZE // 4),
        "dates": "12/11/26 by Friday " * (SIZE // 19),
        "combining marks": "e\u0301" * (SIZE // 3),
        "capitals": "SHOUT " * (SIZE // 6),
        "one word": "a" * SIZE,
        "line ends": "\n" * SIZE,
        "links": "http://a.b/c?d=e " * (SIZE // 17),
    }
    return {name: Body(text) for name, text in plain.items()} | {
        name: Body(text, BodyFormat.HTML) for name, text in page.items()
    }


def main() -> None:
    """Check each body and print a table."""
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data)))
        made.import_sample()
        road = made.road(keeps_records=False)
        now = datetime(2026, 11, 17, 10, tzinfo=LONDON)
        check_draft(Draft("warm", Body("up"), now), Moment.COMPOSE, road)
        print("| body | CPU s | not read |\n| --- | ---: | --- |")
        for name, body in bodies().items():
            start = time.process_time()
            checked = check_draft(Draft("Hello there", body, now), Moment.COMPOSE, road)
            spent = time.process_time() - start
            unread = ", ".join(u.check for u in checked.verdict.not_checked) or "–"
            print(f"| {name} | {spent:.2f} | {unread} |")


if __name__ == "__main__":
    main()
