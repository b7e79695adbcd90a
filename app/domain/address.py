"""What does an e-mail address tell by itself?

One spelling for addresses that mean the same (so that a keyed hash finds them), the domain, and
whether a domain is a webmail provider's or has the shape of a school's. No directory is asked here.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from app.kept import once_a_check

SCHOOL_SUFFIXES = ("sch.uk", "sch.example")

_LONGEST = 320
_LABELS_OF_A_SCHOOL = 2
_WRAPPING = " \t\r\n\u00a0\u200b\ufeff<>\"'`,;"

_PROVIDERS_OF_MANY_COUNTRIES = """
    aol fastmail gmx googlemail hotmail icloud live msn outlook proton protonmail rocketmail tutanota yahoo
    yandex ymail zoho
"""
_PROVIDERS = """
    163.com blueyonder.co.uk btinternet.com btopenworld.com freeserve.co.uk fsmail.net gmail.com hey.com
    hushmail.com interia.pl lineone.net mac.com mail.com mail.ru me.com ntlworld.com o2.co.uk o2.pl onet.pl
    onetel.com orange.net plus.com plusnet.com pm.me qq.com sky.com supanet.com talk21.com talktalk.net
    tesco.net tiscali.co.uk tuta.com tuta.io uwclub.net virgin.net virginmedia.com wanadoo.co.uk web.de wp.pl
    yahoomail.com zohomail.com
"""
_ANY_COUNTRY = frozenset(_PROVIDERS_OF_MANY_COUNTRIES.split())
_WEBMAIL = frozenset(_PROVIDERS.split())


@once_a_check
def normal_address(address: str) -> str:
    """One spelling for every way to write the same mailbox; empty when it is not an address.

    Case, surrounding space and brackets, a name before them, ``mailto:``, a ``+tag``, a trailing dot
    and the Unicode form of a domain make no difference.
    """
    text = unicodedata.normalize("NFKC", address[: _LONGEST * 2]).strip(_WRAPPING).lower()
    text = text.rpartition("<")[2].removeprefix("mailto:").removeprefix("smtp:")
    local, at, domain = text.rpartition("@")
    local = local.strip(_WRAPPING)
    tagless = local.partition("+")[0] or local
    domain = normal_domain(domain)
    if (
        not at
        or not tagless
        or not domain
        or len(text) > _LONGEST
        or any(c.isspace() or c == "@" for c in local)
    ):
        return ""
    return f"{tagless}@{domain}"


@once_a_check
def normal_domain(domain: str) -> str:
    """A domain in lower case ASCII without dots at its ends; empty when it cannot be one."""
    text = unicodedata.normalize("NFKC", domain[:_LONGEST]).strip(_WRAPPING).strip(".").lower()
    if not text.isascii():
        try:
            text = text.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    is_plain = all(c.isalnum() or c in ".-_" for c in text)
    return text if is_plain and "." in text and ".." not in text else ""


def domain_of(address: str) -> str:
    """The normal domain of an address in any spelling; empty when it is not an address."""
    return normal_address(address).rpartition("@")[2]


def is_within(domain: str, parents: Iterable[str]) -> bool:
    """Whether `domain` is one of `parents` or lies below one."""
    return any(domain == parent or domain.endswith("." + parent) for parent in parents)


def is_webmail(domain: str) -> bool:
    """Whether private people have their mailboxes at this domain."""
    name, _, rest = domain.partition(".")
    if name in _ANY_COUNTRY and _is_public_ending(rest):
        return True
    labels = domain.split(".")
    return any(".".join(labels[i:]) in _WEBMAIL for i in range(len(labels) - 1))


def _is_public_ending(rest: str) -> bool:
    """``com``, ``fr``, ``co.uk``, ``com.au``; never ``kent.ac.uk``."""
    first, _, country = rest.partition(".")
    if not country:
        return first in {"com", "net", "org", "me"} or len(first) == len("uk")
    return first in {"co", "com"} and len(country) == len("uk")


def school_domain(domain: str, suffixes: Sequence[str] = SCHOOL_SUFFIXES) -> str:
    """The domain that one school registered, when `domain` has the shape of a school's; else empty.

    ``mail.oak.kent.sch.uk`` gives ``oak.kent.sch.uk``: school and authority stand before the suffix.
    """
    for suffix in suffixes:
        if domain.endswith("." + suffix):
            labels = domain.removesuffix("." + suffix).split(".")
            return ".".join([*labels[-_LABELS_OF_A_SCHOOL:], suffix])
    return ""
