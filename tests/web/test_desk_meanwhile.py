"""Nothing that an editor wrote is lost or undone, whoever was quicker."""

from dataclasses import replace
from datetime import date
from http import HTTPStatus

from app.bulletin.edit import claim, edit
from app.bulletin.publish import publish, stop
from app.domain.issue import QUESTIONS
from app.domain.item import Item
from app.web.desk.placing import open_issue
from app.web.state import WebState
from tests.desk_rooms import EDITOR, OTHER, placed, put_in
from tests.web.conftest import Browser
from tests.web.test_desk_pages import KEY, fields_of

LOCKED = "which is published. Stop the issue first to change it."


def publish_it(site: WebState) -> None:
    issue = open_issue(site.desk.desk)
    assert issue
    publish(site.desk.desk, issue.key, issue.version, dict.fromkeys(QUESTIONS, True), EDITOR)


def change(site: WebState, item: Item, **texts: object) -> None:
    now = site.desk.desk.item(item.id)
    edit(site.desk.desk, now.id, now.version, replace(now.text, **texts), OTHER)  # type: ignore[arg-type]  # fields of a text


def test_what_only_the_other_changed_is_not_undone(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day")
    page = f"/desk/items/{item.id}"
    mine = fields_of(priya.open(page).text) | {"contact": "Priya, 01632 960600", "do": "save"}
    change(site, item, headline="Choir days", summary="Words of Tom.")
    told = priya.send(page, mine, on=page)

    assert told.status_code == HTTPStatus.CONFLICT
    assert "Changed by others only: Headline, Summary." in told.text
    assert "Changed by you too" not in told.text
    assert "Saved." in priya.send(page, fields_of(told.text) | {"do": "save"}, on=page).text
    text = site.desk.desk.item(item.id).text
    assert (text.headline, text.summary, text.contact) == (
        "Choir days",
        "Words of Tom.",
        "Priya, 01632 960600",
    )


def test_what_both_changed_is_shown_twice(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day", body="Come at nine.")
    page = f"/desk/items/{item.id}"
    mine = fields_of(priya.open(page).text) | {"body": "Come at ten.", "do": "ready"}
    change(site, item, body="Come at eight.", headline="Choir days")
    told = priya.send(page, mine, on=page).text

    assert "Changed by you too" in told
    assert "Come at eight.</td>" in told
    assert "Come at ten.</td>" in told
    assert fields_of(told)["headline"] == "Choir days"
    assert fields_of(told)["body"] == "Come at ten."


def test_where_the_other_claimed_it_too_the_words_can_be_copied(priya: Browser, site: WebState) -> None:
    item = put_in(site.desk, "Choir day")
    page = f"/desk/items/{item.id}"
    mine = fields_of(priya.open(page).text) | {"summary": "Mine entirely.", "do": "save"}
    claim(site.desk.desk, item.id, OTHER)
    for change_too in (False, True):
        if change_too:
            change(site, item, headline="Choir days")
        told = priya.send(page, mine, on=page).text
        assert "What you wrote" in told
        assert "Mine entirely.</dd>" in told
        assert "Tom Aldous has claimed it" in told
        assert "Read it and save again" not in told
        assert 'name="headline"' not in told


def test_an_item_of_a_published_issue_shows_no_form(priya: Browser, site: WebState) -> None:
    [item] = placed(site.desk, ["Choir day"])
    page = f"/desk/items/{item.id}"
    open_form = fields_of(priya.open(page).text) | {"summary": "Mine entirely.", "do": "save"}
    publish_it(site)
    told = priya.open(page).text
    assert f"It stands in issue 11, {LOCKED}" in told
    assert 'name="headline"' not in told
    assert 'value="decline"' not in told

    late = priya.send(page, open_form, on="/desk").text
    assert "Mine entirely.</dd>" in late
    assert site.desk.desk.item(item.id).text == item.text
    assert item.issue
    stop(site.desk.desk, item.issue)
    assert 'name="headline"' in priya.open(page).text


def test_before_the_cut_off_publishing_says_what_it_locks(priya: Browser, site: WebState) -> None:
    placed(site.desk, ["Choir day"])
    assert "It is early: items come in until Wednesday 18 November 2026" in priya.open(KEY).text
    site.clock.at = site.clock.at.replace(day=19)  # type: ignore[attr-defined]  # the fake's
    assert "It is early" not in priya.open(KEY).text


def test_ticks_are_of_the_issue_that_was_seen(priya: Browser, site: WebState) -> None:
    [item] = placed(site.desk, ["Choir day"])
    issue = open_issue(site.desk.desk)
    assert issue
    ask = {"do": "publish", "version": issue.version, "answers": list(QUESTIONS)}
    change(site, item, headline="Choir days")
    told = priya.send(KEY, ask, on=KEY).text

    assert "Somebody changed this issue meanwhile." in told
    assert "checked" not in told.partition('id="questions"')[2].partition("</fieldset>")[0]


def test_the_button_promises_no_place_in_an_issue_that_it_cannot_get(priya: Browser, site: WebState) -> None:
    fits, closed = put_in(site.desk, "Choir day"), put_in(site.desk, "Old news", closes=date(2026, 11, 17))
    assert "Ready, into issue 11, next" in priya.open(f"/desk/items/{fits.id}").text
    assert "Ready, next" in priya.open(f"/desk/items/{closed.id}").text
