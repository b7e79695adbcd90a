"""Is it told of any stretches whether one overlaps, as if each were looked at?"""

from hypothesis import given
from hypothesis import strategies as st

from app.checks.patterns.overlaps import Overlaps

STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(STRETCHES, max_size=8), STRETCHES)
def test_it_is_as_if_each_were_looked_at(known: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    start, end = asked
    plain = any(first < end and start < last for first, last in known)

    assert Overlaps(known).any(start, end) is plain
