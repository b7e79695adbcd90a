"""A changed calendar, word or law is in force on every worker within seconds, and nothing broken ever is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.errors import PackError, PolicyChangeError
from app.policy.amend import amend
from app.policy.pack import parse_pack
from app.policy_owner.change_policy import PolicyDesk, Signed, rewritten, save, undo
from app.policy_owner.live_documents import LiveDocument, LiveTexts
from app.policy_owner.live_policy import LOOK_AGAIN_S
from app.ports import PackChange
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.fakes import FakeClock, FakePackStore
from tests.road import pack_text

PAM = Signed("Pam", "the new year")
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


class Seconds:
    """A clock that somebody else winds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def worker(store: FakePackStore, seconds: Seconds) -> LiveDocument[int]:
    return LiveDocument("words", LiveTexts({"words": "1"}, store, seconds), _number)


def _number(text: str) -> int:
    if not text.isdigit():
        raise PackError("words", 1, "words", "no number")
    return int(text)


def say(store: FakePackStore, text: str, follows: int = 0) -> None:
    store.save([PackChange("words", text, follows)], NOW, "Pam", "why")


def test_a_change_is_in_force_everywhere_after_the_next_look() -> None:
    store, seconds = FakePackStore(), Seconds()
    workers = [worker(store, seconds) for _ in range(3)]
    say(store, "2")

    assert [one() for one in workers] == [1, 1, 1]
    seconds.now = LOOK_AGAIN_S
    assert [one() for one in workers] == [2, 2, 2]


def test_what_was_known_stays_when_the_store_is_down_or_holds_what_cannot_be_read() -> None:
    store, seconds = FakePackStore(), Seconds()
    one = worker(store, seconds)
    store.is_broken, seconds.now = True, 10.0
    assert one() == 1
    store.is_broken, seconds.now = False, 20.0
    say(store, "what a newer Sendwell saved")
    assert one() == 1
    say(store, "3", 1)
    seconds.now = 30.0
    assert one() == 3


def test_it_is_read_once_for_each_text() -> None:
    store, seconds = FakePackStore(), Seconds()
    read: list[str] = []
    one = LiveDocument("words", LiveTexts({"words": "1"}, store, seconds), read.append)
    for seconds.now in (1.0, 5.0, 9.0):
        one()

    assert read == ["1"]


def test_a_saved_text_that_cannot_be_read_is_told_at_start() -> None:
    store = FakePackStore()
    say(store, "oops")

    with pytest.raises(PackError, match="no number"):
        worker(store, Seconds())


def test_no_pack_may_be_called_like_a_list() -> None:
    with pytest.raises(PackError, match="choose another id"):
        parse_pack(pack_text("trust").replace("id: trust", "id: laws", 1), "laws.yaml")


@pytest.fixture
def workers(tmp_path: Path, database_url: str) -> Iterator[tuple[Installation, Installation]]:
    """Two workers on one database, for each kind of database."""
    settings = load_settings({}, data=tmp_path, database_url=database_url)
    both = Installation(settings), Installation(settings)
    yield both
    for one in both:
        one.ground.engine.dispose()


def look_again(*workers: Installation) -> None:
    """As after `LOOK_AGAIN_S`."""
    for one in workers:
        one.policy.documents.texts._looked = one.policy.live._looked = float("-inf")  # noqa: SLF001 - time passes


def change(made: Installation, document: str, text: str) -> int:
    _, number = made.policy.desk.text(document)
    return save(made.policy.desk, [rewritten(made.policy.desk, document, text, number)], PAM)[0].number


def test_a_calendar_saved_by_one_worker_is_followed_by_the_other(
    workers: tuple[Installation, Installation],
) -> None:
    here, there = workers
    road = there.road(keeps_records=False)
    before = road.around.calendar().next_issue(NOW)
    number = change(
        here,
        "calendar",
        here.policy.desk.text("calendar")[0].replace("issue_day: Friday", "issue_day: Thursday"),
    )
    look_again(there)
    after = road.around.calendar().next_issue(NOW)
    undo(here.policy.desk, number, PAM)
    look_again(there)

    assert before is not None
    assert after is not None
    assert (f"{before.goes_out:%A}", f"{after.goes_out:%A}") == ("Friday", "Thursday")
    assert road.around.calendar().next_issue(NOW) == before


def test_words_and_laws_are_followed_too(workers: tuple[Installation, Installation]) -> None:
    here, there = workers
    speller, laws = there.road(keeps_records=False).around.speller, len(there.policy.documents.laws.laws)
    assert speller.correct("tommorow") is not None
    change(here, "words", "tommorow  # the name of a team\n")
    change(here, "laws", here.policy.desk.text("laws")[0] + "- {name: Seating Act, years: [2024]}\n")
    look_again(there)

    assert speller.correct("tommorow") is None
    assert len(there.policy.documents.laws.laws) == laws + 1


def test_a_changed_address_of_the_communications_team_is_followed(
    workers: tuple[Installation, Installation],
) -> None:
    here, there = workers
    there.road(keeps_records=False)
    text, number = here.policy.desk.text("kent-schools")
    address = ("contacts", "communications-team", "address")
    changed = PackChange("kent-schools", amend(text, {address: "comms@wealdshire.example"}), number)
    save(here.policy.desk, [changed], PAM)
    look_again(there)

    assert "comms@wealdshire.example" in there.bulk_senders


def test_a_broken_text_is_refused_with_its_line_before_it_is_saved() -> None:
    desk = PolicyDesk(
        {}, FakePackStore(), FakeClock(), Installation(load_settings({})).policy.documents.shipped
    )
    for document, text, place in [
        ("calendar", "authority: A\nbulletin: {}\n", ":1: "),
        ("laws", "checked: 2026-01-01\nlaws:\n- {name: A}\n", ":3: laws[0].years"),
        ("words", "Wealdnet\nx=1\n", ":2: word"),
    ]:
        with pytest.raises(PackError, match=place.replace("[", r"\[").replace("]", r"\]")):
            rewritten(desk, document, text, 0)
    with pytest.raises(PolicyChangeError, match="Say why"):
        save(desk, [rewritten(desk, "words", "Wealdnet\n", 0)], Signed("Pam", " "))
    assert desk.store.stamp() == 0
