"""Are two items that have no subject in common left alone, whatever little parts them?

The pairs were taken for one news before anybody asked what they have in common: a question beside a notice, two
lists of questions, one word in two senses, one figure or month by chance.
"""

import pytest

from app.bulletin.alike.common_ground import ENOUGH, common_ground, lack
from app.bulletin.alike.duplicates import SURE
from app.bulletin.alike.likeness import likeness
from bench.duplicates.__main__ import Reader
from bench.duplicates.pairs import Text

READER = Reader()
FAR = {"meaning": 0.2}

RUNNERS = Text(
    "Got some good runners?",
    "Then bring them for a Saturday morning in the mud at the end of this month! Children aged seven to eleven race "
    "for their school, half a dozen of each sex per year group. We need to know you're coming two weeks ahead so the "
    "numbers can be printed.",
)
FORUM = Text(
    "DSL forum: Thursday 11 February",
    "All designated leads and deputies: 1.30 to 3.30pm at the Corn Hall or by video. On the agenda: nudify apps, the "
    "new threshold document, cuckooing, and your questions for the police. Places in the hall are limited to two per "
    "school. Tell dslforum@ashmere.example which you want.",
)
CODES = Text(
    "Attendance codes: code K from 1 September",
    "From 1 September use code K where the council has arranged education elsewhere, such as a tutor. Don't use B "
    "for it. Your system will be updated in August. A two-page list of all codes is at attend.mossdale.example/codes.",
)
CODING = Text(
    "Short of someone to take Year 10 for coding?",
    "What about your maths or geography teacher? We can get them there in twelve months and we send the school "
    "fifteen hundred pounds to say thanks. Starts the week before half term.",
)
PLACES = Text(
    "Reception places: the day itself",
    "From seven in the morning on 16 April families will know. Your own list is in the secure area two hours later. "
    "If anybody asks, send them to us instead of guessing. They've a fortnight to say yes (30 April at the latest).",
)
BOOK_BUS = Text(
    "When is the book bus coming to you this summer?",
    "Check before Easter: eleven schools have a different day on the mobile library's timetable, which starts on 20 "
    "April and can be seen on the School Library Service's web page. Closed that day? Hamish can arrange a swap.",
)
ROAD = Text(
    "Walking to Bridge Street Academy",
    "Can pupils come along the library side? Not after the seventh of March.\nIs the road shut as well? No.\n"
    "Who's digging? The gas people.\nThere was a lorry at half past eight! Tell Streetworks.",
)
SURVEY = Text(
    "Tell us how you are",
    "For whom? Cooks, cleaners, TAs, receptionists and everybody else who isn't a teacher.\nHow long does it take? "
    "Less than the kettle.\nIs there a prize? Something with chutney in it.\nWhen's the latest? The Sunday, at bedtime.",
)
FOSTER = Text(
    "Could someone on your staff foster?",
    "We have 61 children placed more than twenty miles from their school because there's no carer nearby. Come for a "
    "cup of tea on Wednesday 13 January, 4.30pm, at Beacon House, or ring the fostering team on 01632 963140.",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [(RUNNERS, FORUM), (CODES, CODING), (PLACES, BOOK_BUS), (ROAD, SURVEY), (SURVEY, FOSTER), (ROAD, FORUM)],
)
def test_items_without_a_common_subject_are_left_alone(one: Text, other: Text) -> None:
    assert READER.likeness(one, other) < SURE
    assert READER.likeness(other, one) < SURE


def test_what_speaks_for_one_news_does_not_make_up_for_it() -> None:
    two, near = (READER(RUNNERS), READER(FORUM)), READER.nearness(RUNNERS, FORUM)
    speaks = {**near, "meaning-apart": 6.0}
    assert likeness(*two, lambda: {**speaks, **FAR}) < SURE
    assert likeness(*two, lambda: {**speaks, "meaning": ENOUGH}) >= SURE


def test_an_item_has_all_in_common_with_itself() -> None:
    assert lack(common_ground(READER(FORUM), READER(FORUM), 1.0, {"meaning": 1.0})) == 0


def test_the_less_in_common_the_more_is_lacking() -> None:
    assert lack(ENOUGH) == 0 < lack(ENOUGH - 0.1) < lack(ENOUGH - 0.2)


@pytest.mark.parametrize(
    "fact",
    ["on 11 February", "at 1.30pm", "with £1,450", "by Ottoline Bray", "on course GOV214"],
    ids=["day", "time", "figure", "name", "code"],
)
def test_each_kind_of_fact_counts(fact: str) -> None:
    mine, theirs = (READER(Text("Notice", f"{words} {fact} today.")) for words in ("It ends", "We began"))
    others = READER(Text("Notice", "We began today."))
    assert common_ground(mine, theirs, 0.0, FAR) > common_ground(mine, others, 0.0, FAR)


def test_facts_alone_are_not_enough() -> None:
    mine, theirs = (READER(Text("Notice", f"{words} on 11 February.")) for words in ("It ends", "We began"))
    assert lack(common_ground(mine, theirs, 0.0, FAR)) > 1
