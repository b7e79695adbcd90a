"""Every forgery we know of is refused, and says in the log why."""

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from hmac import digest
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt as joserfc_jwt
from joserfc.jwk import ECKey

from app.domain.caller import Role
from app.domain.errors import ProviderError, SignInError
from tests.adapters.entra.conftest import ROLES, Ours
from tests.oidc_provider import CLIENT, OTHER_TENANT, TENANT, new_key

NOW = int(time.time())
STRANGER = new_key("stranger")


def part(said: object) -> str:
    return urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()


def refused(ours: Ours, token: str, **different: Any) -> str:
    with pytest.raises(SignInError) as error:
        ours.tokens(**different).caller_of(token)
    assert len(token) < 9 or token not in str(error.value)
    return error.value.reason


def test_a_good_token_is_a_person_with_roles(ours: Ours) -> None:
    caller = ours.tokens().caller_of(ours.provider.token())

    assert (caller.name, caller.address) == ("Priya Shah", "p.shah@wealdshire.example")
    assert caller.roles == {Role.SENDER, Role.EDITOR}


def test_who_it_is_never_hangs_on_a_name_or_an_address(ours: Ours) -> None:
    takes = ours.tokens().caller_of
    before = takes(ours.provider.token())
    renamed = takes(
        ours.provider.token(name="P Jones", preferred_username="p.jones@w.example", email="p.jones@w.example")
    )
    other = takes(ours.provider.token(oid="44444444-4444-4444-8444-444444444444", sub="another"))

    assert before.key == renamed.key != other.key
    assert renamed.address == "p.jones@w.example"


def claims(**different: Any) -> Callable[[Ours], str]:
    return lambda ours: ours.provider.token(**different)


def header(**different: Any) -> Callable[[Ours], str]:
    return lambda ours: ours.provider.token(header=different)


def alg_none(ours: Ours) -> str:
    payload = ours.provider.token().split(".")[1]
    return f"{part({'alg': 'none', 'kid': 'one'})}.{payload}."


def hs256_with_the_public_key(ours: Ours) -> str:
    public = ours.provider.keys[0].public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = f"{part({'alg': 'HS256', 'kid': 'one'})}.{ours.provider.token().split('.')[1]}"
    return f"{signed}.{urlsafe_b64encode(digest(public, signed.encode(), 'sha256')).rstrip(b'=').decode()}"


def rs256_said_over_hs256(ours: Ours) -> str:
    public = ours.provider.keys[0].public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = ".".join(ours.provider.token().split(".")[:2])
    return f"{signed}.{urlsafe_b64encode(digest(public, signed.encode(), 'sha256')).rstrip(b'=').decode()}"


def another_key_under_our_kid(ours: Ours) -> str:
    return ours.provider.token(STRANGER, {"kid": "one"})


def its_own_key_in_the_header(ours: Ours) -> str:
    public = STRANGER.as_dict(private=False)
    return ours.provider.token(STRANGER, {"kid": "one", "jwk": public, "jku": "https://evil.example/keys"})


def changed_after_signing(ours: Ours) -> str:
    head, _, signature = ours.provider.token().split(".")
    _, payload, _ = ours.provider.token(roles=["Sendwell.Administrator"]).split(".")
    return f"{head}.{payload}.{signature}"


def no_signature(ours: Ours) -> str:
    return ours.provider.token().rpartition(".")[0] + "."


def a_longer_algorithm(ours: Ours) -> str:
    key = ours.provider.keys[0]
    return joserfc_jwt.encode({"alg": "RS512", "kid": key.kid}, {"sub": "x"}, key, ["RS512"])


def a_critical_header(ours: Ours) -> str:
    known = {"kid": "one", "crit": ["exp"], "exp": 1}
    key = ours.provider.keys[0].private_key
    assert key
    return jwt.encode({"sub": "x"}, key, "RS256", known)


