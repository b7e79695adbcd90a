"""People read, sign and see what is held; the registers are kept by hand and by file."""

import json
import re
from datetime import date
from http import HTTPStatus

import pytest

from app.domain.posting import Champion
from app.domain.staff import StaffKind, StaffMember
from app.web.state import WebState
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.staff_rooms import staff_room
from tests.web.conftest import PRIYA, TOM, Browser, app_for, browser_at, site_for

LEAVE = {
    "name": "Tom <b>Aldous</b>", "address": "t.aldous@wealdshire.example", "on_behalf_of": "Oak Primary",
    "outlet": "social-account", "place": "@oakprimary", "capacity": "as office manager", "scope": "dates",
    "subject": "school life", "given_by": "Ann Hall", "starts": "2026-11-01", "ends": "2026-12-10", "why": "New term",
}  # fmt: skip
LIST = (
    "E-mail,First name,Surname,Contract type,Start date,End date,Department\r\n"
    "p.shah@wealdshire.example,Priya,Shah,permanent,01/09/2021,,Admissions\r\n"
    "=v.okoro@wealdshire.example,=Vi,Okoro,volunteer,02/11/2026,,\r\n"
)


def read_version(browser: Browser) -> str:
    found = re.search(r'name="read" value="([^"]+)"', browser.open("/staff/policy").text)
    assert found
    return found[1]


def sign(browser: Browser) -> str:
    sent = {"read": read_version(browser), "agreed": "yes"}
    return str(browser.send("/staff/policy", sent, on="/staff/policy").text)


def test_she_reads_the_cards_and_signs(priya: Browser, site: WebState) -> None:
    told = priya.open("/staff/policy").text
    assert "Your password is yours alone" in told
    assert "Passwords and login details must remain confidential." in told
    assert "nobody’s mail is ever stopped" in told

    assert "Thank you. You have signed." in sign(priya)
    (signature,) = site.staff.signing.signatures.of(PRIYA.address)
    assert (signature.name, signature.signed_at) == (PRIYA.name, MONDAY_MORNING)
    assert "You signed these cards" in priya.open("/staff/policy").text


def test_nobody_signs_without_the_box_or_cards_that_changed(priya: Browser, site: WebState) -> None:
    unread = priya.send("/staff/policy", {"read": read_version(priya)}, on="/staff/policy")
    older = priya.send("/staff/policy", {"read": "a.b.c", "agreed": "yes"}, on="/staff/policy")

    assert unread.status_code == older.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Tick the box" in unread.text
    assert "changed while you were reading" in older.text
    assert site.staff.signing.signatures.all() == ()


def test_a_mistake_is_withdrawn_and_stays(priya: Browser, site: WebState) -> None:
    sign(priya)
    told = priya.send("/staff/policy/withdraw", {"number": "1", "why": "Not me"}, on="/staff/policy").text

    assert "Your signature is withdrawn." in told
    assert [s.why for s in site.staff.signing.signatures.all()] == ["Not me"]
    assert 'name="read"' in told


def test_nobody_withdraws_for_another_on_the_own_page(priya: Browser, site: WebState) -> None:
    sign(priya)
    tom = browser_at(app_for(site)).come_in(TOM)
    told = tom.send("/staff/policy/withdraw", {"number": "1", "why": "Joke"}, on="/staff/policy")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert site.staff.signing.signatures.all()[0].stands


def test_without_cards_there_is_nothing_to_sign() -> None:
    empty = browser_at(app_for(site_for(staff=staff_room(("parent-guidance",))))).come_in()

    assert "Nothing to read yet" in empty.open("/staff/policy").text


def test_a_list_is_looked_at_and_then_put_in_force(priya: Browser, site: WebState) -> None:
    looked = priya.send(
        "/staff/list",
        {"look": "yes"},
        on="/staff/list",
        files={"file": ("hr.csv", LIST.replace("=v", "v").encode())},
    )
    assert "<strong>2</strong> new" in looked.text
    assert site.staff.staff.everyone() == ()

    content = re.search(r'name="content" value="([^"]+)"', looked.text)
    assert content
    saved = priya.send(
        "/staff/list", {"save": "yes", "content": content[1], "file_name": "hr.csv"}, on="/staff/list"
    )
    assert "The new list is in force." in saved.text
    assert site.staff.staff.everyone()[1].kind is StaffKind.VOLUNTEER


@pytest.mark.parametrize("content", ["", "AAAA", "x" * 99, "eJw="])
def test_a_list_that_was_not_looked_at_is_no_list(priya: Browser, site: WebState, content: str) -> None:
    told = priya.send("/staff/list", {"save": "yes", "content": content}, on="/staff/list")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert site.staff.staff.imported_at() is None


