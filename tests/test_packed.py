"""Are packed numbers read as they were written, and in their order?"""

from array import array

import numpy as np
import pytest

from app.packed import unpacked, weigh
from bench.packing import packed


def test_what_was_packed_is_read_again() -> None:
    table = np.array([[1.0, -0.5], [0.25, -1.0]])
    step, lines = packed(table)

    read = unpacked("".join(line.strip().strip('"') for line in lines.splitlines()), step)

    assert read == pytest.approx(table.ravel(), abs=step / 2)


def test_each_number_counts_by_its_weight() -> None:
    assert weigh([2.0, -1.0, 0.5], array("f", [1.0, 3.0, 4.0])) == 1.0
