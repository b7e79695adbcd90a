"""Keys change while we run, and nobody makes us fetch them by sending nonsense."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import pytest
from joserfc.jwk import ECKey, OctKey

from app.domain.errors import ProviderError, SignInError
from tests.adapters.entra.conftest import Ours
from tests.oidc_provider import new_key

MINUTE, HOUR = 60.0, 3600.0


def takes(ours: Ours, token: str) -> bool:
    try:
        return ours.tokens().caller_of(token).name == "Priya Shah"
    except SignInError:
        return False


def test_they_are_fetched_once_and_kept(ours: Ours) -> None:
    assert all(takes(ours, ours.provider.token()) for _ in range(5))
    assert len(ours.provider.fetched) == 2  # how it works, and its keys


def test_a_new_key_is_found_at_once(ours: Ours) -> None:
    assert takes(ours, ours.provider.token())
    ours.provider.keys = [*ours.provider.keys, new_key("two")]
    ours.seconds = MINUTE

    assert takes(ours, ours.provider.token())
    assert takes(ours, ours.provider.token(ours.provider.keys[0]))


def test_a_key_that_was_withdrawn_is_no_good_after_half_a_day(ours: Ours) -> None:
    old = ours.provider.token()
    assert takes(ours, old)
    ours.provider.keys = [new_key("two")]
    ours.seconds = 12 * HOUR

    assert not takes(ours, old)
    assert takes(ours, ours.provider.token())


def test_unknown_keys_make_us_ask_once_a_minute_at_most(ours: Ours) -> None:
    assert takes(ours, ours.provider.token())
    forged = [ours.provider.token(header={"kid": f"unknown {n}"}) for n in range(50)]
    for n, token in enumerate(forged):
        ours.seconds = n * 2.0
        assert not takes(ours, token)

    assert len(ours.provider.fetched) == 2 * 2  # once at the start, once in these 100 seconds


def test_while_the_provider_is_away_good_keys_stay_good_for_two_days(ours: Ours) -> None:
    token = ours.provider.token(exp=4_000_000_000)
    assert takes(ours, token)
    ours.provider.is_down = True
    ours.seconds = 47 * HOUR
    assert takes(ours, token)
    ours.seconds = 49 * HOUR

    with pytest.raises(ProviderError):
        takes(ours, token)


def test_who_has_a_known_key_does_not_wait_for_a_slow_provider(
    ours: Ours, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = ours.provider.token(exp=4_000_000_000)
    assert takes(ours, token)
    asked, may_answer, read = Event(), Event(), ours.keys._read  # noqa: SLF001 (made slow)

    def slow(address: str) -> Any:
        asked.set()
        assert may_answer.wait(10)
        return read(address)

    monkeypatch.setattr(ours.keys, "_read", slow)
    ours.seconds = 12 * HOUR
    with ThreadPoolExecutor(1) as pool:
        waits = pool.submit(takes, ours, token)
        assert asked.wait(10)
        assert takes(ours, token)
        may_answer.set()
        assert waits.result()


def test_when_it_is_back_so_are_we(ours: Ours) -> None:
    ours.provider.is_down = True
    with pytest.raises(ProviderError):
        takes(ours, ours.provider.token())
    ours.provider.is_down = False
    with pytest.raises(ProviderError):
        takes(ours, ours.provider.token())  # not asked again at once
    ours.seconds = MINUTE

    assert takes(ours, ours.provider.token())


@pytest.mark.filterwarnings("ignore:Key size should be")
def test_a_key_for_anything_else_signs_nothing(ours: Ours) -> None:
    weak, other = new_key("weak", 1024), new_key("other")
    twice = new_key("one")
    ours.provider.also_published = [
        weak.as_dict(private=False),
        {**other.as_dict(private=False), "use": "enc"},
        {**new_key("ps").as_dict(private=False), "alg": "PS256"},
        ECKey.generate_key("P-256", {"kid": "curve"}).as_dict(private=False),
        OctKey.generate_key(256, {"kid": "secret"}).as_dict(),
        {"kid": "broken", "kty": "RSA", "n": "é", "e": 7},
        {"kty": "RSA"},
    ]
    assert [takes(ours, ours.provider.token(key)) for key in (weak, other)] == [False, False]
    assert takes(ours, ours.provider.token())
    ours.provider.also_published = [twice.as_dict(private=False)]
    ours.made = None

    assert not takes(ours, ours.provider.token())  # two keys of one name: which is the provider's?


@pytest.mark.parametrize("address", ["http://127.0.0.1/keys", "file:///etc/passwd", "", "https://"])
def test_keys_are_fetched_from_nowhere_unsafe(
    ours: Ours, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = ours.keys._read  # noqa: SLF001 (the provider's own papers are turned against us)

    def turned(asked: str) -> dict[str, Any]:
        return {**read(asked), "jwks_uri": address}

    monkeypatch.setattr(
        ours.keys, "_read", lambda asked: turned(asked) if "well-known" in asked else read(asked)
    )

    with pytest.raises(ProviderError):
        takes(ours, ours.provider.token())
