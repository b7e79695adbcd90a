"""Which links does a mail hold, and where do they really lead?

Links of HTML mail, and web addresses written out in the text. What a mail filter or a search site wrapped
around an address is taken off, so that what counts is the site behind it. Nothing is ever fetched.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import parse_qs, unquote, urlsplit

from app import linear
from app.domain.address import is_within, normal_domain

MOST = 1_000
_LONGEST = 4_096
_WRAPPED_AT_MOST = 3
_PEERS = "magnet:"
_URL = r"(?:https?://|ftp://|www\.|magnet:\?)[^\s<>\"]+"
_SURE_ENDINGS = "com|org|net|uk|app|io|gov|edu"
_OTHER_ENDINGS = (
    "co|me|ly|gl|be|site|info|eu|tv|fm|to|link|page|dev|biz|us|tl|ms|gg|ee|nz|sh|la|space|online|cc"
)
_NAME = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
_BARE = rf"{_NAME}(?:(?:{_SURE_ENDINGS})\b(?:/[^\s<>\"]*)?|(?:{_OTHER_ENDINGS})/[^\s<>\"]*)"
_WRITTEN = linear.compile(rf"(?i)\b(?:{_URL}|{_BARE})")
_AFTER = ".,;:!?)]}'\u2019\u201d\u00bb*_|"
_BLANKS = " \t\r\n\u00a0\u2022"

_WRAPPERS = {
    "safelinks.protection.outlook.com": "url",
    "google.com/url": "q",
    "google.co.uk/url": "q",
    "facebook.com/l.php": "u",
    "linkprotect.cudasvc.com": "a",
    "protection.sophos.com": "d",
    "mimecast.com": "domain",
    "mimecastprotect.com": "domain",
}
_PROOFPOINT_OLD = "urldefense.proofpoint.com"
_PROOFPOINT = ("urldefense.com", "urldefense.us", _PROOFPOINT_OLD)


@dataclass(frozen=True, slots=True)
class Leads:
    """Where a link leads: the address without its wrapping, and the site; no site for a peer-to-peer link."""

    address: str
    host: str


def find_links(text: str, anchors: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, Leads]]:
    """The links of a text: those of its markup, then the addresses written out beside them.

    Args:
        text: what the author wrote; what is not the author's is blank.
        anchors: start, end and address of each link in the markup of the whole body.
    """
    taken: list[tuple[int, int]] = []
    for start, end, href in islice(anchors, MOST):
        first, last = _trimmed(text, start, end)
        leads = leads_to(href)
        if first < last:
            taken.append((first, last))
            if leads is not None:
                yield first, last, leads
    for start, end, leads in find_written(text):
        if all(end <= first or last <= start for first, last in taken):
            yield start, end, leads


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks and bullets at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(_BLANKS))
    return start, start + len(words.strip(_BLANKS))


def find_written(text: str) -> Iterator[tuple[int, int, Leads]]:
    """Each web address that is written out in the text, with its place."""
    for match in islice(_WRITTEN.finditer(text), MOST):
        start, end = match.span()
        while end > start and text[end - 1] in _AFTER:
            end -= 1
        if text[max(start - 1, 0) : start] in {"@", ".", "-"} or text[end : end + 1] == "@":
            continue
        words = text[start:end]
        if words.isupper() and "/" not in words:
            continue
        leads = leads_to(words)
        if leads is not None:
            yield start, end, leads


def leads_to(address: str) -> Leads | None:
    """Where an address leads; None when it is no place on the web (a mailbox, a telephone, a file)."""
    address = unescape(address[:_LONGEST]).strip()
    for _ in range(_WRAPPED_AT_MOST):
        inner = _unwrapped(address)
        if not inner:
            break
        address = inner
    if address.lower().startswith(_PEERS):
        return Leads(address, "")
    host = _host(address)
    return Leads(address, host) if host else None


def is_listed(leads: Leads, sites: Sequence[str]) -> bool:
    """Whether it leads to one of the sites, each a domain or a domain with the beginning of a path."""
    return any(
        is_within(leads.host, (site.partition("/")[0],)) and path_of(leads.address).startswith(path)
        for site in sites
        for path in [site.partition("/")[2]]
    )


def path_of(address: str) -> str:
    """What follows the site's name and its slash, lower case."""
    return address.partition("://")[2 if "://" in address else 0].partition("/")[2].lower()


def _host(address: str) -> str:
    scheme, has_scheme, _ = address.partition(":")
    if not address.lower().startswith(("http://", "https://", "ftp://")):
        if has_scheme and "." not in scheme:
            return ""
        address = f"https://{address}"
    try:
        return normal_domain(urlsplit(address).hostname or "")
    except ValueError:
        return ""


def _unwrapped(address: str) -> str:
    """The address inside a mail filter's or a search site's link; empty when there is none."""
    host = _host(address)
    if is_within(host, _PROOFPOINT):
        return _proofpoint(address)
    for wrapper, name in _WRAPPERS.items():
        site, _, path = wrapper.partition("/")
        if is_within(host, (site,)) and path_of(address).startswith(path):
            return _asked(address, name) or (_asked(address, "url") if path else "")
    return ""


def _proofpoint(address: str) -> str:
    if "/v3/__" in address:
        return address.partition("/v3/__")[2].partition("__;")[0]
    written = _asked(address, "u")
    return unquote(written.replace("-", "%").replace("_", "/")) if written else ""


def _asked(address: str, name: str) -> str:
    """The value of one name in the query."""
    try:
        return parse_qs(urlsplit(address).query, max_num_fields=50).get(name, [""])[0]
    except ValueError:
        return ""
