"""Which telephone numbers and addresses stand in a text, and who stands beside them?

A name counts as somebody's own where an address is made of it.
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.signed_by import SHARED

EMAIL = re2.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re2.compile(r"\(0\d{3,4}\) ?\d(?:[ -]?\d){5,7}\b|(?:\+44 ?|\b0)\d(?:[ -]?\d){8,10}\b")
_NAMED_BEFORE = re2.compile(
    r"((?:\p{Lu}[\pL&'\x{2019}-]+ )(?:(?:and|of|for|&|\p{Lu}[\pL&'\x{2019}-]*) ?){0,4}[\pL])"
    r"(?:\s*[,:(\x{2013}-]|,? (?:on|at|via|by e-?mail(?: at| on)?|by phone on))?\s*$"
)
_ORDER = re2.compile(
    r"^(?:(?:Please|Contact|Ring|Call|Phone|Telephone|Tel|E-?mail|Ask|Questions?|Queries|Write|Speak"
    r"|Talk|Message"
    r"|Enquiries|To|For|The|With|From|Help|Any) )+"
)
_PICTURE = re2.compile(r"(?i)\.(?:png|jpe?g|gif)@")
_SHORT_LINE = 8


def telephones(words: str) -> list[str]:
    """Telephone numbers as they are written."""
    return [match[0] for match in TELEPHONE.finditer(words)]


def emails(words: str) -> list[str]:
    """E-mail addresses, but no names of pictures."""
    found = (match[0].rstrip(".'") for match in EMAIL.finditer(words))
    return [address for address in found if not _PICTURE.search(address)]


def parts_of(address: str) -> list[str]:
    """The two names that an address is made of; none where it is no person's."""
    local = address.partition("@")[0].casefold()
    parts = local.split(".")
    is_name = len(parts) == 2 and all(part.replace("-", "").isalpha() for part in parts)  # noqa: PLR2004 - two names
    return local.replace("-", ".").split(".") if is_name and not SHARED.search(local) else []


def beside(lines: Sequence[str], *, only_people: bool) -> str:
    """Who stands beside a number or an address in a line of its own: "Assessment Helpline 01632 960620"."""
    for line in reversed(lines):
        name = written_out(line) or ("" if only_people else named_before(line))
        if name and len(line.split()) <= _SHORT_LINE:
            return name
    return ""


def written_out(words: str) -> str:
    """The name that an address in the sentence is made of, where the sentence has it too."""
    for address in emails(words):
        parts = address.partition("@")[0].split(".")
        name = r"\s+".join(map(re2.escape, parts))
        if len(parts) > 1 and (match := re2.search(rf"(?i)\b{name}\b", words.replace(address, " "))):
            return str(match[0])
    return ""


def named_before(words: str) -> str:
    """Who stands right before the number or address: "Appeals Clerk, 01632 960190"."""
    ways = [match.start() for pattern in (TELEPHONE, EMAIL) for match in pattern.finditer(words)]
    match = _NAMED_BEFORE.search(words[: min(ways)]) if ways else None
    name = _ORDER.sub("", str(match[1])).strip() if match else ""
    return name if " " in name and not name.isupper() else ""
