"""Do mails and replies link to the pages of the website, when schools can reach it?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.bulletin.build_issue import place
from app.bulletin.document_review import Opens, opens
from app.bulletin.edit import make_ready
from app.bulletin.gates import Place
from app.bulletin.publish import go_out, publish
from app.bulletin.searching.search import search
from app.doctor import Mark, diagnose
from app.furnishing import build_site, desk_room
from app.settings import Settings
from app.wiring.installation import Installation
from app.wiring.mailings import issue_texts
from app.wiring.put_document import put_document
from app.wiring.suggestions import Suggestions
from app.wiring.website import link_to
from tests.bulletin.desks import ANN, EVE, KEY, TEXT, TUESDAY, YES, leave, new, placed
from tests.fakes import FakeClock

WEB = "https://bulletin.council.example"


def test_mails_link_to_the_pages_that_stay(tmp_path: Path) -> None:
    made = Installation(Settings(data=tmp_path, public_url=f"{WEB}/"), FakeClock(TUESDAY))
    made.registers.postings.add(leave(EVE))
    room = desk_room(made)
    item = placed(room.desk, key=KEY)
    assert item.issue
    issue = room.desk.issue(item.issue)
    text = issue_texts(room.laid_out, issue)[""]

    for words in (text.text, text.html):
        assert f"{WEB}/bulletin/{issue.key}" in words
        assert f"{WEB}/bulletin/items/{item.id}" in words
    assert not link_to(made, item.id)


def test_what_stands_in_a_document_is_said_of_its_item_and_it_opens_with_it(tmp_path: Path) -> None:
    made = Installation(Settings(data=tmp_path, public_url=WEB), FakeClock(TUESDAY))
    words = b"name,upn\r\nEllie Hartwell,G886526018159\r\n"
    number = put_document(made, "Pupils.csv", words, ANN.address).facts.id
    text = replace(TEXT, documents=(number,))
    gated = Suggestions(made).gates(text, ANN)
    told = {advice.finding.id: gated.places(advice) for advice in gated.verdict.advice}

    assert told["identifiers/upn"] == (Place("documents", "Pupils.csv"),)
    assert not made.bulletin.documents.is_out(number)


def test_what_went_out_is_found_and_its_document_opens(tmp_path: Path) -> None:
    clock = FakeClock(TUESDAY)
    made = Installation(Settings(data=tmp_path, public_url=WEB), clock)
    made.registers.postings.add(leave(EVE))
    number = put_document(made, "Kit list.txt", b"Bring a flute.", ANN.address).facts.id
    room = desk_room(made)
    item = new(room.desk, text=replace(TEXT, documents=(number,)))
    make_ready(room.desk, item.id, item.version, EVE)
    place(room.desk, KEY, item.id, EVE)
    held = publish(room.desk, KEY, room.desk.issue(KEY).version, YES, EVE)
    assert held.held_until
    clock.at = held.held_until
    site = build_site(made).archive
    before = search(site.archive, site.index, site.documents, "music places")
    go_out(room.desk, KEY)
    after = search(site.archive, site.index, site.documents, "music places")
    inside = search(site.archive, site.index, site.documents, "places flute")

    assert (before.count, after.count) == (0, 1)
    assert after.found[0].item.number == item.id
    assert [(one.item.number, one.documents[0].name) for one in inside.found] == [(item.id, "Kit list")]
    assert opens(site.documents, number, is_scanned=site.is_scanned) is Opens.NOW
    site.documents.forget_before(clock.at + timedelta(days=5000))
    assert search(site.archive, site.index, site.documents, "places flute").count == 0


def test_the_doctor_says_whether_documents_are_scanned(tmp_path: Path) -> None:
    def told(clamd: str | None) -> tuple[Mark, str]:
        made = Installation(Settings(data=tmp_path, clamd=clamd), FakeClock(TUESDAY))
        return next((found.mark, found.said) for found in diagnose(made) if found.part == "viruses")

    assert told(None) == (
        Mark.NOTE,
        "documents on the website are not scanned. To have them scanned, set SENDWELL_CLAMD",
    )
    mark, said = told(f"{tmp_path}/clamd.socket")
    assert mark is Mark.MEND
    assert "documents wait until then" in said
