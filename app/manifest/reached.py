"""Do the add-in's addresses answer as an Outlook needs it? A proxy in front may have changed what we say."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import PurePosixPath

from app.manifest.agreement import addresses_of
from app.manifest.made import ALLOWED, Made
from app.manifest_ports import Addresses, Answer

SOON = timedelta(days=21)
_CHECKS = "/api/v1/checks"
_ASKED_BY_CLASSIC = "authorization, Content-Length, Content-Type"
_KINDS: Mapping[str, str] = {".html": "text/html", ".js": "javascript", ".png": "image/png", ".json": "json"}
_OUTLOOK = "https://outlook.office.com"
_OK = 200


def reached_faults(made: Made, addresses: Addresses, now: datetime) -> Iterator[str]:
    """What an Outlook would stumble over, address by address."""
    base = made.made_for.base_url
    home = addresses.ask(base)
    if home.trouble:
        yield f"{base} cannot be reached from here: {home.trouble}"
        return
    if home.until and home.until - now < SOON:
        yield f"the certificate ends on {home.until:%d/%m/%Y}: renew it"
    asked = dict.fromkeys((*addresses_of(made), base + ALLOWED))
    for address in asked:
        path = address.removeprefix(base) or "/"
        yield from (f"{path} {fault}" for fault in _faults(path, addresses.ask(address), made))
    answer = addresses.ask_first(base + _CHECKS, f"{base}/", _ASKED_BY_CLASSIC)
    if not _lets_classic_in(answer, f"{base}/"):
        yield (
            f"{_CHECKS} refuses classic Outlook on Windows, which asks with OPTIONS and the origin {base}/:"
            " let the proxy hand such requests on unchanged"
        )


def _faults(path: str, answer: Answer, made: Made) -> Iterator[str]:
    told = answer.headers
    if answer.trouble or answer.status != _OK:
        leads = told.get("location", "")
        yield answer.trouble or f"answers {answer.status}" + (f" and leads to {leads}" if leads else "")
        return
    suffix = PurePosixPath(path).suffix
    if suffix in _KINDS and _KINDS[suffix] not in told.get("content-type", ""):
        yield f"is sent as {told.get('content-type') or 'nothing that is named'}, not as {_KINDS[suffix]}"
    if suffix == ".png" and any(word in told.get("cache-control", "") for word in ("no-store", "no-cache")):
        yield "may not be kept (Cache-Control), so that the ribbon shows no icon"
    if path.startswith("/addin/") and suffix == ".html":
        yield from _framing_faults(told)
    if path == ALLOWED and not _is_same(answer.body, made.allowed):
        yield "does not name the script of the launch events"


def _framing_faults(told: Mapping[str, str]) -> Iterator[str]:
    if "x-frame-options" in told:
        yield "has X-Frame-Options, so that Outlook on the web shows nothing: let the proxy leave it out"
    policy = told.get("content-security-policy", "")
    if (
        "frame-ancestors" in policy
        and _OUTLOOK not in policy.partition("frame-ancestors")[2].partition(";")[0]
    ):
        yield f"may not be framed by {_OUTLOOK}: look at SENDWELL_FRAME_ANCESTORS, and at the proxy"


def _is_same(body: bytes, allowed: str) -> bool:
    try:
        return bool(json.loads(body) == json.loads(allowed))
    except ValueError:
        return False


def _lets_classic_in(answer: Answer, origin: str) -> bool:
    allowed = {
        name.strip().lower() for name in answer.headers.get("access-control-allow-headers", "").split(",")
    }
    wanted = {name.strip().lower() for name in _ASKED_BY_CLASSIC.split(",")}
    named = answer.headers.get("access-control-allow-origin")
    return 200 <= answer.status < 300 and named in {origin, "*"} and wanted <= allowed  # noqa: PLR2004 - statuses
