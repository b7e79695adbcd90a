"""Addresses that mean the same are spelled the same, and the shape of a domain is read rightly."""

import pytest

from app.domain.address import domain_of, is_webmail, is_within, normal_address, school_domain


@pytest.mark.parametrize(
    "written",
    [
        "Office@Oak.Kent.sch.uk",
        "  office@oak.kent.sch.uk ",
        "<office@oak.kent.sch.uk>",
        "mailto:office@oak.kent.sch.uk",
        "SMTP:office@oak.kent.sch.uk",
        "office+newsletter@oak.kent.sch.uk",
        "office@oak.kent.sch.uk.",
        "office@oak.kent.sch.uk;",
        "Oak, Office <office@oak.kent.sch.uk>",
        "\ufeffoffice@oak.kent.sch.uk\u00a0",
        "\uff4fffice@oak.kent.sch.uk",
    ],
)
def test_one_mailbox_has_one_spelling(written: str) -> None:
    assert normal_address(written) == "office@oak.kent.sch.uk"


def test_an_international_domain_is_the_same_in_both_forms() -> None:
    assert normal_address("info@bücher.example") == normal_address("info@xn--bcher-kva.example")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "@",
        "office",
        "office@",
        "@oak.kent.sch.uk",
        "office@localhost",
        "a b@oak.kent.sch.uk",
        "o@a..uk",
        "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=abc",
        "o@" + "a" * 400 + ".uk",
        "o@ü" + "b" * 90 + ".uk",
    ],
)
def test_what_is_not_an_address_has_none(written: str) -> None:
    assert normal_address(written) == ""


def test_the_domain_of_an_address_is_normal_too() -> None:
    assert domain_of("Head@OAK.kent.SCH.uk.") == "oak.kent.sch.uk"


@pytest.mark.parametrize(
    "domain",
    [
        "gmail.com",
        "googlemail.com",
        "hotmail.co.uk",
        "live.co.uk",
        "yahoo.fr",
        "yahoo.com.au",
        "icloud.com",
        "me.com",
        "btinternet.com",
        "sky.com",
        "aol.com",
        "proton.me",
        "gmx.de",
        "fred.plus.com",
        "outlook.com",
        "msn.com",
    ],
)
def test_private_mailboxes_are_webmail(domain: str) -> None:
    assert is_webmail(domain)


@pytest.mark.parametrize(
    "domain",
    ["live.kent.ac.uk", "outlook.council.example", "notgmail.com", "bluesky.com", "yahoo.kent.gov.uk", "com"],
)
def test_names_that_only_look_like_webmail_are_not(domain: str) -> None:
    assert not is_webmail(domain)


def test_a_school_is_known_by_what_stands_before_the_suffix() -> None:
    assert school_domain("oak.kent.sch.uk") == "oak.kent.sch.uk"
    assert school_domain("mail.oak.kent.sch.uk") == "oak.kent.sch.uk"
    assert school_domain("oak.sch.example") == "oak.sch.example"
    assert school_domain("sch.uk") == ""
    assert school_domain("notsch.uk") == ""
    assert school_domain("oak.sch.uk.example") == ""


def test_within_means_the_domain_or_below_it() -> None:
    assert is_within("council.example", ["council.example"])
    assert is_within("post.council.example", ["council.example"])
    assert not is_within("notcouncil.example", ["council.example"])
