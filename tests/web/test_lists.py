"""A school office changes terms, hours, words and laws, sees what that means first, and takes it back."""

import html
import re
from collections.abc import Sequence
from datetime import date, timedelta
from http import HTTPStatus

import pytest

from app.bulletin.build_issue import open_issue
from app.policy.pack import Pack
from app.policy.remark import Remark
from app.policy_owner.calendar_text import TermRow, YearRows, form_of, laid_out
from app.policy_owner.change_policy import rewritten, save
from app.ports import PackChange
from app.web.lists.held import calendar_of, document_named
from app.web.owner.room import LintDesk
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.web.conftest import TOM_SIGNS, Browser
from tests.web.test_policy_changes import change, fields_on

HOME = "/policy/settings"
SATURDAY = 5
CALENDAR, WORDS, LAWS = f"{HOME}/calendar", f"{HOME}/words", f"{HOME}/laws"


def fields(page: str) -> dict[str, object]:
    """As a browser would send the form, ticked boxes too."""
    return {**fields_on(page), "days": re.findall(r'name="days" value="(\w+)" checked', page)} | {
        name: [] for name in re.findall(r'id="(year-\d+-drop)"', page)
    }


def send(browser: Browser, page: str, **different: object) -> str:
    """Open the calendar's form, change some fields and send it."""
    sent = fields(browser.open(page).text) | {n.replace("__", "-"): v for n, v in different.items()}
    return html.unescape(browser.send(page, sent, on=page).text)


def text_now(site: WebState, document: str) -> str:
    return site.policy.desk.text(document)[0]


def tom_saves(site: WebState, document: str, text: str) -> None:
    _, number = site.policy.desk.text(document)
    save(site.policy.desk, [rewritten(site.policy.desk, document, text, number)], TOM_SIGNS)


def test_the_room_says_what_holds_here(priya: Browser) -> None:
    told = priya.open(HOME).text

    assert "Next issue: Friday 20 November, cut-off Wednesday 18 November at noon." in told
    assert "Monday to Friday, 08:30 to 17:00" in told
    assert "None yet" in told
    assert "It is as it came" in told


def test_a_changed_term_says_what_it_means_and_is_saved_only_then(site: WebState, priya: Browser) -> None:
    different = {"year-0-term-0-ends": "2026-11-30", "issue_day": "Monday", "cut_off_at": "15:30"}
    told = send(priya, CALENDAR, look="yes", **different)

    assert (
        "Next issue: Monday 23 November, cut-off Thursday 19 November at 15:30. It was Friday 20 Nov" in told
    )
    assert "36 issues on another day in 2026-27." in told
    assert "2 fewer issues in 2027-28: 38, and it was 40." in told
    assert "14 fewer days for pupils in 2026-27: 176." in told
    assert site.policy.desk.store.stamp() == 0


def test_a_saved_term_keeps_remarks_and_is_taken_back(site: WebState, priya: Browser) -> None:
    before = text_now(site, "calendar")
    told = send(priya, CALENDAR, save="yes", why="the council moved it", year__0__term__1__ends="2027-03-24")

    assert "It is in force everywhere" in told
    assert "2026-27, Spring term: last day" in told
    changed = [
        (a, b)
        for a, b in zip(before.splitlines(), text_now(site, "calendar").splitlines(), strict=True)
        if a != b
    ]
    assert changed == [("        ends: 2027-03-25", "        ends: 2027-03-24")]
    assert isinstance(site.clock, FakeClock)
    site.clock.at += timedelta(minutes=5)
    priya.send("/policy/history/1/undo", {"why": "a slip"}, on="/policy/history/1")
    assert text_now(site, "calendar") == before


