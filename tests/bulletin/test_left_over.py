"""Is what only one of two items tells seen, whatever the words it is told in?"""

import numpy as np

from app.bulletin.alike.left_over import Told, left_over, rest_of, told_by
from tests.bulletin_fakes import FakeMeanings
from tests.road import real_meanings

SIGNS = "New signs. Order a new sign for each camera from Print Services by 26 February."
AGAIN = "Camera notices. Every camera needs a fresh notice; Print Services takes orders until 26 February."
MAPS = "New maps. Order a new map of the fire exits from Print Services by 26 February."


def told(text: str) -> Told:
    return told_by(text, text.index("."), real_meanings().read(text))


def test_nothing_is_left_of_the_same_text() -> None:
    same = left_over(told(SIGNS), told(SIGNS))
    assert same["left-own-most"] == same["left-far-most"] == 0
    assert same["left-worst-least"] > 0.99
    assert abs(same["left-leaning"]) < 0.01


def test_which_comes_first_does_not_matter() -> None:
    assert dict(left_over(told(SIGNS), told(MAPS))) == dict(left_over(told(MAPS), told(SIGNS)))


def test_what_is_told_in_other_words_is_not_left_over() -> None:
    again, other = left_over(told(SIGNS), told(AGAIN)), left_over(told(SIGNS), told(MAPS))
    assert again["left-worst-most"] > other["left-worst-most"] + 0.2
    assert again["left-far-most"] < other["left-far-least"] - 0.2
    assert again["left-leaning"] > other["left-leaning"]


def test_a_word_is_weighed_where_it_stands() -> None:
    read = FakeMeanings().read("Signs. The signs, 26!")
    said = told_by("Signs. The signs, 26!", 5, read)
    assert list(said.opens) == [1, 0, 0, 0]
    assert said.weights[3] == 1 > said.weights[1]
    assert len(said.words) == len(said.meant) == 4


def test_items_without_a_word_have_nothing_left() -> None:
    nothing = told_by("?!", 0, real_meanings().read("?!"))
    silent = left_over(nothing, nothing)
    assert silent["left-own-most"] == silent["left-leaning"] == 0
    assert np.isfinite([*left_over(nothing, told(SIGNS)).values()]).all()


def test_the_vectors_of_another_network_lean_nowhere() -> None:
    one, other = (told_by(text, 0, FakeMeanings().read(text)) for text in (SIGNS, MAPS))
    assert left_over(one, other)["left-leaning"] == 0
    assert rest_of(one, other).shape == (64,)
