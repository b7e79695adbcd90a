"""The contract of the pack store: every version stays, and nobody overwrites another unseen."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from app.adapters.store.packs import SqlPackStore
from app.domain.errors import PolicyChangeError
from app.ports import PackChange, PackStore, PackVersion
from tests.conftest import DATABASES, opened
from tests.fakes import FakePackStore

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["fake", *DATABASES])
def store(request: pytest.FixtureRequest) -> Iterator[PackStore]:
    if request.param == "fake":
        yield FakePackStore()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlPackStore(engine)


def saved(store: PackStore, pack: str, text: str, follows: int = 0) -> PackVersion:
    return store.save([PackChange(pack, text, follows)], AT, "Pam", "too loud")[0]


def test_nothing_was_ever_saved(store: PackStore) -> None:
    assert (store.stamp(), store.newest(), list(store.history(5))) == (0, {}, [])
    assert store.version(1) is None


def test_a_version_comes_back_as_it_was(store: PackStore) -> None:
    text = "id: kent\ntitle: “Kent” — schools\n" * 2000
    first = saved(store, "kent", text)

    assert first == PackVersion(first.number, "kent", text, AT, "Pam", "too loud", 0)
    assert store.version(first.number) == first
    assert store.stamp() == first.number > 0


def test_the_newest_of_each_pack_is_in_force(store: PackStore) -> None:
    first = saved(store, "kent", "a")
    other = saved(store, "trust", "b")
    second = saved(store, "kent", "c", first.number)

    assert store.newest() == {"kent": second, "trust": other}
    assert list(store.history(2)) == [second, other]
    assert store.stamp() == second.number


def test_several_packs_are_saved_together_or_not_at_all(store: PackStore) -> None:
    first = saved(store, "kent", "a")
    changes = [PackChange("trust", "b", 0), PackChange("kent", "c", 0)]

    with pytest.raises(PolicyChangeError, match="kent"):
        store.save(changes, AT, "Pam", "too loud")
    assert store.newest() == {"kent": first}
    assert len(store.save([changes[0], PackChange("kent", "c", first.number)], AT, "Pam", "why")) == 2


def test_of_many_at_once_one_is_saved(store: PackStore) -> None:
    with ThreadPoolExecutor(6) as several:
        done = [several.submit(saved, store, "kent", f"text {n}") for n in range(6)]
    refused = [d.exception() for d in done if d.exception()]

    assert [type(error) for error in refused] == [PolicyChangeError] * 5
    assert len(store.history(9)) == 1
