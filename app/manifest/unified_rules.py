"""Would Outlook take the unified form, and does everything in it lead somewhere?

Microsoft's own schema is looked at by whoever made the manifest. It lets through a misspelt event, an action
that no runtime has, one id twice, and icons that are not there: those are here.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from app.manifest.events import EVENTS
from app.manifest.made import Made
from app.manifest.pictures import picture_faults

SCHEMA_VERSION = "1.30"
"""Which of Microsoft's schemas lies beside the templates; a `const` means nothing in its dialect."""
_NEEDED_ICONS = {16, 32, 80}
_VERSION = re.compile(r"[1-9]\d{0,4}(\.(0|[1-9]\d{0,4})){2}")
_KNOWN = dict(EVENTS.values())
_PACKAGED = {"color": 192, "outline": 32}


def unified_faults(made: Made) -> Iterator[str]:
    """What an Outlook, or its admin centre, would not take."""
    try:
        told: Mapping[str, Any] = json.loads(made.unified)
    except ValueError as error:
        yield f"It is not JSON: {error}."
        return
    extension = told["extensions"][0]
    yield from _actions(extension)
    yield from _events(extension)
    yield from _buttons(extension, made)
    yield from _addresses(told)
    if not _VERSION.fullmatch(told["version"]):
        yield f"The version {told['version']} is not three numbers, 1.0.0 or higher."
    if told["manifestVersion"] != SCHEMA_VERSION or SCHEMA_VERSION not in told["$schema"]:
        yield f"It was looked at by the schema {SCHEMA_VERSION}, which is not the one that it names."
    wanted = [(told["icons"][kind], size) for kind, size in _PACKAGED.items()]
    yield from picture_faults(wanted, made.pictures)


def _controls(extension: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for ribbon in extension["ribbons"]:
        for tab in ribbon["tabs"]:
            for group in tab["groups"]:
                yield from group["controls"]


def _actions(extension: Mapping[str, Any]) -> Iterator[str]:
    ids = [action["id"] for runtime in extension["runtimes"] for action in runtime["actions"]]
    yield from (f"The action {name} is there {n} times." for name, n in Counter(ids).items() if n > 1)
    wanted = [control["actionId"] for control in _controls(extension)]
    wanted += [event["actionId"] for group in extension["autoRunEvents"] for event in group["events"]]
    yield from (f"No runtime has the action {name}." for name in wanted if name not in ids)
    yield from (f"Nothing uses the action {name}." for name in ids if name not in wanted)


def _events(extension: Mapping[str, Any]) -> Iterator[str]:
    seen: list[str] = []
    for group in extension["autoRunEvents"]:
        least = next(c["minVersion"] for c in group["requirements"]["capabilities"] if c["name"] == "Mailbox")
        for event in group["events"]:
            name = event["type"]
            seen.append(name)
            if name not in _KNOWN:
                yield f"There is no event {name}."
            elif _number(least) < _number(_KNOWN[name]):
                yield f"{name} came with Mailbox {_KNOWN[name]}, and {least} is asked for."
            mode = event.get("options", {}).get("sendMode")
            if name == "messageSending" and mode not in {"promptUser", "softBlock"}:
                yield f"The send mode is {mode}: promptUser and softBlock are ours."
            if mode and name != "messageSending":
                yield f"{name} can have no send mode."
    yield from (f"{name} is declared {n} times." for name, n in Counter(seen).items() if n > 1)


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _buttons(extension: Mapping[str, Any], made: Made) -> Iterator[str]:
    controls = list(_controls(extension))
    ids = Counter(control["id"] for control in controls)
    yield from (f"The control {name} is there {n} times." for name, n in ids.items() if n > 1)
    for control in controls:
        icons = [(icon["url"].rpartition("/")[2], icon["size"]) for icon in control["icons"]]
        missing = sorted(_NEEDED_ICONS - {size for _, size in icons})
        yield from (f"Button {control['id']} has no icon of {size} pixels." for size in missing)
        yield from picture_faults(icons, made.pictures)


def _addresses(told: Mapping[str, Any]) -> Iterator[str]:
    hosts = told["validDomains"]
    yield from (f"{host} is no domain: leave out scheme and path." for host in hosts if "/" in host)
    for address in dict.fromkeys(addresses_in(told)):
        if urlsplit(address).scheme != "https":
            yield f"{address} is not https."
        elif urlsplit(address).netloc not in hosts:
            yield f"{address} is at a host that validDomains does not name."


def addresses_in(told: Any) -> Iterator[str]:
    """Every web address in it but that of its schema."""
    if isinstance(told, Mapping):
        for name, value in told.items():
            if name != "$schema":
                yield from addresses_in(value)
    elif isinstance(told, list):
        for value in told:
            yield from addresses_in(value)
    elif isinstance(told, str) and "://" in told:
        yield told
