"""How are a few costs drawn against each other?

One bar each, on a logarithmic scale: the floors are a hundredth of the whole.
"""

import math
from collections.abc import Mapping
from html import escape

_LEFT, _WIDE, _ROW, _BAR, _BOTTOM = 300, 420, 26, 16, 30
_STYLE = """<style>
text{font:12px system-ui,sans-serif;fill:#222}.bar{fill:#1f6fb2}.grid{stroke:#bbb}
@media(prefers-color-scheme:dark){text{fill:#ddd}.bar{fill:#7db8ea}.grid{stroke:#555}}
</style>"""


def bars(ms: Mapping[str, float]) -> str:
    """An SVG with a bar for each name; a grid line for each power of ten."""
    low = math.floor(math.log10(min(ms.values())))
    high = math.ceil(math.log10(max(ms.values())))

    def across(value: float) -> float:
        return round(_LEFT + (math.log10(value) - low) / (high - low) * _WIDE, 1)

    height = len(ms) * _ROW
    grid = "".join(
        f'<path class="grid" d="M{across(10**power)} 0V{height}"/>'
        f'<text x="{across(10**power)}" y="{height + 18}" text-anchor="middle">{10.0**power:g} ms</text>'
        for power in range(low, high + 1)
    )
    drawn = "".join(
        f'<text x="{_LEFT - 8}" y="{row * _ROW + 17}" text-anchor="end">{escape(name)}</text>'
        f'<rect class="bar" x="{_LEFT}" y="{row * _ROW + 5}" width="{across(value) - _LEFT}" height="{_BAR}"/>'
        f'<text x="{across(value) + 6}" y="{row * _ROW + 17}">{value:.2f}</text>'
        for row, (name, value) in enumerate(ms.items())
    )
    width = _LEFT + _WIDE + 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + _BOTTOM}" width="{width}" '
        f'height="{height + _BOTTOM}" role="img" aria-label="CPU milliseconds for a draft">{_STYLE}{grid}{drawn}</svg>\n'
    )
