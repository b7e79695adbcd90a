"""How are probabilities and facts drawn against each other?

A small SVG by hand, readable on light and dark ground: the diagonal is perfect, a dot is a tenth of the
scale, as large as it has cases.
"""

import math
from collections.abc import Mapping, Sequence
from html import escape

SIDE, GAP, LEFT, TOP = 150, 46, 40, 30
_STYLE = """<style>
text{font:11px system-ui,sans-serif;fill:#222}.grid{stroke:#bbb;stroke-width:1;fill:none}
.even{stroke:#888;stroke-dasharray:4 3}.dot{fill:#1f6fb2}.line{stroke:#1f6fb2;fill:none;stroke-width:1.5}
@media(prefers-color-scheme:dark){text{fill:#ddd}.grid{stroke:#555}.even{stroke:#999}.dot{fill:#7db8ea}
.line{stroke:#7db8ea}}
</style>"""
Bins = Sequence[Sequence[float]]


def reliability(groups: Mapping[str, Bins]) -> str:
    """One square a group: the score on the way across, the share that holds on the way up."""
    width = LEFT + len(groups) * (SIDE + GAP)
    height = TOP + SIDE + 40
    drawn = "".join(
        _square(name, bins, LEFT + place * (SIDE + GAP)) for place, (name, bins) in enumerate(groups.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="Reliability: score against the share that holds">'
        f"{_STYLE}{drawn}</svg>\n"
    )


def _square(name: str, bins: Bins, left: float) -> str:
    def across(score: float) -> float:
        return round(left + score * SIDE, 1)

    def up(share: float) -> float:
        return round(TOP + (1 - share) * SIDE, 1)

    points = [(across(score), up(share), count) for count, score, share in bins]
    line = " ".join(f"{x},{y}" for x, y, _ in points)
    dots = "".join(
        f'<circle class="dot" cx="{x}" cy="{y}" r="{round(min(7.0, 2 + math.log10(count)), 1)}">'
        f"<title>{int(count)} cases</title></circle>"
        for x, y, count in points
    )
    marks = "".join(
        f'<text x="{across(at)}" y="{TOP + SIDE + 14}" text-anchor="middle">{at:g}</text>'
        f'<text x="{left - 5}" y="{up(at) + 4}" text-anchor="end">{at:g}</text>'
        for at in (0, 0.5, 1)
    )
    return (
        f'<text x="{left}" y="{TOP - 10}">{escape(name)}</text>'
        f'<rect class="grid" x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>'
        f'<line class="even" x1="{across(0)}" y1="{up(0)}" x2="{across(1)}" y2="{up(1)}"/>'
        f'{marks}<polyline class="line" points="{line}"/>{dots}'
        f'<text x="{left + SIDE / 2}" y="{TOP + SIDE + 30}" text-anchor="middle">score</text>'
    )