def test_rows_that_cannot_be_read_are_told_by_line(priya: Browser) -> None:
    rows = "address,name,starts\nnot an address,Tom Ward,32/01/2026\n"
    told = priya.send(
        "/staff/list", {"look": "yes"}, on="/staff/list", files={"file": ("hr.csv", rows.encode())}
    ).text

    assert "Line 2 has no e-mail address" in told
    assert "Line 2 has a start date that is no day" in told
    assert "Put this list in force" not in told


def test_the_register_tells_who_has_not_signed(priya: Browser, site: WebState) -> None:
    assert "No staff list yet" in priya.open("/staff/register").text
    new = StaffMember("v.okoro@wealdshire.example", "=Vi Okoro", StaffKind.VOLUNTEER, "", date(2026, 11, 2))
    site.staff.staff.replace([StaffMember(PRIYA.address, PRIYA.name), new], MONDAY_MORNING)
    sign(priya)
    told = priya.open("/staff/register").text

    assert "1 of 2 people have signed" in told
    assert "=Vi Okoro" in told
    assert "mailto:v.okoro@wealdshire.example?subject=" in told
    assert PRIYA.address in priya.open("/staff/register?show=signed").text
    assert '"\'=Vi Okoro"' in priya.open("/staff/register/download").text.replace(
        "'=Vi Okoro", '"\'=Vi Okoro"'
    )
    assert "Signed</strong> on" in priya.open(f"/staff/register?who={PRIYA.address}").text
    assert "Not signed</strong>" in priya.open("/staff/register?who=nobody@wealdshire.example").text


def test_a_signature_shows_the_words_that_were_signed(priya: Browser) -> None:
    sign(priya)
    assert "Your password is yours alone" in priya.open("/staff/register/signature/1").text
    assert priya.open("/staff/register/signature/9").status_code == HTTPStatus.NOT_FOUND

    assert "Withdrawn" not in priya.open("/staff/register").text

    told = priya.send(
        "/staff/register/signature/1/withdraw", {"why": "Wrong name"}, on="/staff/register/signature/1"
    )
    assert "Withdrawn on" in told.text
    assert "Wrong name" in priya.open("/staff/register").text


def test_a_very_long_list_is_shown_in_part_and_told_whole(priya: Browser, site: WebState) -> None:
    many = [StaffMember(f"p{n}@wealdshire.example", f"Person {n}") for n in range(1200)]
    site.staff.staff.replace(many, MONDAY_MORNING)

    assert "… and 700 more people" in priya.open("/staff/register").text
    assert "1,200 people, the first 500" in priya.open("/staff/list").text
    assert priya.open("/staff/register/download").text.count("@wealdshire.example") == 1200


def test_leave_to_post_is_given_changed_and_ended(priya: Browser, site: WebState) -> None:
    given = priya.send("/staff/postings/new", LEAVE, on="/staff/postings/new")
    assert "They may post." in given.text
    assert "Tom &lt;b&gt;Aldous&lt;/b&gt;" in given.text
    assert "Ends soon" in priya.open("/staff/postings").text

    (first,) = site.staff.postings.store.entries()
    page, follows = f"/staff/postings/{first.key}", {"follows": str(first.number)}
    changed = priya.send(page, LEAVE | follows | {"ends": "2027-07-31"}, on=page)
    assert "The permission is changed." in changed.text

    lost = priya.send(page, LEAVE | follows | {"ends": "2028-07-31"}, on=page)
    assert lost.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "meanwhile" in lost.text

    newest = site.staff.postings.store.entries()[-1]
    ended = priya.send(page, LEAVE | {"follows": str(newest.number), "end": "yes"}, on=page)
    assert "The permission has ended." in ended.text
    assert len(site.staff.postings.store.entries()) == 3


@pytest.mark.parametrize(
    "field", ["address", "capacity", "scope", "subject", "ends", "outlet", "why", "given_by"]
)
def test_leave_without_a_part_is_refused_and_nothing_is_lost(
    priya: Browser, site: WebState, field: str
) -> None:
    told = priya.send("/staff/postings/new", LEAVE | {field: ""}, on="/staff/postings/new")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert f'id="{field}-error"' in told.text
    assert 'value="@oakprimary"' in told.text
    assert site.staff.postings.store.entries() == ()


SHORT = "/staff/postings/new?outlet=bulletin&back=/desk/issues/2026-27-11"


