"""Is an item made of a draft out of its own words, within its limits, and without what is private?"""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.bulletin.from_draft.suggest import Suggestion, suggest
from app.checks import look
from app.compose.read_draft import read_draft
from app.domain.draft import Body, Draft, Mailbox, ReplyKind
from app.domain.for_whom import EVERYBODY, Role
from app.domain.item_text import HEADLINE_MAX, SUMMARY_MAX
from app.domain.school import Phase
from tests.fakes import MONDAY_MORNING, FakeReader
from tests.road import real_speller, surroundings

SENDER = Mailbox("p.shah@council.example", "Priya Shah")
WORDS = (
    "school",
    "form",
    "Friday",
    "book",
    "pupils",
    "4 December",
    "by",
    "noon",
    "please",
    "http://x.example",
)


def made(subject: str, body: str, names: tuple[str, ...] = ()) -> Suggestion:
    return of(draft(subject, body), FakeReader(names=names))


def draft(subject: str, body: str, sender: Mailbox = SENDER, **changes: Any) -> Draft:
    return Draft(subject, Body(body), MONDAY_MORNING, sender, **changes)


def of(written: Draft, reader: FakeReader | None = None) -> Suggestion:
    reading = read_draft(written, surroundings(reader or FakeReader()))
    return suggest(reading, look(reading)[0], real_speller().knows, ("Denholt", "Tarn"))


def strange(found: Suggestion, written: Draft) -> set[str]:
    text = f"{written.subject} {written.body.content}"
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    there = re.sub(r"\s+([,.;:!?])", r"\1", line).casefold()
    words = f"{found.text.headline} {found.text.summary}".casefold().split()
    return {word for word in words if word.strip(".,:;?!") not in there}


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("FW: RE: [EXTERNAL] Minibus permits run out", "Minibus permits run out"),
        ("URGENT!!! SCHOOL CENSUS DAY - PLEASE READ", "School census day"),
        (
            "Free trees - extra 4,000, and thank you from the Woodland team of the county",
            "Free trees - extra 4,000",
        ),
        ("WINTER MINIBUS PERMITS IN DENHOLT", "Winter minibus permits in Denholt"),
    ],
)
def test_a_subject_becomes_a_headline(subject: str, headline: str) -> None:
    assert made(subject, "The meeting is on 4 December.").text.headline == headline


@pytest.mark.parametrize("subject", ["", "FYI", "RE:", "Update", "urgent"])
def test_a_subject_that_says_nothing_gives_way_to_the_text(subject: str) -> None:
    found = made(
        subject, "Hi all,\n\nThe county library van has a new timetable from April.\n\nThanks\nPriya"
    )
    assert found.text.headline.startswith("The county library van has a new timetable")
    assert not found.from_subject


def test_a_child_in_the_subject_is_not_told() -> None:
    body = "Diabetes nurses will train the staff of any school that asks."
    found = made("Kaiden Mossop and his pump", body, names=("Kaiden Mossop",))
    assert "Kaiden" not in found.text.headline + found.text.summary


def test_a_sentence_that_names_somebody_or_tells_a_number_is_not_the_summary() -> None:
    body = "Ellie Hart (UPN A123456789012) needs a form by 4 December.\n\nPlease return all forms by Friday."
    found = made("Transfer forms are due", body, names=("Ellie Hart",))
    assert "Ellie" not in found.text.summary
    assert "A123456789012" in [found.text.body[m.start : m.end] for m in found.marks]


def test_greeting_sign_off_and_footer_stay_out_of_the_body() -> None:
    body = (
        "Dear all,\n\nBook by 4 December.\n\nCourse\tDate\nFirst aid\t12 January\n\nKind regards\nPriya\n\n"
        "Priya Shah\nTraining Team\n01632 960114\n\nPlease think before you print this e-mail."
    )
    kept = "Book by 4 December.\n\nCourse\tDate\nFirst aid\t12 January"
    assert made("Courses in spring term", body).text.body == kept.replace("\t", " ")


@pytest.mark.parametrize(
    ("body", "closes"),
    [
        ("The fair is on 14 March. Book a place by Friday 11 December.", date(2026, 12, 11)),
        ("The consultation runs from 2 November to 13 December 2026.", date(2026, 12, 13)),
        ("Send forms by 4 December. We report to the Department by 30 November.", date(2026, 12, 4)),
        ("The briefing is on Thursday 3 December at 4pm.", None),
        ("Forms were due by 6 November.", None),
    ],
)
def test_the_closing_date_is_a_day_to_act_by(body: str, closes: date | None) -> None:
    assert made("Something for schools", body).text.closes == closes


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        ("Dear primary headteachers,\n\nThe form is ready.", {Phase.PRIMARY}),
        ("All schools should send the form.", set()),
        ("The form is ready. Secondary schools only.", {Phase.SECONDARY}),
        (
            "Dear PE leads in primary and special schools,\n\nThe form is ready.",
            {Phase.PRIMARY, Phase.SPECIAL},
        ),
        ("Grants are there for primaries that want trees.", {Phase.PRIMARY}),
        ("The gate at Holm Oak Primary is shut.", set()),
    ],
)
def test_it_is_for_whom_the_text_says(body: str, phases: set[Phase]) -> None:
    assert made("A form for schools", body).text.for_whom.phases == phases