def an_elliptic_curve(_ours: Ours) -> str:
    key = ECKey.generate_key("P-256", {"kid": "one"})
    return joserfc_jwt.encode({"alg": "ES256", "kid": "one"}, {"sub": "x"}, key)


FORGERIES: dict[str, tuple[Callable[[Ours], str], str]] = {
    "alg none": (alg_none, "algorithm or key id"),
    "HS256 with the public key": (hs256_with_the_public_key, "algorithm or key id"),
    "HMAC under an RS256 header": (rs256_said_over_hs256, "signature or form"),
    "RS512": (a_longer_algorithm, "algorithm or key id"),
    "ES256": (an_elliptic_curve, "algorithm or key id"),
    "a stranger's key": (lambda ours: ours.provider.token(STRANGER), "key"),
    "a stranger's key under our kid": (another_key_under_our_kid, "signature or form"),
    "a key of its own in the header": (its_own_key_in_the_header, "signature or form"),
    "changed after signing": (changed_after_signing, "signature or form"),
    "no signature": (no_signature, "signature or form"),
    "a kid that is a path": (header(kid="../../../one"), "key"),
    "an empty kid": (header(kid=""), "key"),
    "a critical header that nobody knows": (a_critical_header, "form"),
    "for another service": (claims(aud="00000003-0000-0000-c000-000000000000"), "audience"),
    "for us and another service": (claims(aud=[CLIENT, "api://other"]), "other audiences"),
    "for nobody": (claims(aud=None), "signature or form"),
    "of another issuer": (claims(iss="https://evil.example/v2.0"), "issuer"),
    "of no issuer": (claims(iss=None), "signature or form"),
    "an issuer that is a list": (claims(iss=["a"]), "issuer"),
    "expired": (claims(exp=NOW - 301), "expired"),
    "without an end": (claims(exp=None), "signature or form"),
    "an end that is no time": (claims(exp="tomorrow"), "signature or form"),
    "not yet": (claims(nbf=NOW + 90_000), "not yet valid"),
    "made in the future": (claims(iat=NOW + 90_000), "not yet valid"),
    "no scope": (claims(scp=None), "scope"),
    "another scope": (claims(scp="User.Read Draft.Checks"), "scope"),
    "a scope that is a number": (claims(scp=7), "scope"),
    "an unknown add-in": (claims(azp="55555555-5555-4555-8555-555555555555"), "client"),
    "of no add-in": (claims(azp=None), "client"),
    "an add-in that is a list": (claims(azp=[CLIENT]), "client"),
    "nobody": (claims(oid=None, sub=None), "no user"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_refused(ours: Ours, name: str) -> None:
    forge, reason = FORGERIES[name]

    assert refused(ours, forge(ours)) == reason


OF_ENTRA: dict[str, Callable[[Ours], str]] = {
    "another tenant": claims(tid=OTHER_TENANT),
    "another tenant with its issuer": claims(tid=OTHER_TENANT, iss=f"https://127.0.0.1/{OTHER_TENANT}/v2.0"),
    "no tenant": claims(tid=None),
    "a tenant that is a list": claims(tid=[TENANT]),
    "version one": claims(ver="1.0"),
    "no version": claims(ver=None),
}


@pytest.mark.parametrize("name", OF_ENTRA)
def test_a_token_of_another_tenant_or_version_is_refused(entra: Ours, name: str) -> None:
    assert refused(entra, OF_ENTRA[name](entra)) == "tenant or version"


def test_a_tenant_that_is_ours_cannot_be_named_by_another_ones_issuer(entra: Ours) -> None:
    entra.provider.issuer_said = f"{entra.provider.url}/{{tenantid}}/v2.0"
    both = frozenset({TENANT, OTHER_TENANT})
    good = entra.provider.token(iss=f"{entra.provider.url}/{OTHER_TENANT}/v2.0", tid=OTHER_TENANT)
    crossed = entra.provider.token(iss=f"{entra.provider.url}/{OTHER_TENANT}/v2.0", tid=TENANT)

    assert entra.tokens(tenants=both).caller_of(good).key.startswith(OTHER_TENANT)
    assert refused(entra, crossed, tenants=both) == "issuer"


def test_a_key_of_one_tenant_signs_for_no_other(entra: Ours) -> None:
    entra.provider.issuer_said = f"{entra.provider.url}/{{tenantid}}/v2.0"
    theirs = new_key("theirs")
    said = {**theirs.as_dict(private=False), "issuer": f"{entra.provider.url}/{OTHER_TENANT}/v2.0"}
    entra.provider.also_published = [said]

    assert refused(entra, entra.provider.token(theirs, iss=f"{entra.provider.url}/{TENANT}/v2.0")) == "issuer"


def test_an_id_token_of_our_own_registration_is_no_access_token(ours: Ours) -> None:
    """The confused deputy: signed for us, and not for this."""
    id_token = ours.provider.token(scp=None, azp=None, nonce="n")

    assert refused(ours, id_token) == "scope"


def test_a_daemons_token_is_nobodys(ours: Ours) -> None:
    daemon = ours.provider.token(scp=None, roles=["Sendwell.Administrator"], idtyp="app")

    assert refused(ours, daemon) == "scope"


@pytest.mark.parametrize("skew", [-299, 299])
def test_clocks_may_differ_by_five_minutes(ours: Ours, skew: int) -> None:
    now = int(time.time())
    token = ours.provider.token(iat=now + skew, nbf=now + skew, exp=now - 295 if skew < 0 else now + 600)

    assert ours.tokens().caller_of(token)


@pytest.mark.parametrize(
    "token", ["", ".", "..", "a.b.c", "é.é.é", "x" * 20_000, "e30.e30.", "\0", part([]) + ".e30.e30"]
)
def test_nonsense_is_refused_without_a_word_to_the_provider(ours: Ours, token: str) -> None:
    assert refused(ours, token) in {"form", "length", "algorithm or key id"}
    assert ours.provider.fetched == []


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        (["Sendwell.Administrator", "Other"], {Role.SENDER, Role.ADMINISTRATOR}),
        (["sendwell.editor"], {Role.SENDER}),
        ("Sendwell.Editor", {Role.SENDER}),
        ([{"a": 1}, 7, None], {Role.SENDER}),
        (None, {Role.SENDER}),
    ],
)
def test_roles_are_those_that_the_organisation_gave(ours: Ours, roles: object, may: set[Role]) -> None:
    assert ours.tokens().caller_of(ours.provider.token(roles=roles)).roles == may