def test_a_year_a_term_and_days_off_are_added_and_taken_out(site: WebState, priya: Browser) -> None:
    page = priya.open(CALENDAR).text
    added = priya.send(CALENDAR, fields(page) | {"add": "yes"}, on=CALENDAR).text
    assert 'value="2029-30"' in added
    sent = fields(added) | {
        "year-3-term-0-starts": "2029-09-03", "year-3-term-0-ends": "2029-12-19",
        "year-3-inset-0": "2029-09-03", "extra-0": "2027-06-11", "year-0-inset-4": "",
        "year-1-drop": "yes", "save": "yes", "why": "a new year",
    }  # fmt: skip
    told = priya.send(CALENDAR, {n: v for n, v in sent.items() if v != []}, on=CALENDAR)

    assert "It is in force everywhere" in told.text
    calendar = calendar_of(document_named(site.policy.desk, "calendar"))
    assert sorted({term.start.year for term in calendar.terms}) == [2026, 2027, 2028, 2029]
    assert len(calendar.terms) == 7
    assert len(calendar.inset_days) == 10
    assert f"{calendar.terms[-1].end}" == "2029-12-19"


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("year-0-term-0-starts", "soon", "Choose a day"),
        ("year-0-term-0-half_ends", "", "Choose a day"),
        ("year-0-term-0-half_starts", "2026-08-26", "half term must lie inside its term"),
        ("year-0-term-0-ends", "2026-08-18", "before the start"),
        ("year-0-inset-0", "2026-12-25", "no working day of a term"),
        ("year-0-name", "next year", "name the school year as 2026-27"),
        ("year-0-term-1-name", "", "Name the term"),
        ("issue_day", "Sunday", "no working day"),
        ("cut_off_days", "many", "a whole number"),
        ("cut_off_at", "noon", "Choose a time"),
        ("closes", "07:00", "closes before it opens"),
        ("days", [], "no working day"),
        ("authority", "", "write one value"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    site: WebState, priya: Browser, field: str, value: object, wrong: str
) -> None:
    told = send(priya, CALENDAR, save="yes", why="a <good> reason", **{field: value})

    beside = re.search(rf'<a href="#([\w-]+)">([^<]*{wrong}[^<]*)</a>', told, re.IGNORECASE)
    assert beside, wrong
    assert beside[1] == field
    assert f'id="{field}"' in told
    assert fields_on(told)["why"] == "a <good> reason"
    assert site.policy.desk.store.stamp() == 0


def test_somebody_elses_change_is_shown_and_both_are_kept(site: WebState, priya: Browser) -> None:
    opened = fields(priya.open(CALENDAR).text)
    tom_saves(site, "calendar", text_now(site, "calendar").replace("opens: 08:30", "opens: 08:00"))
    sent = opened | {"closes": "16:30", "why": "mine", "save": "yes"}
    told = priya.send(CALENDAR, sent, on=CALENDAR)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "Somebody else saved this" in told.text
    again = fields(told.text)
    assert (again["opens"], again["closes"], again["why"]) == ("08:00", "16:30", "mine")
    priya.send(CALENDAR, again | {"save": "yes"}, on=CALENDAR)
    calendar = calendar_of(document_named(site.policy.desk, "calendar"))
    assert (f"{calendar.opens:%H:%M}", f"{calendar.closes:%H:%M}") == ("08:00", "16:30")


def test_without_a_reason_nothing_is_saved(site: WebState, priya: Browser) -> None:
    assert "Say why" in send(priya, CALENDAR, save="yes", opens="08:00")
    assert "Say why" in change(priya, WORDS, text="Wealdnet", save="yes").text
    assert site.policy.desk.store.stamp() == 0


def test_words_are_added_and_a_wrong_one_is_told_with_its_line(site: WebState, priya: Browser) -> None:
    wrong = change(priya, WORDS, text="Wealdnet\nx=1\n", why="new", save="yes")
    assert "Line 2, word: “x=1” is no word" in wrong.text
    assert "x=1" in fields_on(wrong.text)["text"]
    told = change(priya, WORDS, text="Wealdnet # the network\nKestrel\n", why="new", save="yes").text

    assert "<ins>Kestrel, Wealdnet</ins>" in told
    assert text_now(site, "words") == "Wealdnet # the network\nKestrel\n"
    assert "2 words that are no slips here" in priya.open(HOME).text


def test_a_file_with_odd_words_still_opens(priya: Browser, site: WebState) -> None:
    site.policy.desk.store.save(
        [PackChange("words", "R&D Office365 x=1", 0)], site.clock.now(), "file", "old"
    )

    assert "3 words" in priya.open(HOME).text
    assert "x=1" in priya.open(WORDS).text
    assert "It is in force" in change(priya, WORDS, text="R&D Office365", why="tidy", save="yes").text


