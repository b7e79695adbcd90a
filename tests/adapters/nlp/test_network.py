# ruff: noqa: SLF001  these tests look inside on purpose
"""Which sentences does the network read in one run, and how much of it is filled up?"""

from app.adapters.nlp import network
from app.adapters.nlp.pieces import Pieces


def runs(*lengths: int) -> list[tuple[int, list[int]]]:
    """Of sentences of so many pieces: how long each run is, and how long what is in it."""
    sentences = [Pieces([1] * n, [0] * n, [(0, 0)] * n, [None] * n) for n in lengths]
    return [(length, [lengths[at] for at in places]) for length, places in network._alike(sentences)]


def test_a_sentence_alone_is_not_filled_up() -> None:
    assert runs(17) == [(17, [17])]
    assert runs() == []


def test_as_much_is_filled_up_as_another_run_costs() -> None:
    assert runs(9, 20, 18, 12, 18, 9) == [(20, [20, 18, 18]), (12, [12]), (9, [9, 9])]


def test_a_run_holds_no_more_than_pays() -> None:
    most = network.MOST_PIECES // 64
    assert runs(*[64] * (most + 1)) == [(64, [64] * most), (64, [64])]