def test_where_senders_need_a_role_nobody_else_comes_in(ours: Ours) -> None:
    strict = ROLES | {Role.SENDER: "Sendwell.Sender"}

    assert refused(ours, ours.provider.token(roles=[]), roles=strict) == "no role"
    sender = ours.tokens(roles=strict).caller_of(ours.provider.token(roles=["Sendwell.Sender"]))
    editor = ours.tokens(roles=strict).caller_of(ours.provider.token(roles=["Sendwell.Editor"]))
    assert sender.roles == {Role.SENDER}
    assert editor.roles == {Role.SENDER, Role.EDITOR}


def test_roles_may_lie_inside_another_claim(ours: Ours) -> None:
    token = ours.provider.token(roles=None, realm_access={"roles": ["Sendwell.Editor"]})

    assert Role.EDITOR in ours.tokens(roles_claim="realm_access.roles").caller_of(token).roles


def test_an_unconfirmed_address_is_none(ours: Ours) -> None:
    caller = ours.tokens().caller_of(ours.provider.token(email_verified=False))

    assert bool(caller.address) is (ours.provider.form == "entra")  # which has no say over its user names


def test_while_the_provider_is_away_nobody_is_taken_for_good_or_bad(ours: Ours) -> None:
    ours.provider.is_down = True

    with pytest.raises(ProviderError):
        ours.tokens().caller_of(ours.provider.token())
