"""What somebody reads of a flagged send of theirs, and what they do not."""

import json

import pytest

from app.domain.case_notes import Police, Ruling, Wishes
from app.review.decide import Asked, decide, question_conduct, record_advice, record_wishes
from app.review.desk import ReviewDesk
from app.review.reveal import answer_reveal, ask_reveal, ask_sender, look
from app.staff.own_cases import OwnCase, cases_as_data, own_cases
from tests.review_rooms import NIA, OMAR, at_case, attached, flagged, in_hand, review_desk


def own(desk: ReviewDesk) -> OwnCase:
    (found,) = own_cases(desk.cases, {"code"})
    return found


def test_they_read_that_it_was_flagged_before_anybody_looked() -> None:
    desk = review_desk()
    flagged(desk)

    assert (own(desk).said, own(desk).words, own(desk).openings) == ("Nobody has decided on it yet.", "", ())
    assert own_cases(desk.cases, {"another"}) == ()
    assert cases_as_data((own(desk),), desk.cases.words)[0]["around_it"] == ["anothers", "quiet"]


@pytest.mark.parametrize("ruling", [Ruling.FINE, Ruling.WRONG_WARNING, Ruling.COACH])
def test_they_read_how_it_ended_who_looked_and_for_what(ruling: Ruling) -> None:
    desk = review_desk()
    flagged(desk)
    decide(in_hand(desk), ruling, "Use the portal next time.")
    told = own(desk)

    assert told.words == "Use the portal next time."
    assert "decided" not in told.said
    assert [(move.by, purpose) for move, purpose in told.openings] == [
        (NIA, "to look for abuse of the mail system")
    ]


def test_what_others_said_in_confidence_is_not_theirs_to_read() -> None:
    desk = review_desk()
    flagged(desk)
    at = in_hand(desk)
    question_conduct(at)
    record_advice(at, Asked("Ann Hall", "Suspend first."))
    record_wishes(at, Wishes("Never to meet again.", Police.YES))
    assert own(desk).said == "Somebody is deciding on it."
    decide(at, Ruling.ESCALATE, "Third time this term.")
    said = json.dumps(cases_as_data((own(desk),), desk.cases.words))

    assert "passed on to a senior person" in said
    assert not [words for words in ("Suspend", "Ann Hall", "meet again", "Third time") if words in said]


def test_they_read_that_a_reviewer_asks_and_who_was_shown_what_they_attached() -> None:
    desk = review_desk()
    flagged(desk)
    at = in_hand(desk)
    ask_sender(at, "Whose number was it?")
    assert own(desk).is_asked
    attached(desk, "Zebediah has asthma.")
    ask_reveal(at, "Two pupils have one name.")
    answer_reveal(at_case(desk, by=OMAR), is_agreed=True)
    look(at)
    told = own(desk)
    (said,) = cases_as_data((told,), desk.cases.words)

    assert not told.is_asked
    assert [(s["to"], s["agreed_by"], s["why"]) for s in said["shown"]] == [
        (NIA.name, OMAR.name, "Two pupils have one name.")
    ]
    assert [(one["what"], one["words"]) for one in said["attached"]] == [("words", "Zebediah has asthma.")]
