"""Are packed numbers read as they were written, and in their order?"""

import numpy as np
import pytest

from app.packed import unpacked
from bench.packing import packed


def test_what_was_packed_is_read_again() -> None:
    table = np.array([[1.0, -0.5], [0.25, -1.0]])
    step, lines = packed(table)

    read = unpacked("".join(line.strip().strip('"') for line in lines.splitlines()), step)

    assert read == pytest.approx(table.ravel(), abs=step / 2)
