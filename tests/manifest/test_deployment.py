"""For whom a manifest is made: what Outlook would refuse later is refused now, with what to do."""

from uuid import UUID

import pytest

from app.domain.errors import ManifestError
from app.manifest.deployment import Deployment, SendMode, deployment

ID = "3f2b8c1e-0d4a-4c9b-9a57-6f1e2d3c4b5a"


def at(address: str = "https://a.example", **more: str | bool) -> Deployment:
    given: dict[str, str | bool] = {"name": "Sendwell", "version": "1.0.0"}
    return deployment(address, **(given | more))  # type: ignore[arg-type]  # a table of options


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("https://sendwell.council.example", "https://sendwell.council.example"),
        ("HTTPS://Sendwell.Council.EXAMPLE", "https://sendwell.council.example"),
        ("https://a.example:443", "https://a.example"),
        ("https://a.example:8443", "https://a.example:8443"),
        ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("https://10.1.2.3", "https://10.1.2.3"),
        ("https://[2001:db8::7]:8443", "https://[2001:db8::7]:8443"),
    ],
)
def test_an_address_is_scheme_host_and_port(given: str, meant: str) -> None:
    assert at(given).base_url == meant


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("http://a.example", "https only"),
        ("a.example", "no https:// at its beginning"),
        ("", "no host"),
        ("https://", "no host"),
        ("ftp://a.example", "https only"),
        ("https://a.example/", "ends with a slash"),
        ("https://a.example/addin", "goes on after the host"),
        ("https://a.example?x=1", "goes on after the host"),
        ("https://a.example#x", "goes on after the host"),
        ("https://a.example?", "goes on after the host"),
        ("https://me:secret@a.example", "no name or password"),
        ("https://localhost:8800", "add --local"),
        ("https://127.0.0.1", "add --local"),
        ("https://0.0.0.0", "add --local"),
        ("https://[::1]:8800", "add --local"),
        ("https://x.localhost", "add --local"),
        ("https://bücher.example", "xn-- form"),
        ("https://a_b.example", "is not the name of a host"),
        ("https://a..example", "is not the name of a host"),
        ("https://-a.example", "is not the name of a host"),
        ('https://a".example', "is not the name of a host"),
        ("https://a.example;evil", "is not the name of a host"),
        ("https://a.example:99999", "not a web address"),
        ("https://[::1", "not a web address"),
    ],
)
def test_an_address_that_outlook_would_not_take_is_refused(given: str, told: str) -> None:
    with pytest.raises(ManifestError, match=told):
        at(given)


def test_this_machine_is_allowed_when_it_is_meant() -> None:
    assert at("http://127.0.0.1:8800", is_here=True).base_url == "http://127.0.0.1:8800"
    assert at("https://localhost:8443", is_here=True).hosts == ("localhost:8443",)


@pytest.mark.parametrize("name", ["", "  ", "x" * 31, "a\nb", "a\u200bb", "a\u202eb"])
def test_a_name_that_outlook_would_cut_or_hide_is_refused(name: str) -> None:
    with pytest.raises(ManifestError):
        at(name=name)


@pytest.mark.parametrize("name", ["x" * 30, "Check & send", "Gwiriwr <drafft>", "“Sendwell”"])
def test_other_names_are_taken(name: str) -> None:
    assert at(name=name).name == name


@pytest.mark.parametrize(
    "version", ["0.9.0", "1.0", "1.0.0.0", "1.0.0-rc1", "01.0.0", "1.0.123456", "", "١.0.0"]
)
def test_a_version_that_outlook_would_not_take_is_refused(version: str) -> None:
    with pytest.raises(ManifestError, match=r"1\.0\.0 or higher"):
        at(version=version)


@pytest.mark.parametrize("given", ["12", "00000000-0000-0000-0000-000000000000", "sendwell"])
def test_an_id_is_a_guid(given: str) -> None:
    with pytest.raises(ManifestError, match="not an id"):
        at(given_id=given)


@pytest.mark.parametrize("mode", ["block", "Block", "softBlock", ""])
def test_nobody_is_offered_a_mode_that_traps_people(mode: str) -> None:
    with pytest.raises(ManifestError, match="Block is not offered"):
        at(send_mode=mode)


def test_both_forms_call_the_modes_their_own_way() -> None:
    assert [(mode.outlook, mode.unified) for mode in SendMode] == [
        ("PromptUser", "promptUser"),
        ("SoftBlock", "softBlock"),
    ]


def test_ids_follow_the_address_and_are_two() -> None:
    one, again, other = at(), at("https://A.example:443"), at("https://b.example")

    assert one.id == again.id != other.id
    assert one.unified_id not in {one.id, other.id}
    assert at(given_id=ID).id == UUID(ID)


def test_our_own_host_is_a_domain_beside_the_sign_in() -> None:
    made_for = at(sign_in="https://login.microsoftonline.com")

    assert made_for.domains == ("https://a.example", "https://login.microsoftonline.com")
    assert made_for.hosts == ("a.example", "login.microsoftonline.com")
