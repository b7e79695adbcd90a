"""Would every Outlook take the add-in-only form, and does everything in it lead somewhere?

The rules are Outlook's, not ours: what the schema does not say and the admin centre finds late, or nobody
finds until a button is missing. `outlook_form` looks at the order of its parts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree.ElementTree import Element, ParseError, fromstring

from app.manifest.events import EVENTS, MOBILE
from app.manifest.made import Made
from app.manifest.outlook_form import BASIC, OFFICE, TYPE, V1_1, form_faults, plain
from app.manifest.pictures import picture_faults

LARGEST = 256 * 1024
_LONGEST: Mapping[str, int] = {
    f"{OFFICE}DisplayName": 125,
    f"{OFFICE}Description": 250,
    f"{BASIC}Url": 2048,
    f"{BASIC}Image": 2048,
}
_LONGEST_STRING = {f"{BASIC}ShortStrings": 125, f"{BASIC}LongStrings": 250}
_LONGEST_RESID, _LONGEST_ID = 32, 125
_NEEDED_ICONS = {16, 32, 80}
_KINDS = {"Images": "Image", "Urls": "Url", "ShortStrings": "ShortString", "LongStrings": "LongString"}
_WANTS: Mapping[str, str] = {
    "Image": "Image",
    "SourceLocation": "Url",
    "FunctionFile": "Url",
    "Runtime": "Url",
    "Override": "Url",
    "Label": "ShortString",
    "Title": "ShortString",
    "Description": "LongString",
}
_MOST_ASKED = (1, 12)
_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
_DOMAIN = re.compile(r"https?://[a-z0-9.:\[\]-]+")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The manifest, and what its resources hold by kind and id."""

    root: Element
    resources: Mapping[str, Mapping[str, str]]

    def every(self, name: str, space: str = V1_1) -> list[Element]:
        return list(self.root.iter(f"{space}{name}"))

    def url(self, resid: str | None) -> str:
        return self.resources["Url"].get(resid or "", "")


def outlook_faults(made: Made) -> Iterator[str]:
    """What an Outlook, or its admin centre, would not take."""
    if len(made.outlook.encode()) > LARGEST:
        yield f"The manifest is larger than {LARGEST // 1024} KB."
    try:
        root = fromstring(made.outlook)  # noqa: S314 - our own template, filled by us
    except ParseError as error:
        yield f"It is not XML: {error}."
        return
    sheet = _Sheet(root, _resources(root))
    yield from form_faults(root)
    for look in (_head, _lengths, _links, _runtimes, _events, _buttons, _addresses):
        yield from look(sheet)
    yield from _pictures(sheet, made)


def _resources(root: Element) -> dict[str, dict[str, str]]:
    return {
        kind: {
            item.get("id", ""): item.get("DefaultValue", "")
            for group in root.iter(f"{BASIC}{name}")
            for item in group
        }
        for name, kind in _KINDS.items()
    }


def _head(sheet: _Sheet) -> Iterator[str]:
    version = sheet.root.findtext(f"{OFFICE}Version", "")
    if not _VERSION.fullmatch(version) or version.startswith("0"):
        yield f"Version {version} is not 1.0 or higher with at most four parts of five digits."
    try:
        is_id = UUID(sheet.root.findtext(f"{OFFICE}Id", "")).int != 0
    except ValueError:
        is_id = False
    if not is_id:
        yield "Id is not a GUID."
    for asked in (*sheet.every("Sets", BASIC), *sheet.every("Set", OFFICE), *sheet.every("Set", BASIC)):
        least = asked.get("DefaultMinVersion") or asked.get("MinVersion")
        if least and tuple(map(int, least.split("."))) > _MOST_ASKED:
            yield f"Mailbox {least} is asked for: everything would vanish from Outlook on Mac and from LTSC."
        if plain(asked) == "Set" and asked.get("Name") != "Mailbox":
            yield f"{asked.get('Name')} cannot be asked for in a mail manifest."


def _lengths(sheet: _Sheet) -> Iterator[str]:
    for element in sheet.root.iter():
        value, most = element.get("DefaultValue", ""), _LONGEST.get(element.tag)
        if most and len(value) > most:
            yield f"{plain(element)} is longer than {most} characters."
        if most := _LONGEST_STRING.get(element.tag):
            yield from (
                f"{text.get('id')} is longer than {most}."
                for text in element
                if len(text.get("DefaultValue", "")) > most
            )
        for resid in filter(
            None, (element.get("resid"), element.get("id") if _is_resource(element) else None)
        ):
            if len(resid) > _LONGEST_RESID:
                yield f"resid {resid} is longer than {_LONGEST_RESID} characters."
        if plain(element) in {"Group", "Control"} and len(element.get("id", "")) > _LONGEST_ID:
            yield f"The id of a {plain(element)} is longer than {_LONGEST_ID} characters."


def _is_resource(element: Element) -> bool:
    return element.tag in {f"{BASIC}Image", f"{BASIC}Url", f"{BASIC}String"}


