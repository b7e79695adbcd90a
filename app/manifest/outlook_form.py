"""Has the add-in-only form its parts, in Outlook's order? A wrong order is refused without saying where.

The tables are Microsoft's documented ones (element ordering of mail manifests, and the schema MS-OWEMXML)
for the parts that we use; an element that they do not name is a fault.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.etree.ElementTree import Element

OFFICE = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
BASIC = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
V1_0 = "{http://schemas.microsoft.com/office/mailappversionoverrides}"
V1_1 = "{http://schemas.microsoft.com/office/mailappversionoverrides/1.1}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"

_ORDER: Mapping[str, str] = {
    f"{OFFICE}OfficeApp": "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl"
    " HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements FormSettings Permissions Rule"
    " DisableEntityHighlighting? VersionOverrides",
    f"{OFFICE}AppDomains": "AppDomain+",
    f"{OFFICE}Hosts": "Host",
    f"{OFFICE}Requirements": "Sets",
    f"{OFFICE}Sets": "Set+",
    f"{OFFICE}FormSettings": "Form+",
    f"{OFFICE}Form": "DesktopSettings",
    f"{OFFICE}DesktopSettings": "SourceLocation",
    f"{V1_0}VersionOverrides": "Description? Requirements? Hosts? Resources? VersionOverrides?",
    f"{V1_1}VersionOverrides": "Description? Requirements? Hosts Resources WebApplicationInfo?"
    " EquivalentAddins? ExtendedPermissions?",
    f"{V1_1}Requirements": "Sets",
    f"{BASIC}Sets": "Set+",
    f"{V1_1}Hosts": "Host",
    f"{V1_1}Host": "Runtimes? DesktopFormFactor? MobileFormFactor?",
    f"{V1_1}Runtimes": "Runtime",
    f"{V1_1}Runtime": "Override?",
    f"{V1_1}DesktopFormFactor": "SupportsSharedFolders? FunctionFile ExtensionPoint+",
    f"{V1_1}MobileFormFactor": "FunctionFile? ExtensionPoint+",
    f"{V1_1}ExtensionPoint MessageComposeCommandSurface": "OfficeTab",
    f"{V1_1}ExtensionPoint LaunchEvent": "LaunchEvents SourceLocation",
    f"{V1_1}OfficeTab": "Group+",
    f"{V1_1}Group": "Label Control+",  # Outlook’s groups have no icon
    f"{V1_1}Control Button": "Label Supertip Icon Action",
    f"{V1_1}Supertip": "Title Description",
    f"{V1_1}Icon": "Image+",
    f"{V1_1}Action ShowTaskpane": "SourceLocation",
    f"{V1_1}LaunchEvents": "LaunchEvent+",
    f"{V1_1}Resources": "Images Urls ShortStrings? LongStrings?",
    f"{BASIC}Images": "Image+",
    f"{BASIC}Urls": "Url+",
    f"{BASIC}ShortStrings": "String+",
    f"{BASIC}LongStrings": "String+",
}
"""What an element holds, in this order: ``?`` may be missing, ``+`` may come again."""
_TYPED = {f"{V1_1}ExtensionPoint", f"{V1_1}Control", f"{V1_1}Action"}
_OF_RULES = f"{OFFICE}Rule"
_TYPES: Mapping[str, str] = {
    f"{OFFICE}OfficeApp": "MailApp",
    f"{V1_0}VersionOverrides": "VersionOverridesV1_0",
    f"{V1_1}VersionOverrides": "VersionOverridesV1_1",
    f"{V1_1}Host": "MailHost",
}


def form_faults(element: Element) -> Iterator[str]:
    """What is missing, unknown or out of order, anywhere under `element`."""
    if element.tag == _OF_RULES:
        return  # ignored by every Outlook that knows VersionOverrides
    wanted = _TYPES.get(element.tag)
    if wanted and element.get(TYPE) != wanted:
        yield f"{plain(element)} must have xsi:type {wanted}."
    yield from _order_faults(element)
    for child in element:
        yield from form_faults(child)


def plain(element: Element) -> str:
    """An element's name as people write it."""
    return element.tag.rpartition("}")[2]


def _order_faults(element: Element) -> Iterator[str]:
    key = f"{element.tag} {element.get(TYPE)}" if element.tag in _TYPED else element.tag
    if key not in _ORDER:
        if len(element) or element.tag in _TYPED:
            yield f"{plain(element)} {element.get(TYPE) or ''} is not known to hold anything.".replace(
                "  ", " "
            )
        return
    known = _ORDER[key].split()
    places = {word.rstrip("?+"): place for place, word in enumerate(known)}
    found = [plain(child) for child in element]
    yield from (f"{plain(element)} cannot hold {name}." for name in found if name not in places)
    inside = [name for name in found if name in places]
    for before, after in pairwise(inside):
        if places[after] < places[before]:
            yield f"In {plain(element)}, {after} comes before {before}."
    yield from (
        f"{plain(element)} lacks {word.rstrip('+')}."
        for word in known
        if not word.endswith("?") and word.rstrip("+") not in inside
    )
    yield from (
        f"{plain(element)} has more than one {name}."
        for name in dict.fromkeys(inside)
        if inside.count(name) > 1 and f"{name}+" not in known
    )
