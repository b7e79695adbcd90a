"""Do the figures in the cards agree with what was measured?

Writes every stretch of `card.md` and `cards/*.md` between the marks `<!-- figures: NAME -->` and
`<!-- /figures -->` from the files in `metrics/`, and draws the plots, so that no number is typed by hand.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from nlp_models.mail.scripts.cards import announcements, names, routes, secrets, stories, tone, whole
from nlp_models.mail.scripts.cards.plot import reliability
from nlp_models.mail.scripts.layout import MODEL
from nlp_models.mail.scripts.measure.record import recorded

SECTIONS: Mapping[str, Callable[[], str]] = {
    **whole.SECTIONS,
    **tone.SECTIONS,
    **names.SECTIONS,
    **stories.SECTIONS,
    **announcements.SECTIONS,
    **secrets.SECTIONS,
    **routes.SECTIONS,
}
OPEN, END, CLOSE = "<!-- figures: ", " -->\n", "<!-- /figures -->\n"


def filled(card: str) -> str:
    """The card with every stretch of figures written anew."""
    first, *rest = card.split(OPEN)
    written = [first]
    for piece in rest:
        name, _, body = piece.partition(END)
        _, mark, after = body.partition(CLOSE)
        if not mark or name not in SECTIONS:
            raise SystemExit(f"The card asks for the figures {name!r}, which are not there or never end.")
        written.append(f"{OPEN}{name}{END}\n{SECTIONS[name]().rstrip()}\n\n{CLOSE}{after}")
    return "".join(written)


def cards() -> list[Path]:
    """Every card of the model."""
    return [MODEL / "card.md", *sorted((MODEL / "cards").glob("*.md"))]


def main() -> None:
    """Rewrite the figures of the cards; with `--stale`, only say which cards do not agree."""
    stale = [path for path in cards() if filled(path.read_text("utf-8")) != path.read_text("utf-8")]
    if "--stale" in sys.argv:
        sys.stdout.writelines(f"{path.name} does not agree with metrics/\n" for path in stale)
        sys.exit(1 if stale else 0)
    for path in stale:
        path.write_text(filled(path.read_text("utf-8")), "utf-8")
    for part, entry in recorded("reliability").items():
        bins = {whole.GROUPS[group]: found["bins"] for group, found in entry["figures"].items()}
        (MODEL / f"cards/reliability-{part}.svg").write_text(reliability(bins), "utf-8")


if __name__ == "__main__":
    main()