def _links(sheet: _Sheet) -> Iterator[str]:
    """Every resid resolves to a resource of its kind, every resource is used, and no id comes twice."""
    used = {
        (_WANTS.get(plain(element), ""), element.get("resid", ""))
        for element in sheet.root.iter()
        if element.get("resid") is not None
    }
    held = {(kind, name) for kind, values in sheet.resources.items() for name in values}
    yield from (f"resid {name} names no {kind or 'resource'}." for kind, name in sorted(used - held))
    yield from (f"{kind} {name} is used by nothing." for kind, name in sorted(held - used))
    ids = Counter(element.get("id") for element in sheet.root.iter() if element.get("id"))
    yield from (f"The id {name} comes {times} times." for name, times in ids.items() if times > 1)


def _runtimes(sheet: _Sheet) -> Iterator[str]:
    runtimes = sheet.every("Runtime")
    if len(runtimes) != 1:
        yield "There must be exactly one Runtime."
        return
    overrides = sheet.every("Override")
    if len(overrides) != 1 or overrides[0].get("type") != "javascript":
        yield "The Runtime needs one Override of type javascript: what classic Outlook on Windows runs."
    elif not urlsplit(sheet.url(overrides[0].get("resid"))).path.endswith(".js"):
        yield "The Override must be a JavaScript file."
    for point in sheet.every("ExtensionPoint"):
        source = point.find(f"{V1_1}SourceLocation")
        if point.get(TYPE) == "LaunchEvent" and (
            source is None or source.get("resid") != runtimes[0].get("resid")
        ):
            yield "The SourceLocation of the launch events must have the resid of the Runtime."


def _events(sheet: _Sheet) -> Iterator[str]:
    for factor in (*sheet.every("DesktopFormFactor"), *sheet.every("MobileFormFactor")):
        launches = list(factor.iter(f"{V1_1}LaunchEvent"))
        names = Counter(launch.get("Type", "") for launch in launches)
        known = EVENTS if plain(factor) == "DesktopFormFactor" else MOBILE
        yield from (f"{plain(factor)} knows no event {name}." for name in names if name not in known)
        yield from (f"{name} is declared {times} times." for name, times in names.items() if times > 1)
        for launch in launches:
            mode, is_send = launch.get("SendMode"), launch.get("Type") == "OnMessageSend"
            if is_send and mode not in {"PromptUser", "SoftBlock"}:
                yield f"The send mode is {mode}: PromptUser and SoftBlock are ours."
            if mode and not is_send:
                yield f"{launch.get('Type')} can have no send mode."
            if not launch.get("FunctionName", "").isidentifier():
                yield f"{launch.get('Type')} calls no function."


def _buttons(sheet: _Sheet) -> Iterator[str]:
    buttons = sheet.every("Control")
    if not any(b.find(f"{V1_1}Action[@{TYPE}='ShowTaskpane']") is not None for b in buttons):
        yield "No button opens the pane: on a Mac, an alert could not open it either."
    for button in buttons:
        images = {int(image.get("size", "0")): image.get("resid") for image in button.iter(f"{BASIC}Image")}
        missing = _NEEDED_ICONS - images.keys()
        yield from (f"Button {button.get('id')} has no icon of {size} pixels." for size in sorted(missing))


def _addresses(sheet: _Sheet) -> Iterator[str]:
    own = urlsplit(sheet.url("Pane.Url"))
    named = ("IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation")
    values = [
        element.get("DefaultValue", "") for name in named for element in sheet.root.iter(f"{OFFICE}{name}")
    ]
    values += [*sheet.resources["Url"].values(), *sheet.resources["Image"].values()]
    for address in dict.fromkeys(values):
        if urlsplit(address).scheme != "https":
            yield f"{address} is not https."
        if urlsplit(address).netloc != own.netloc:
            yield f"{address} is at another host than the pane."
    domains = [element.text or "" for element in sheet.root.iter(f"{OFFICE}AppDomain")]
    yield from (
        f"{d} is no AppDomain: scheme, host and port alone." for d in domains if not _DOMAIN.fullmatch(d)
    )
    if f"{own.scheme}://{own.netloc}" not in domains:
        yield "Our own host must be an AppDomain, for dialogs that are opened outside the pane."


def _pictures(sheet: _Sheet, made: Made) -> Iterator[str]:
    """Every icon is there, a PNG, and as large as is said."""
    images = sheet.resources["Image"]
    sized = [
        (images[image.get("resid", "")], int(image.get("size", "0")))
        for image in sheet.every("Image", BASIC)
        if image.get("resid") in images
    ]
    for name, size in (("IconUrl", 64), ("HighResolutionIconUrl", 128)):
        sized += [(element.get("DefaultValue", ""), size) for element in sheet.root.iter(f"{OFFICE}{name}")]
    yield from picture_faults([(url.rpartition("/")[2], size) for url, size in sized], made.pictures)
