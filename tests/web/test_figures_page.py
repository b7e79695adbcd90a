"""The figures are told three times over: in sentences, as bars and as a table, which is also a file."""

import csv
import io
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest

from app.bulletin.figures.burden import Burden, Spread
from app.bulletin.go_out import mailing_of_issue
from app.bulletin.publish import go_out, publish
from app.domain.issue import QUESTIONS
from app.web.figures.figure import WIDTH, chart
from app.web.figures.room import FiguresRoom
from app.web.figures.told import mails_to_a_school
from app.web.spreadsheet import as_csv
from app.web.state import WebState
from tests.desk_rooms import EDITOR, PRIMARY, placed
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.figure_fakes import FakeSchoolMails, FakeSentDrafts
from tests.insight.test_by_rule import spoke
from tests.insight_fakes import FakeRuleFacts, insight_room
from tests.web.conftest import Browser, app_for, browser_at

YES = dict.fromkeys(QUESTIONS, True)


def full(site: WebState) -> WebState:
    """Where an issue went to 150 schools, and twelve people sent mail."""
    placed(site.desk, ["Census day"])
    placed(site.desk, ["Swimming"], for_whom=PRIMARY)
    desk = site.desk.desk
    issue = desk.book.issues()[0]
    held = publish(desk, issue.key, issue.version, YES, EDITOR).held_until
    assert held
    after = replace(desk, clock=FakeClock(held + timedelta(minutes=1)))
    go_out(after, issue.key)
    sent = [(MONDAY_MORNING, f"p{n}", f"d{n}", "send" if n else "bulletin") for n in range(12)]
    rule = site.policy.live().packs[0].rules[0].id
    met = insight_room(FakeRuleFacts(spoke(rule, MONDAY_MORNING, range(11))))
    got = FakeSchoolMails({mailing_of_issue(issue.key): {str(n) for n in range(150)}})
    room = FiguresRoom(FakeSentDrafts(sent), got, lambda: 160, 180, 365)
    monday = replace(desk, clock=FakeClock(MONDAY_MORNING + timedelta(weeks=1)))
    return replace(site, desk=replace(site.desk, desk=monday), figures=room, insight=met)


@pytest.fixture
def reader(site: WebState) -> Browser:
    return browser_at(app_for(full(site))).come_in()


def test_before_anything_every_figure_says_what_is_missing(priya: Browser) -> None:
    told = priya.open("/desk/figures").text

    assert told.count("Nothing to show yet") == 8
    assert "<svg" not in told
    assert 'aria-current="page"' in told


def test_figures_are_sentences_bars_and_tables(reader: Browser) -> None:
    told = reader.open("/desk/figures").text

    assert "Half of the 160 schools got at most 1 mail." in told
    assert "10 schools got none." in told
    assert "In the autumn term 2026–27 half of the schools got at most 1 mail." in told
    assert "1 mail-out as issues of the bulletin." in told
    assert "12 drafts came to Send." in told
    assert "For 1 another route was named (8%)." in told
    assert "0 of 12 drafts (0%)." in told
    assert "2 items went out" in told
    assert "Half of the items took at most 4 days" in told
    assert told.count('role="img"') == 8
    assert "Fewer than 10 people" in told, "a week in which nobody sent anything"


def test_the_running_week_of_peoples_mail_is_not_told_and_that_is_said(site: WebState) -> None:
    whole = full(site)
    before = replace(whole.desk.desk, clock=FakeClock(MONDAY_MORNING + timedelta(days=6)))
    early = browser_at(app_for(replace(whole, desk=replace(whole.desk, desk=before)))).come_in()
    told = early.open("/desk/figures").text

    assert "here up to 15 November 2026, so that nobody can look before and after a mail" in told
    assert "Week of 16 November" not in told
    assert "No rule was met by 10 people or more." in told
    assert "Half of the 160 schools got at most 1 mail." in told, "what schools got is told up to today"


def test_a_figure_is_a_file_too(reader: Browser) -> None:
    reply = reader.open("/desk/figures/audiences.csv")

    assert reply.headers["content-type"].startswith("text/csv")
    assert reply.content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(reply.text.removeprefix("\ufeff")))) == [
        ["Audience", "Items"],
        ["For everyone", "1"],
        ["For primary schools", "1"],
    ]
    assert reader.open("/desk/figures/nothing.csv").status_code == HTTPStatus.NOT_FOUND


def test_a_term_is_chosen_by_its_first_day_and_nonsense_is_the_newest(reader: Browser) -> None:
    for term in ("2026-09-01", "tomorrow", ""):
        assert "Autumn term 2026–27" in reader.open(f"/desk/figures?term={term}").text


def test_what_is_deleted_is_not_counted_and_is_said(site: WebState) -> None:
    whole = full(site)
    short = replace(whole, figures=replace(whole.figures, records_days=3, messages_days=1))
    late = replace(short.desk.desk, clock=FakeClock(short.desk.desk.clock.now() + timedelta(days=3)))
    told = (
        browser_at(app_for(replace(short, desk=replace(short.desk, desk=late))))
        .come_in()
        .open("/desk/figures")
        .text
    )

    assert "No mail has reached a school in this time." in told
    assert "No longer kept" in told


def test_before_the_first_term_there_is_no_figure(site: WebState) -> None:
    desk = replace(site.desk.desk, clock=FakeClock(MONDAY_MORNING - timedelta(days=3000)))
    early = browser_at(app_for(replace(site, desk=replace(site.desk, desk=desk)))).come_in()

    assert "No figures yet" in early.open("/desk/figures").text
    assert early.open("/desk/figures/routes.csv").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "  =1", "＝1+1", "＠SUM(A1)"]
)
def test_no_text_becomes_a_formula(cell: str) -> None:
    (row,) = list(csv.reader(io.StringIO(as_csv((cell,), ()).removeprefix("\ufeff"), newline="")))

    assert row == [f"'{cell}"]


def test_numbers_and_words_stay_as_they_are() -> None:
    assert as_csv(("Week", "Drafts"), [("1, 2", -3), ("", 0)]) == '\ufeffWeek,Drafts\r\n"1, 2",-3\r\n,0\r\n'


def test_bars_fit_into_their_chart_and_are_as_long_as_their_numbers() -> None:
    drawn = chart([("a" * 60, 1204), ("b", 602), ("c", 0)])

    assert [bar.length for bar in drawn] == [204, 102, 0]
    assert max(bar.length for bar in drawn) < WIDTH - 50
    assert drawn[0].label == "a" * 60
    assert chart([("a", 0)])[0].length == 0


def test_many_mails_are_told_in_about_a_dozen_steps() -> None:
    spread = Spread(60, {0: 3, **dict.fromkeys(range(1, 61), 1)})
    rows = mails_to_a_school(Burden(spread, {}), MONDAY_MORNING.date()).rows

    assert rows[:2] == [("0", 3), ("1 to 6", 6)]
    assert (rows[-1], sum(int(number) for _, number in rows)) == (("55 to 60", 6), 63)
