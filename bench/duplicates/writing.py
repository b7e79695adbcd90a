"""How does what was fitted get into the service?

As modules of ``app/bulletin/alike``: the weights, and what is learnt by vectors in whole numbers of one step.
"""

from pathlib import Path

import numpy as np

from bench.duplicates.fitting import Fitted, Rates
from bench.packing import packed

_ROOM = Path(__file__).parents[2] / "app/bulletin/alike"
_WEIGHTS = '''"""How much does each likeness and difference of two items weigh?

A logistic regression on pairs that people wrote and judged, written by
``python -m bench.duplicates --fit --write``. On files of pairs left out, most of them by writers who
were left out with them, it reaches a precision of {precision:.2f} and a recall of {recall:.2f}.
"""

from collections.abc import Mapping

BIAS = {bias:.2f}
MOST_BY_MEANING = {most:.1f}
"""What nearness in meaning adds at most, but for one in a hundred of our pairs of one news."""
WEIGHTS: Mapping[str, float] = {{
{weights}
}}
'''
LEARNT = ("meaning-apart", "left-leaning")
"""What is told by vectors: learnt with the weights, and weighs one."""
_LEANING = '''"""The numbers of ``left_over.py``: by ``python -m bench.duplicates --fit --write``, never by hand."""

STEP = {step:.6f}
PACKED = (
{lines}
)
"""One signed byte a number, base64."""
'''
_DIRECTIONS = '''"""The numbers of ``directions.py``: by ``python -m bench.duplicates --fit --write``, never by hand."""

WIDTH, EACH = {width}, {each}
"""How many numbers a vector has, and how many directions there are of either kind."""
STEP = {step:.6f}
PACKED = (
{lines}
)
"""One signed byte a number, base64: direction by direction, those first whose differences do not matter."""
'''


def write(fitted: Fitted, rates: Rates, most: float) -> None:
    """Write the modules; `most` is what meaning adds to a pair at most."""
    weighed = {**fitted.weights, **dict.fromkeys(LEARNT, 1.0)}
    weights = "\n".join(f'    "{name}": {weight:.2f},' for name, weight in weighed.items())
    (_ROOM / "weights.py").write_text(
        _WEIGHTS.format(weights=weights, bias=fitted.bias, most=most, **rates._asdict()), encoding="utf-8"
    )
    table = np.hstack([fitted.directions.nearer, fitted.directions.farther]).T
    step, lines = packed(table)
    (_ROOM / "packed_directions.py").write_text(
        _DIRECTIONS.format(width=table.shape[1], each=len(table) // 2, step=step, lines=lines),
        encoding="utf-8",
    )
    step, lines = packed(fitted.leaning)
    (_ROOM / "packed_leaning.py").write_text(_LEANING.format(step=step, lines=lines), encoding="utf-8")