def test_who_is_greeted_is_whose_desk_it_is_for() -> None:
    assert made("Annual review form", "Dear SENCOs,\n\nThe form is new.").text.for_whom.roles == {Role.SENCO}
    assert made("Grit bins", "Dear all,\n\nBins are filled in October.").text.for_whom == EVERYBODY


def test_the_contact_is_whom_the_text_names() -> None:
    body = "The form is new.\n\nQuestions to Fleet Services on 01632 960399 or fleet@council.example."
    assert made("Minibus permits", body).text.contact == "Fleet Services, 01632 960399, fleet@council.example"
    assert made("Minibus permits", "The form is new.").text.contact == "Priya Shah, p.shah@council.example"


@pytest.mark.parametrize(
    "told",
    [
        "Her mum Sarah can be reached on 07700 900456.",
        "Ring Tom's dad on 01632 960111.",
        "I am on 07700 900456.",
    ],
)
def test_a_family_and_a_mobile_that_nobody_is_sent_to_are_no_contact(told: str) -> None:
    contact = made("Minibus permits", f"The form is new.\n\n{told}").text.contact
    assert contact == "Priya Shah, p.shah@council.example"


def test_who_signs_for_a_team_is_whom_to_ask() -> None:
    team = Mailbox("admissions@council.example", "Admissions")
    body = "The form is new.\n\nBest wishes\nPearl Adjei\nSchool Admissions"
    assert (
        of(draft("In-year forms", body, sender=team)).text.contact
        == "Pearl Adjei, admissions@council.example"
    )


def test_a_list_of_names_at_the_end_is_no_signature() -> None:
    team = Mailbox("sports@council.example", "Sports")
    body = "The winners are told in school.\n\nOlivia Hartley\nTom Okafor\nNoor Shah"
    assert of(draft("Gala", body, sender=team)).text.contact == "Sports, sports@council.example"


@pytest.mark.parametrize(
    ("told", "contact"),
    [
        ("Questions to tom.okafor@council.example.", "tom.okafor@council.example"),
        ("For advice ring the Appeals Clerk, 01632 960190.", "Appeals Clerk, 01632 960190"),
        ("Questions to senco.forum@council.example.", "Priya Shah, senco.forum@council.example"),
    ],
)
def test_nobody_is_named_beside_the_address_of_another(told: str, contact: str) -> None:
    assert made("Minibus permits", f"The form is new.\n\n{told}").text.contact == contact


@pytest.mark.parametrize(
    ("body", "clusters"),
    [
        ("The fair at Denholt School is on 4 December.", set()),
        ("To all Denholt schools: the road is shut.", {"Denholt"}),
        ("For schools in Denholt and Tarn: surgeries are open.", {"Denholt", "Tarn"}),
    ],
)
def test_one_school_is_no_cluster(body: str, clusters: set[str]) -> None:
    assert made("Something for schools", body).text.for_whom.clusters == clusters


@pytest.mark.parametrize(
    ("body", "summary"),
    [
        (
            "Please book your place by Friday 4 December with senco.forum@council.example.",
            "Please book your place by Friday 4 December.",
        ),
        ("Photo attached.", ""),
        ("שלום to all new families.\n\nOrder letters before 11/12/2026.", "Order letters before 11/12/2026."),
    ],
)
def test_a_summary_is_whole_and_says_something(body: str, summary: str) -> None:
    assert made("Letters about the winter fair", body).text.summary == summary


def test_good_wishes_are_no_part_of_the_item() -> None:
    wishes = "Hope you are all well and keeping warm!"
    for between in (" ", "\n\n"):
        body = f"Hi all,\n\n{wishes}{between}Grit bins are filled in October."
        assert made("Grit bins", body).text.body == "Grit bins are filled in October."


def test_what_is_quoted_below_is_no_part_of_it() -> None:
    below = "From: Ann <a@b.example>\nSent: 3 May 2026 09:00\nTo: P\nSubject: x\n\nRust."
    body = f"Permits run out on 31 March.\n\n{below}"
    found = of(draft("FW: Minibus permits", body, reply=ReplyKind.FORWARD))
    assert found.text.body == "Permits run out on 31 March."


