"""The service proves to the provider that it is itself: by secret, by certificate, or by the platform's word."""

import ssl
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from app.adapters.entra.keys import IssuerKeys
from app.adapters.entra.registration import Registration
from app.adapters.entra.sign_in import EntraSignIn
from app.domain.errors import ProviderError, SettingsError, SignInError
from app.settings import load_settings
from app.wiring.credentials import Credential, FormClient, credential_of, ends_soon
from tests.adapters.entra.conftest import ROLES, Ours
from tests.oidc_provider import BACK, CLIENT, TENANT, Provider, oidc_provider

NOW = datetime.now(UTC)
KEY, OTHER = rsa.generate_private_key(65537, 2048), rsa.generate_private_key(65537, 2048)


def pem(key: Any) -> bytes:
    return bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))


def certificate(key: Any, days: int = 365) -> bytes:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sendwell")])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(NOW - timedelta(days=400)).not_valid_after(NOW + timedelta(days=days))
    return made.sign(key, SHA256()).public_bytes(Encoding.PEM)


def file_of(folder: Path, words: bytes) -> Path:
    file = folder / "sendwell.pem"
    file.write_bytes(words)
    return file


@pytest.fixture(scope="module", params=["entra", "oidc"])
def provider(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with oidc_provider(tmp_path_factory.mktemp(request.param), request.param) as running:
        yield running


@pytest.fixture
def ours(provider: Provider) -> Iterator[Ours]:
    provider.client_keys, provider.proofs = [], []
    with FormClient(verify=ssl.create_default_context(cafile=str(provider.certificate))) as web:
        yield Ours(provider, web)


def comes_in(ours: Ours, credential: Credential | None) -> str:
    assert credential is not None
    known = Registration(
        ours.provider.authority, CLIENT, CLIENT, frozenset({CLIENT}), "Draft.Check", ROLES,
        tenants=frozenset({TENANT}), is_entra=ours.provider.form == "entra",
    )  # fmt: skip
    sign_in = EntraSignIn(known, credential, BACK, IssuerKeys(known.discovery, ours.web), ours.web)
    begun = sign_in.begin()
    return sign_in.complete(begun.remembered, ours.browse(begun.address)).caller.name


def test_by_a_certificate(ours: Ours, tmp_path: Path) -> None:
    """Its key makes a new proof each time, and goes nowhere."""
    file = file_of(tmp_path, pem(KEY) + certificate(KEY))
    proof = credential_of(load_settings({}, sign_in_certificate_file=file), "sign_in")
    ours.provider.client_keys = [KEY.public_key()]

    assert comes_in(ours, proof) == "Priya Shah"
    (sent,) = ours.provider.proofs
    assert jwt.get_unverified_header(sent)["alg"] == "PS256"
    claims = jwt.decode(sent, options={"verify_signature": False})
    assert 0 < claims["exp"] - time.time() <= 600


def test_by_another_key_nobody_comes_in(ours: Ours, tmp_path: Path) -> None:
    file = file_of(tmp_path, pem(OTHER) + certificate(OTHER))
    proof = credential_of(load_settings({}, sign_in_certificate_file=file), "sign_in")
    ours.provider.client_keys = [KEY.public_key()]

    with pytest.raises(SignInError) as error:
        comes_in(ours, proof)
    assert error.value.reason == "invalid_client"


def test_by_what_the_platform_renews(ours: Ours, tmp_path: Path) -> None:
    """The file is read each time, so that the next proof is the platform's newest."""
    file = tmp_path / "token"
    proof = credential_of(load_settings({}, sign_in_assertion_file=file), "sign_in")
    ours.provider.client_keys = [OTHER.public_key()]
    for number in (1, 2):
        claims = {"iss": CLIENT, "sub": CLIENT, "aud": f"{ours.provider.authority}/token", "jti": str(number)}
        file.write_text(jwt.encode(claims | {"exp": time.time() + 60}, OTHER, "RS256") + "\n")
        assert comes_in(ours, proof) == "Priya Shah"

    assert len(ours.provider.proofs) == 2


@pytest.mark.parametrize("words", [None, b"", b" \n", b"\xff\xfe", b"a" * 20_000])
def test_without_the_platforms_word_it_is_said_where_to_look(tmp_path: Path, words: bytes | None) -> None:
    file = tmp_path / "token"
    if words is not None:
        file.write_bytes(words)
    proof = credential_of(load_settings({}, sign_in_assertion_file=file), "sign_in")

    assert isinstance(proof, dict)
    with pytest.raises(ProviderError, match="workload identity"):
        proof["client_assertion"]()


@pytest.mark.parametrize("whose", ["sign_in", "graph"])
@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"nonsense",
        pem(KEY),
        certificate(KEY),
        pem(KEY) + certificate(OTHER),
        pem(ec.generate_private_key(ec.SECP256R1())) + certificate(KEY),
        pem(rsa.generate_private_key(65537, 1024)),  # noqa: S505  to be refused
    ],
)
def test_what_is_no_certificate_with_its_key_is_refused_at_start(
    tmp_path: Path, whose: Any, words: bytes
) -> None:
    settings = load_settings({}, **{f"{whose}_certificate_file": file_of(tmp_path, words)})

    with pytest.raises(SettingsError, match=f"SENDWELL_{whose.upper()}_CERTIFICATE_FILE"):
        credential_of(settings, whose)


def test_a_weak_key_is_refused(tmp_path: Path) -> None:
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505  to be refused
    settings = load_settings({}, graph_certificate_file=file_of(tmp_path, pem(weak) + certificate(weak)))

    with pytest.raises(SettingsError, match="2048 bits"):
        credential_of(settings, "graph")


def test_one_proof_is_enough(tmp_path: Path) -> None:
    file = file_of(tmp_path, pem(KEY) + certificate(KEY))
    both = load_settings({}, graph_secret="a secret of nobody", graph_certificate_file=file)  # noqa: S106  of nobody

    with pytest.raises(SettingsError, match="Set one of SENDWELL_GRAPH_SECRET"):
        credential_of(both, "graph")
    assert credential_of(load_settings({}), "graph") is None
    assert credential_of(load_settings({}, sign_in_secret="x y z"), "sign_in") == "x y z"  # noqa: S106  of nobody


@pytest.mark.parametrize(("days", "is_told"), [(-1, True), (29, True), (31, False)])
def test_its_end_is_told_a_month_before(tmp_path: Path, days: int, is_told: bool) -> None:
    file = file_of(tmp_path, pem(KEY) + certificate(KEY, days))

    assert (
        ends_soon(load_settings({}, sign_in_certificate_file=file), "sign_in", NOW) is not None
    ) is is_told
