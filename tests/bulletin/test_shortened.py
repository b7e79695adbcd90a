"""Is what a draft's sentences are shortened to still true, and can it stand alone?"""

import pytest

from app.bulletin.from_draft.shorten import at_a_word, cuts, without_asides, without_cause
from app.bulletin.from_draft.verbs import has_verb
from app.bulletin.from_draft.whole import is_whole
from tests.bulletin.test_suggest import made


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("A visit comes between 7", " and 25 June"),
        ("Courses are there for Year 5", " and 6 in spring"),
        ("The line is shut on Friday 30 July", " to Monday 2 August"),
        ("Your return is due by 5pm", " on Friday 4 December"),
        ("Gel does not kill norovirus - soap", " and water does"),
        ("Highlights are safer recruitment", ", performance management and the new induction"),
        ("Following an accident in another county", ", please check every bolt"),
        ("The next panel is on 9 December and the one", " after that on 13 January"),
        ("Name groups so that Year 4 staff", " and Year 4 parents stand apart"),
        ("Everyone else, including academies", ", should apply the new spine"),
        ("Tell us by 30 April or they won't", " be insured"),
        ("Levy is there for teaching assistant", " and early years apprenticeships"),
    ],
)
def test_no_sentence_ends_where_the_rest_is_needed(words: str, rest: str) -> None:
    assert not is_whole(words, rest)


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Permits run out on 31 March", " and Fleet need your form"),
        ("The fair is in February half term", " and for the two weeks after"),
        ("Return the form by Friday", ", or send it by post"),
        ("The line is shut from 6pm on Friday 30 July", " to 8am on Monday"),
        ("Visits are between 7 and 25 June", ", as last year"),
    ],
)
def test_a_sentence_may_end_where_what_follows_is_more(words: str, rest: str) -> None:
    assert is_whole(words, rest)


@pytest.mark.parametrize(
    "restricts", ["who are entitled to meals", "if nobody answers", "after the last symptoms"]
)
def test_what_restricts_a_sentence_is_not_left_out(restricts: str) -> None:
    whole = f"Keep the children at home for two days {restricts}"
    assert list(cuts(whole, 99)) == [whole]
    assert not list(cuts(whole, len(whole) - 1))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Just to let you know that the window opens in June.", "The window opens in June."),
        ("You may have seen in the news that buses are full.", "Buses are full."),
        ("Just so you all know, contracts are re-let.", "Contracts are re-let."),
        ("If you'd like to be one of them, please fill in the form.", "Please fill in the form."),
        ("To book, ring the desk.", "Ring the desk."),
        ("Just checking everyone knows that each site needs one.", "Each site needs one."),
        ("See what grants there are. https://grants.council.example/list", "See what grants there are."),
        ("If a child is ill, ring the desk.", "If a child is ill, ring the desk."),
        ("Thank you so much to everybody who came.", "Thank you so much to everybody who came."),
    ],
)
def test_what_says_nothing_is_left_out_and_conditions_are_not(sentence: str, told: str) -> None:
    assert without_asides(sentence) == told


def test_a_cause_gives_way_to_what_is_to_be_done() -> None:
    assert (
        without_cause("Following the fire at Oak, please check your alarms.") == "Please check your alarms."
    )
    assert without_cause("With winter on its way, a reminder.") == "With winter on its way, a reminder."


@pytest.mark.parametrize("words", ["We moved", "Book early", "Please book", "The site closes", "It isn't so"])
def test_a_verb_is_seen(words: str) -> None:
    assert has_verb(words)


@pytest.mark.parametrize(
    "words", ["soap", "Course Date Time", "The county broadband", "Winter fair at the hall"]
)
def test_a_heading_has_no_verb(words: str) -> None:
    assert not has_verb(words)


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("URGENT URGENT - PLEASE READ - ASBESTOS SURVEYS", "Asbestos surveys"),
        ("Have you spare places in Year 7???", "Have you spare places in Year 7?"),
        ("Reminder: SIMS and MIS codes", "SIMS and MIS codes"),
        ("For the e-bulletin: winter fair tickets", "Winter fair tickets"),
        (
            "Data collection for children missing education and pupils on part-time timetables",
            "Data collection for children missing education",
        ),
        (
            "Consultation on proposed changes to home to school transport policy from next September",
            "Consultation on proposed changes to home to school transport",
        ),
    ],
)
def test_a_subject_is_cut_where_it_still_says_what_it_is(subject: str, headline: str) -> None:
    assert made(subject, "The meeting is on 4 December.").text.headline == headline


@pytest.mark.parametrize(
    "subject", ["Newsletter item", "For the e-bulletin please", "Item for this week's bulletin"]
)
def test_a_subject_that_only_says_where_it_is_to_go_gives_way(subject: str) -> None:
    body = "The museum is offering free workshops. Transport is not included."
    assert made(subject, body).text.headline == "The museum is offering free workshops"


def test_a_headline_is_no_beginning_of_a_question_and_points_to_nothing() -> None:
    body = (
        "Could whoever looks after the network have a look at this form before we go on to the next step?"
        "\n\nThese expire every five years.\n\nCertificates should be uploaded to the portal by Friday 18 December."
    )
    assert made("", body).text.headline == "Certificates should be uploaded to the portal"


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        (
            "Booking is open for the roadshow!!\n\n* Ashford - Tuesday 19 January, 9.30\n* Dover - 21 January, 1pm",
            "Booking is open for the roadshow.",
        ),
        (
            "The final is on Thursday 4 February at the sports ground.\n\nParking is £3.\n\nPlease share this with your teams.",
            "The final is on Thursday 4 February at the sports ground.",
        ),
        (
            "SIMS and Arbor are updated by themselves. Anybody with another MIS should ask the supplier.",
            "SIMS and Arbor are updated by themselves. Anybody with another MIS should ask the supplier.",
        ),
    ],
)
def test_a_summary_leaves_rows_asides_and_shouts_out(body: str, summary: str) -> None:
    assert made("A matter for all schools", body).text.summary == summary


def test_no_date_is_cut_in_two_as_a_last_resort() -> None:
    assert at_a_word("Bookings paused until Friday 4 December", 33) == "Bookings paused"


def test_a_sentence_of_exactly_a_hundred_signs_is_told_whole() -> None:
    sentence = (
        "Please check yours on the school information page and change what is wrong by Friday 15 January now."
    )
    assert len(sentence) == 100
    assert made("Emergency contacts for schools", sentence).text.summary == sentence
