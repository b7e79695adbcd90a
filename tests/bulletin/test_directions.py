"""Do the directions of meaning tell what matters, and nothing of vectors that are not this network's?"""

from app.bulletin.alike.directions import apart, places_of
from tests.road import real_meanings

INVITED = "Year 6 quiz. Enter a team of four by 12 March. The final is at the Corn Hall."
ASKED_AGAIN = "Year 6 quiz: have you entered? Six teams of four are missing, and the Corn Hall is booked."
THANKED = "Year 6 quiz. Thank you to the thirty teams. Mill Lane won the final at the Corn Hall."


def places(text: str) -> tuple[float, ...]:
    return tuple(places_of(real_meanings().read(text).vector))


def test_a_text_is_not_apart_from_itself() -> None:
    assert apart(places(INVITED), places(INVITED)) == 0


def test_which_comes_first_does_not_matter() -> None:
    assert apart(places(INVITED), places(THANKED)) == apart(places(THANKED), places(INVITED))


def test_thanks_are_farther_from_an_invitation_than_a_reminder() -> None:
    assert apart(places(INVITED), places(THANKED)) < apart(places(INVITED), places(ASKED_AGAIN))


def test_vectors_of_another_network_stand_nowhere() -> None:
    assert places_of([0.5] * 64) == ()
    assert apart((), places(INVITED)) == 0