def test_words_of_two_people_are_put_together(site: WebState, priya: Browser) -> None:
    tom_saves(site, "words", "Kestrel\nMerlin\n")
    opened = fields_on(priya.open(WORDS).text)
    tom_saves(site, "words", "Kestrel\nMerlin\nOsprey\n")
    told = priya.send(WORDS, opened | {"text": "Kestrel\nHobby", "why": "w", "save": "yes"}, on=WORDS)

    assert told.status_code == HTTPStatus.CONFLICT
    assert fields_on(told.text)["text"].split() == ["Kestrel", "Osprey", "Hobby"]


def test_a_law_is_added_and_another_marked(priya: Browser) -> None:
    assert "Seating Act" not in priya.open(LAWS).text
    add = {"name": "Seating Act", "years": "2024, 2025", "also": "SA", "advice": 'Sit {down}: "now"'}
    told = change(priya, f"{LAWS}/add", why="a new law", **add)
    assert "It is in force everywhere" in told.text
    mark = f"{LAWS}/out-of-date?law=Theft%20Act"
    sent = fields_on(priya.open(mark).text) | {"year": "1968", "instead": "Fraud Act 2006", "why": "old"}
    priya.send(f"{LAWS}/out-of-date", sent, on=mark)

    page = html.unescape(priya.open(LAWS).text)
    assert "1968 is out of date: name the Fraud Act 2006." in page
    assert "Seating Act" in page
    assert "2024, 2025" in page
    assert 'Sit {down}: "now".' in page


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("name", "", "Write its short title"),
        ("name", "theft act", "is in the list"),
        ("years", "soon", "Write the year"),
        ("years", "2099", "Write the year"),
    ],
)
def test_a_wrong_law_is_told_beside_the_field(
    site: WebState, priya: Browser, field: str, value: str, wrong: str
) -> None:
    add = {"name": "Seating Act", "years": "2024", "why": "new"} | {field: value}
    told = change(priya, f"{LAWS}/add", **add)

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in told.text
    assert site.policy.desk.store.stamp() == 0


def test_the_list_is_looked_through(site: WebState, priya: Browser) -> None:
    change(priya, LAWS, why="once a year")

    assert "checked: 2026-11-16" in text_now(site, "laws")


@pytest.mark.parametrize("document", ["calendar", "words", "laws"])
def test_a_text_goes_out_and_comes_in_again(site: WebState, priya: Browser, document: str) -> None:
    page = f"{HOME}/{document}/text"
    out = priya.open(f"{HOME}/{document}/download")
    assert out.text == text_now(site, document)
    assert f'filename="{document}.' in out.headers["content-disposition"]
    changed = f"# our own\n{out.text}"
    sent = fields_on(priya.open(page).text) | {"why": "ours", "save": "yes"}
    told = priya.send(page, sent, on=page, files={"file": ("ours.yml", changed.encode())})

    assert "It is in force everywhere" in told.text
    assert "Only comments" in told.text
    assert text_now(site, document) == changed


@pytest.mark.parametrize(
    ("document", "text", "wrong"),
    [
        ("calendar", "authority: [", "Line 1, file: this is not YAML"),
        ("laws", "laws: 3", "Line 1, checked"),
        ("words", "a\n=", "Line 2"),
    ],
)
def test_a_broken_text_is_told_with_its_line_and_stays(
    site: WebState, priya: Browser, document: str, text: str, wrong: str
) -> None:
    told = change(priya, f"{HOME}/{document}/text", text=text, why="x", save="yes")

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in told.text
    assert fields_on(told.text)["text"] == text
    assert site.policy.desk.store.stamp() == 0


def test_a_calendar_of_many_years_and_days_loses_none_in_the_form(site: WebState, priya: Browser) -> None:
    form = form_of(text_now(site, "calendar"))
    form.extra = [f"{date(2027, 4, 1) + timedelta(days=n)}" for n in range(50)]
    form.years += [YearRows(f"{y}-{y - 1999}", [_autumn(y)], []) for y in range(2029, 2045)]
    tom_saves(site, "calendar", laid_out(form)[0])
    send(priya, CALENDAR, save="yes", why="later", opens="08:00")
    now = form_of(text_now(site, "calendar"))

    assert now.values["opens"] == "08:00"
    assert (len(now.extra), len(now.years)) == (50, 19)


