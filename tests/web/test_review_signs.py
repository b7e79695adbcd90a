"""Has every sign its words and its heading on the page of a case?"""

from app.domain.flagged import Sign
from app.web.review.around import SIGNS, around


def test_every_sign_is_told_once_under_one_heading() -> None:
    told = [words for under in around(tuple(Sign)).values() for words in under]
    assert sorted(told) == sorted(SIGNS[sign] for sign in Sign)
    assert len(set(told)) == len(Sign)


def test_headings_without_a_sign_are_left_out() -> None:
    assert dict(around((Sign.COVERS, Sign.BASIS))) == {
        "May speak for it": (SIGNS[Sign.BASIS],),
        "May speak against it": (SIGNS[Sign.COVERS],),
    }
    assert around(()) == {}
