"""How are fitted numbers written into a module of Sendwell? As ``app.packed`` reads them."""

from base64 import b64encode

import numpy as np
from numpy.typing import NDArray

_LARGEST, _LINE = 127, 96


def packed(numbers: NDArray[np.floating]) -> tuple[float, str]:
    """The size of a step, and the lines of the string between its brackets; row by row."""
    step = float(np.abs(numbers).max()) / _LARGEST
    text = b64encode(np.round(numbers / step).astype(np.int8).tobytes()).decode()
    return step, "\n".join(f'    "{text[at : at + _LINE]}"' for at in range(0, len(text), _LINE))
