"""Does an editor find again what left the desk, read what became of it, and get it back?"""

from http import HTTPStatus

from app.bulletin.edit import decline, merge, take_up
from app.bulletin.publish import go_out, publish
from app.bulletin.submit import withdraw
from app.domain.issue import QUESTIONS
from app.domain.item import Item, ItemState
from app.web.desk.placing import open_issue
from app.web.state import WebState
from tests.desk_rooms import EDITOR, OTHER, SENDER, desk_room, later, placed, put_in
from tests.fakes import FakeClock
from tests.web.conftest import Browser, app_for, browser_at, site_for

LEFT = "/desk/left"


def declined(site: WebState, headline: str = "Choir day", why: str = "Told <twice>.") -> Item:
    item = put_in(site.desk, headline)
    return decline(site.desk.desk, item.id, item.version, OTHER, why)


def test_an_empty_list_says_what_will_stand_there(priya: Browser) -> None:
    assert f'href="{LEFT}"' in priya.open("/desk").text
    assert "declined, merged or taken back by its sender" in priya.open(LEFT).text
    assert "Nothing has gone out yet" in priya.open(f"{LEFT}?show=out").text
    assert "declined, merged or taken back" in priya.open(f"{LEFT}?show=<b>").text


def test_each_tells_what_became_of_it_by_whom_and_why(priya: Browser, site: WebState) -> None:
    here, gone, back = put_in(site.desk, "Dance day"), put_in(site.desk, "Drama"), put_in(site.desk, "Flutes")
    declined(site)
    merge(site.desk.desk, gone.id, gone.version, here.id, EDITOR)
    withdraw(site.desk.desk, back.id, back.version, SENDER)
    told = priya.open(LEFT).text

    assert "Tom Aldous declined it on 16 November 2026" in told
    assert "“Told &lt;twice&gt;.”" in told
    assert f'Priya Shah merged it into <a href="/desk/items/{here.id}">Dance day</a>' in told
    assert "Sam Field took it back on 16 November 2026." in told
    assert told.count('name="take-up"') == 2
    assert 'Take it up again<span class="unseen">: “Choir day”</span></button>' in told
    assert "Dance day</a></h3>" not in told
    assert SENDER.address not in told


def test_one_kind_alone_and_a_word_can_be_asked_for(priya: Browser, site: WebState) -> None:
    declined(site)
    declined(site, "Dance day")
    back = put_in(site.desk, "Flutes")
    withdraw(site.desk.desk, back.id, back.version, SENDER)

    taken_back = priya.open(f"{LEFT}?show=withdrawn").text
    assert "Flutes" in taken_back
    assert "Choir day" not in taken_back
    found = priya.open(f"{LEFT}?q=SAM+choir").text
    assert "Choir day</a>" in found
    assert "Dance day</a>" not in found
    assert "Nothing like that" in priya.open(f"{LEFT}?q=<b>nowhere").text


def test_what_was_declined_is_taken_up_again_from_the_list(priya: Browser, site: WebState) -> None:
    gone = declined(site)
    told = priya.send(LEFT, {"take-up": gone.id, f"version-{gone.id}": gone.version}, on=LEFT).text

    assert "It is back at the desk, and you work on it." in told
    assert "<strong>Priya Shah</strong> took it up again." in told
    item = site.desk.desk.item(gone.id)
    assert (item.state, item.editor) == (ItemState.NEW, EDITOR)
    assert "New (1)" in priya.open("/desk").text
    assert "Choir day</a>" not in priya.open(LEFT).text


def test_somebody_was_quicker(priya: Browser, site: WebState) -> None:
    gone = declined(site)
    take_up(site.desk.desk, gone.id, gone.version, OTHER)
    for number, version in ((gone.id, gone.version), ("0123abcd", 1), ("", 0)):
        told = priya.send(LEFT, {"take-up": number, f"version-{number}": version}, on=LEFT)
        assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert "Nothing was changed." in told.text
    assert site.desk.desk.item(gone.id).editor == OTHER


def test_a_slip_is_put_right_on_the_page_where_it_happened(priya: Browser, site: WebState) -> None:
    item, other = put_in(site.desk, "Choir day"), put_in(site.desk, "Choir day, again")
    page = f"/desk/items/{item.id}"
    told = priya.send(page, {"do": "merge", "version": 1, "into": other.id}, on=page).text
    assert "Take it up again" in told
    assert f'into another: <a href="/desk/items/{other.id}">Choir day, again</a>.' in told
    told = priya.send(page, {"do": "take-up", "version": 2}, on=page).text

    assert "It is back at the desk" in told
    assert "What the checks say" in told
    assert (
        f'parted it from another: <a href="{page}">Choir day</a>.'
        in priya.open(f"/desk/items/{other.id}").text
    )


def test_what_went_out_leads_to_its_issue_and_stays() -> None:
    clock = FakeClock()
    site = site_for(clock=clock, desk=desk_room(clock))
    (item,) = placed(site.desk, ["Choir day"])
    issue = open_issue(site.desk.desk)
    assert issue
    publish(site.desk.desk, issue.key, issue.version, dict.fromkeys(QUESTIONS, True), EDITOR)
    later(clock, days=4)
    go_out(site.desk.desk, issue.key)
    told = browser_at(app_for(site)).come_in().open(f"{LEFT}?show=out").text

    assert f'published it in <a href="/desk/issues/{issue.key}">issue 11</a> on 20 November 2026' in told
    assert "Take it up again" not in told
    assert item.text.headline in told
