"""What stays the same of a text when it goes to somebody else?"""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.sent import Gist, Particular
from app.reading.gist import gist_of
from tests.road import see
from tests.steps import rows_of, steps_of

TO = "office@s01.c01.primary.sch.example"


def gist(body: str, **more: Any) -> Gist:
    names = more.pop("names", ())
    return gist_of(see({"to": [TO], "body": body, "names": names, **more})[0])


def said(body: str, **more: Any) -> str:
    return " ".join(gist(body, **more).words)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dear Mrs Hall,\n\nThe course starts.", "Hi Tom\nThe course starts."),
        ("Good morning all,\n\nThe course starts.", "The course starts."),
        ("The course is on Friday 4 December.", "The course is on 7/12."),
        ("The course is on 4th Dec at 3pm.", "The course is on Monday at noon."),
        ("Come to Oak Hill Primary School now.", "Come to St Mary's CE Academy now."),
        ("There are 12 places left.", "There are 3 places left."),
        ("It’s on.\n\nKind regards,\nP Shah", "It's on.\n\nBest wishes"),
        ("Is it **free**? Yes - it is...", "Is it free? Yes it is"),
        ("Please tell MRS HALL today.", "Please tell Mr Price today."),
    ],
)
def test_two_texts_come_to_the_same(one: str, other: str) -> None:
    assert said(one) == said(other) != ""


def test_a_greeting_is_cut_and_the_sentence_after_it_stays() -> None:
    assert said("Dear Mrs Hall, the course starts soon.") == "the course starts soon"
    assert said("Morning briefing is in the hall.") == "morning briefing is in the hall"


def test_quoted_mail_and_signatures_are_left_out() -> None:
    body = "The course starts soon.\n\nKind regards,\nP Shah\nTel: 01622 000 100\n\nFrom: Anne Hall <a.hall@oak.example>\nSent: 13 November 2026 09:00\nTo: P Shah\nSubject: Course\n\nOld words."
    assert said(body) == "the course starts soon"


def particulars(kind: Particular, body: str, **more: Any) -> set[str]:
    return set(gist(body, **more).particulars[kind])


@pytest.mark.parametrize(
    ("body", "names", "found"),
    [
        ("Milo Tarrant has a place.", ["Milo Tarrant"], {"milo"}),
        ("Milo's place is there.", ["Milo"], {"milo"}),
        ("Please ask Anne Hall, your SENCO.", ["Anne Hall"], set()),
        ("Please ask your SENCO, Anne Hall.", ["Anne Hall"], set()),
        ("Your colleague Anne Hall has applied.", ["Anne Hall"], {"anne"}),
        ("We like your idea. Milo Tarrant starts.", ["Milo Tarrant"], {"milo"}),
        ("The pupil is R. T. and lives near you.", [], {"R.T."}),
    ],
)
def test_whom_it_is_about(body: str, names: list[str], found: set[str]) -> None:
    assert particulars(Particular.PEOPLE, body, names=names) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("You get £12,450 for it.", {"12450"}),
        ("It costs £5 a head for 120 children.", set()),
        ("Your order no. SK-40211 has left.", {"ordernosk40211"}),
        ("Ring 01622 000 100 or 01622 000 200.", set()),
        ("Born on 3/4/2016.", {"2016-04-03"}),
        ("We begin on 3/4/2027.", set()),
    ],
)
def test_sums_references_and_births(body: str, found: set[str]) -> None:
    assert particulars(Particular.FIGURES, body) == found


@pytest.mark.parametrize(
    ("body", "many"),
    [
        ("I confirm my visit on Tuesday 1 December at 9am.", 1),
        ("I will see you on Tuesday 1 December.", 1),
        ("I will inspect the lift at your school on 1/12.", 1),
        ("The course is on Tuesday 1 December.", 0),
    ],
)
def test_the_day_of_an_appointment(body: str, many: int) -> None:
    assert len(particulars(Particular.APPOINTMENTS, body)) == many


def test_files_that_are_no_pictures_in_the_text() -> None:
    attached = [{"name": "Flyer.pdf", "text": "abc"}, {"name": "logo.png", "inline": True}]
    assert particulars(Particular.FILES, "Here it is.", attachments=attached) == {"flyer.pdf 3"}


@pytest.mark.parametrize(
    "piece", ["Oak ", "~ ", "Primary ", "4 ", "A. B. ", "your ", "ref 1 ", "£999 ", "Dear\n"]
)
def test_a_very_long_text_takes_no_more_steps(piece: str) -> None:
    reading = see({"to": [TO], "body": "We meet."})[0]
    long, longer = (replace(reading, own=rows_of(piece)(size)) for size in (50_000, 500_000))
    assert steps_of(lambda: gist_of(longer)) <= steps_of(lambda: gist_of(long))
    assert gist_of(longer) == gist_of(long)
    assert len(gist_of(longer).words) <= 1_500
