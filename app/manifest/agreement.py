"""Do both manifests, the code that they call and the file that classic Outlook looks for tell the same?

Where two of them differ nothing fails: an alert's button cancels, a handler is never called, a call is
refused without a word.
"""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from app.manifest.events import EVENTS
from app.manifest.made import Made
from app.manifest.outlook_form import BASIC, OFFICE, V1_1
from app.manifest.unified_rules import addresses_in

_PERMISSIONS = {
    "Restricted": "MailboxItem.Restricted.User",
    "ReadItem": "MailboxItem.Read.User",
    "ReadWriteItem": "MailboxItem.ReadWrite.User",
    "ReadWriteMailbox": "Mailbox.ReadWrite.User",
}


def agreement_faults(made: Made) -> Iterator[str]:
    """Where they differ. Both must be well-formed."""
    outlook: Element = fromstring(made.outlook)  # noqa: S314 - our own template, filled by us
    unified = json.loads(made.unified)
    yield from _forms(outlook, unified)
    yield from _allowed(made, outlook, unified)
    if made.script is not None:
        yield from (
            f"The bundle of the launch events has no {name}: whoever presses Send would wait for nothing."
            for name in made.addin.functions
            if f'"{name}"' not in made.script
            and f"'{name}'" not in made.script
            and f"`{name}`" not in made.script
        )


def addresses_of(made: Made) -> tuple[str, ...]:
    """Every address that either manifest names, which must answer; domains are not among them."""
    outlook = fromstring(made.outlook)  # noqa: S314 - our own template, filled by us
    named = [element.get("DefaultValue", "") for element in outlook.iter()]
    found = (value for value in (*named, *addresses_in(json.loads(made.unified))) if "://" in value)
    return tuple(dict.fromkeys(found))


def _forms(outlook: Element, unified: Any) -> Iterator[str]:
    extension = unified["extensions"][0]
    hidden = extension["alternates"][0]["hide"]["customOfficeAddin"]["officeAddinId"]
    own = outlook.findtext(f"{OFFICE}Id")
    if unified["id"] == own or hidden != own:
        yield "The unified form must have an id of its own and hide the other by its id."
    asked = {p["name"] for p in unified["authorization"]["permissions"]["resourceSpecific"]}
    shared = outlook.findtext(f".//{V1_1}SupportsSharedFolders") == "true"
    if asked != {_PERMISSIONS.get(outlook.findtext(f"{OFFICE}Permissions", ""))} | (
        {"Mailbox.SharedFolder"} if shared else set()
    ):
        yield "The two forms ask for different permissions."
    for what, one, other in (
        ("events", _events(outlook), _unified_events(extension)),
        ("buttons", {e.get("id") for e in outlook.iter(f"{V1_1}Control")}, _control_ids(extension)),
        ("pages", _pages(outlook), _unified_pages(extension)),
    ):
        if one != other:
            yield f"The two forms have different {what}."


def _events(outlook: Element) -> set[tuple[object, ...]]:
    desktop = outlook.find(f".//{V1_1}DesktopFormFactor")
    return {
        (EVENTS.get(e.get("Type", ""), ("?",))[0], e.get("FunctionName"), _uncapped(e.get("SendMode")))
        for e in (desktop.iter(f"{V1_1}LaunchEvent") if desktop is not None else ())
    }


def _uncapped(mode: str | None) -> str | None:
    return mode and mode[0].lower() + mode[1:]


def _unified_events(extension: Any) -> set[tuple[object, ...]]:
    return {
        (event["type"], event["actionId"], event.get("options", {}).get("sendMode"))
        for group in extension["autoRunEvents"]
        for event in group["events"]
    }


def _control_ids(extension: Any) -> set[str]:
    return {
        control["id"]
        for ribbon in extension["ribbons"]
        for tab in ribbon["tabs"]
        for group in tab["groups"]
        for control in group["controls"]
    }


def _pages(outlook: Element) -> set[str | None]:
    return {url.get("DefaultValue") for url in outlook.iter(f"{BASIC}Url")}


def _unified_pages(extension: Any) -> set[str]:
    return {address for runtime in extension["runtimes"] for address in runtime["code"].values()}


def _allowed(made: Made, outlook: Element, unified: Any) -> Iterator[str]:
    """Classic Outlook compares the whole address, query and all."""
    urls = {u.get("id"): u.get("DefaultValue") for u in outlook.iter(f"{BASIC}Url")}
    override = outlook.find(f".//{V1_1}Override")
    script = urls.get(override.get("resid")) if override is not None else None
    scripts = {r["code"]["script"] for r in unified["extensions"][0]["runtimes"] if "script" in r["code"]}
    if {*json.loads(made.allowed)["allowed"]} != {script} or scripts != {script}:
        yield "The script of the launch events is not the one that the well-known file allows."