def _autumn(year: int) -> TermRow:
    parts = {"name": "Autumn", "starts": f"{year}-09-03", "ends": f"{year}-12-19"}
    return TermRow(parts | {"half_starts": "", "half_ends": ""})


def test_a_year_that_is_added_hides_nobody_elses_change(site: WebState, priya: Browser) -> None:
    opened = fields(priya.open(CALENDAR).text)
    tom_saves(site, "calendar", text_now(site, "calendar").replace("opens: 08:30", "opens: 08:00"))
    added = fields(priya.send(CALENDAR, opened | {"add": "yes"}, on=CALENDAR).text)
    added |= {"year-3-term-0-starts": "2029-09-03", "year-3-term-0-ends": "2029-12-19"}
    told = priya.send(CALENDAR, added | {"save": "yes", "why": "mine"}, on=CALENDAR)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "office opens" in told.text
    assert site.policy.desk.store.stamp() == 1


def test_a_changed_list_of_laws_is_linted_anew(site: WebState) -> None:
    laws, held, today = ["a"], list(site.policy.held().values()), site.clock.now().date()
    seen: list[str] = []

    def look(_packs: Sequence[Pack], _today: date) -> tuple[Remark, ...]:
        seen.append(laws[0])
        return ()

    desk = LintDesk(look, lambda: laws[0])
    for laws[0] in ("a", "a", "b"):
        desk.remarks(held, today).result(timeout=5)

    assert seen == ["a", "b"]


def test_history_names_them_and_no_other_list_is_here(priya: Browser) -> None:
    change(priya, WORDS, text="Kestrel", why="our network", save="yes")

    assert "Own words" in priya.open("/policy/history?pack=words").text
    assert "Own words" in priya.open("/policy").text
    assert priya.open(f"{HOME}/secrets/text").status_code == HTTPStatus.NOT_FOUND
    assert priya.open(f"{LAWS}/out-of-date?law=Nothing").status_code == HTTPStatus.NOT_FOUND


def test_a_calendar_that_moves_an_open_issue_says_so_before_it_is_saved(
    site: WebState, priya: Browser
) -> None:
    before = text_now(site, "calendar")
    issue = open_issue(site.desk.desk)
    assert issue
    saturdays = {"issue_day": "Saturday", "days": [*fields(priya.open(CALENDAR).text)["days"], "Saturday"]}  # type: ignore[misc]  # days are a list
    asked = send(priya, CALENDAR, **saturdays, why="Saturdays", save="yes")
    moves = (
        "Issue 11 is open, with 0 items in it: it moves from Friday 20 November 2026 to Saturday 21 November"
    )
    assert moves in asked
    assert text_now(site, "calendar") == before

    told = re.findall(r'name="told" value="([^"]+)"', asked)
    send(priya, CALENDAR, **saturdays, why="Saturdays", save="yes", told=told)
    assert calendar_of(document_named(site.policy.desk, "calendar")).issue_weekday == SATURDAY


def test_a_calendar_as_text_that_moves_an_open_issue_says_so_too(site: WebState, priya: Browser) -> None:
    assert open_issue(site.desk.desk)
    page = f"{CALENDAR}/text"
    text = text_now(site, "calendar").replace("issue_day: Friday", "issue_day: Thursday")
    sent = fields_on(priya.open(page).text) | {"text": text, "why": "Thursdays", "save": "yes"}
    asked = html.unescape(priya.send(page, sent, on=page).text)
    assert "it moves from Friday 20 November 2026 to Thursday 19 November 2026" in asked
    assert text_now(site, "calendar") != text

    told = re.findall(r'name="told" value="([^"]+)"', asked)
    assert "It is in force everywhere" in priya.send(page, sent | {"told": told}, on=page).text


def test_a_calendar_that_leaves_issues_alone_is_saved_at_once(site: WebState, priya: Browser) -> None:
    assert open_issue(site.desk.desk)
    send(priya, CALENDAR, opens="08:00", why="Earlier", save="yes")
    assert f"{calendar_of(document_named(site.policy.desk, 'calendar')).opens:%H:%M}" == "08:00"
