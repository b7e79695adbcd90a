"""Do mails and replies link to the pages of the website, when schools can reach it?"""

from pathlib import Path

from app.furnishing import desk_room
from app.settings import Settings
from app.wiring.installation import Installation
from app.wiring.mailings import issue_texts
from app.wiring.website import link_to
from tests.bulletin.desks import EVE, KEY, TUESDAY, leave, placed
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