def test_leave_for_the_bulletin_is_given_in_a_short_form_and_leads_back(
    priya: Browser, site: WebState
) -> None:
    told = priya.open(SHORT).text
    assert 'href="/desk/issues/2026-27-11">Back to the issue' in told
    assert (
        'id="place" name="place" type="text" value="The weekly e-bulletin"' in told.partition("<details>")[2]
    )
    assert 'name="ends" type="date" value="2027-08-31"' in told.partition("<details>")[0]

    texts = re.findall(
        r'name="(on_behalf_of|place|capacity|subject|starts|ends)" type="\w+" value="([^"]*)"', told
    )
    sent = dict(texts) | {"scope": "issues", "outlet": "bulletin", "back": "/desk/issues/2026-27-11"}
    sent |= {"name": "Priya Shah", "address": PRIYA.address, "given_by": "Ann Hall"}
    assert (
        'name="back" value="/desk/issues/2026-27-11"'
        in priya.send("/staff/postings/new", sent, on=SHORT).text
    )
    assert (
        "Leave to publish is given."
        in priya.send("/staff/postings/new", sent | {"why": "New"}, on=SHORT).text
    )
    (given,) = site.staff.postings.store.entries()
    assert (given.permission.on_behalf_of, given.permission.ends) == ("Wealdshire", date(2027, 8, 31))
    assert "No champion is named for:" not in priya.open("/staff/postings").text

    again = priya.open(SHORT).text
    assert 'value="Wealdshire"' in again
    assert ">issues</textarea>" in again.replace("\n", "")


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/desk/issues/2026-27-11",
        "//evil.example",
        "/desk/issues/x",
        "/desk/requests/a1/../../evil",
        "/desk/requests/evil",
    ],
)
def test_the_way_back_leads_to_an_issue_or_a_request_only(priya: Browser, back: str) -> None:
    assert "evil" not in priya.open(f"/staff/postings/new?outlet=bulletin&back={back}").text
    given = priya.send("/staff/postings/new", LEAVE | {"back": back}, on="/staff/postings/new")
    assert "They may post." in given.text


def test_a_school_without_a_champion_is_told(priya: Browser, site: WebState) -> None:
    priya.send("/staff/postings/new", LEAVE, on="/staff/postings/new")
    assert "No champion is named for:" in priya.open("/staff/postings").text

    sent = {"champion_of": "Oak Primary", "champion_name": "Tom Aldous", "champion_address": TOM.address}
    told = priya.send("/staff/postings/champion", sent, on="/staff/postings").text
    assert "No champion is named for:" not in told
    champion: Champion = site.staff.postings.store.champions()[0]
    assert (champion.name, champion.by) == ("Tom Aldous", f"{PRIYA.name} ({PRIYA.address})")


def test_the_form_for_leave_knows_where_somebody_came_from(priya: Browser) -> None:
    told = priya.open("/staff/postings/new?outlet=mailing-list").text
    assert '<option value="mailing-list" selected>' in told
    assert "<h1>Let somebody post</h1>" in told
    assert '<option value="" selected>' in priya.open("/staff/postings/new?outlet=elsewhere").text


def test_everything_held_is_shown_and_taken_away(priya: Browser) -> None:
    assert "Nothing is held about you" in priya.open("/staff/me").text
    sign(priya)
    assert "cards <code>" in priya.open("/staff/me").text

    kept = json.loads(priya.open("/staff/me/download").text)
    assert kept["about"] == {"name": PRIYA.name, "address": PRIYA.address}
    assert len(kept["signatures"]) == 1


def test_the_notice_is_for_everybody(stranger: Browser) -> None:
    told = stranger.open("/notice")

    assert told.status_code == HTTPStatus.OK
    assert "2,190 days (about 6 years)" in told.text
    assert "180 days" in told.text
    assert "half written in a form" in told.text
    far = browser_at(app_for(site_for()), client=("10.0.0.7", 1))
    assert far.open("/notice").status_code == HTTPStatus.OK
    assert far.open("/staff/me").status_code == HTTPStatus.FORBIDDEN


def test_who_is_late_is_told_after_the_days_that_people_have() -> None:
    clock = FakeClock()
    site = site_for(clock=clock, staff=staff_room(clock=clock))
    browser = browser_at(app_for(site)).come_in()
    site.staff.staff.replace([StaffMember(TOM.address, TOM.name)], MONDAY_MORNING)
    assert "Overdue (0)" in browser.open("/staff/register").text

    clock.at = MONDAY_MORNING.replace(month=12, day=1)
    assert "Overdue (1)" in browser.come_in().open("/staff/register").text


def test_all_that_is_missing_from_a_permission_is_said_at_once(priya: Browser) -> None:
    told = priya.send("/staff/postings/new", {"name": "Vi Okoro"}, on="/staff/postings/new")

    assert told.status_code == 422
    for field in (
        "address",
        "on_behalf_of",
        "place",
        "capacity",
        "scope",
        "subject",
        "given_by",
        "outlet",
        "starts",
        "ends",
        "why",
    ):
        assert f'href="#{field}"' in told.text, field
    assert 'href="#name"' not in told.text