def test_an_empty_draft_leaves_the_form_empty() -> None:
    text = of(Draft("", Body(""), MONDAY_MORNING)).text
    assert (text.headline, text.summary, text.body, text.contact) == ("", "", "", "")


SENTENCES = st.lists(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join), max_size=8).map(". ".join)
ANYTHING = st.text(max_size=300)


@settings(max_examples=1_000, deadline=None)
@given(st.one_of(SENTENCES, ANYTHING), st.one_of(SENTENCES, ANYTHING))
@example("", "A()?0")
@example("4 December", "0 0!0 4 : A")
def test_limits_hold_and_no_word_is_made_up(subject: str, body: str) -> None:
    written = draft(subject, body)
    found = of(written)
    assert len(found.text.headline) <= HEADLINE_MAX
    assert len(found.text.summary) <= SUMMARY_MAX
    assert not strange(found, written)
    assert found.text.headline.isprintable()
    assert found.text.summary.isprintable()


def test_two_megabytes_are_read_too() -> None:
    found = made("A long list of courses", "Please book by Friday 4 December. " * 60_000)
    assert len(found.text.body) <= 20_000


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        ("The race is free for your 9-11 year olds.", {Phase.PRIMARY}),
        ("A scheme for young people aged 16 to 19.", {Phase.SIXTEEN_PLUS}),
        ("Bikeability has places left in March.", {Phase.PRIMARY}),
        ("Mock interviews run in the week of 7 December.", {Phase.SECONDARY}),
        ("GCSE moderation is on 2 February.", {Phase.SECONDARY}),
        ("A new form (special schools and alternative provision).", {Phase.SPECIAL, Phase.ALTERNATIVE}),
        ("Phonics and GCSE results are out.", set()),
        ("The offer is for ages 5 to 16.", set()),
        ("It takes 9 to 11 minutes.", set()),
    ],
)
def test_a_matter_of_one_phase_is_for_its_schools(body: str, phases: set[Phase]) -> None:
    assert made("Notice", body).text.for_whom.phases == phases


@pytest.mark.parametrize(
    ("body", "contact"),
    [
        ("Ring the immunisation team, 01632 960702.", "immunisation team, 01632 960702"),
        ("Questions to the service desk, 01632 960400, please.", "service desk, 01632 960400"),
    ],
)
def test_a_team_in_small_letters_is_whom_to_ask(body: str, contact: str) -> None:
    assert made("Notice", body).text.contact.startswith(contact)


@pytest.mark.parametrize(
    ("name", "signs", "contact"),
    [
        ("Premises", "Yours sincerely\nAgnes Whitlow\nCompliance Surveyor", "Agnes Whitlow"),
        ("Finance", "Rowan\n--\nRowan Szymanski\nBusiness Partner", "Rowan Szymanski"),
        ("Governors", "Kind regards, Philippa Nwachukwu", "Philippa Nwachukwu"),
    ],
)
def test_whoever_signs_is_whom_to_ask_however_they_sign(name: str, signs: str, contact: str) -> None:
    team = Mailbox(f"{name.casefold().replace(' ', '.')}@council.example", name)
    found = of(draft("In-year forms", f"The form is new.\n\n{signs}", sender=team)).text.contact
    assert found.split(", ")[0] == contact


def test_a_name_that_stands_beside_its_own_address_goes_with_it() -> None:
    body = "Numbers to Kit Marchetti please (kit.marchetti@highfield.example, 01632 960991)."
    assert made("Joint training", body).text.contact.startswith("Kit Marchetti, 01632 960991, kit.")


@pytest.mark.parametrize(
    ("greeting", "roles"),
    [
        ("Dear Clerk", {Role.GOVERNORS}),
        ("Dear Heads of Department", set()),
        ("Dear Heads", {Role.HEAD}),
        ("FAO the school business manager", {Role.BUSINESS}),
        ("This is aimed at SENDCOs and teaching assistants.", {Role.SENCO}),
    ],
)
def test_whose_desk_it_is_for(greeting: str, roles: set[Role]) -> None:
    assert made("Notice", f"{greeting}\n\nThe form is new.").text.for_whom.roles == roles


@pytest.mark.parametrize(
    ("body", "is_for"),
    [
        ("The county tests community and voluntary controlled schools. Academies arrange their own.", {"Local authority maintained schools"}),
        ("To academy trusts only. The return closes on 4 December.", {"Academies", "Free Schools"}),
        ("All schools, whatever their status, may use it; academies too.", set()),
    ],
)  # fmt: skip
def test_a_type_of_school_is_read_from_who_is_left_out(body: str, is_for: set[str]) -> None:
    assert made("Notice", body).text.for_whom.types == is_for
