"""Where does an HTML tag end, and what does it say about how its text is shown?

The tag is read as the HTML standard's tokenizer reads it: quotation marks count only after an
equals sign, the first of two equal attributes wins. Nothing is read twice, so the cost is linear
whatever the markup.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html.entities import html5

from app.reading.markup.marks import MarkKind, kind_of

SPACE = " \t\n\r\f"
_AFTER_NAME = frozenset(SPACE + "/>")
_AFTER_ATTRIBUTE = frozenset(SPACE + "/>=")
_AFTER_VALUE = frozenset(SPACE + ">")
_KEPT = frozenset({"id", "class", "style", "type", "start", "value", "hidden", "name", "href"})

# How text is shown: flags that an element passes on to what is inside it.
REMOVED, TINY, UNSEEN, PRE, LABEL, TAB = 1, 2, 4, 8, 16, 32
HIDDEN = REMOVED | TINY | UNSEEN

_LONGEST_NAME = max(map(len, html5))
_LONGEST_BARE = max(len(name) for name in html5 if not name.endswith(";"))
_LAST_CODE_POINT = 0x10FFFF
_WINDOWS = 0x80, 0x9F


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: its name in lower case, the flags it sets and clears, and the mark it leaves."""

    name: str
    is_end: bool = False
    sets: int = 0
    clears: int = 0
    mark: MarkKind | None = None
    is_tight: bool = False
    """A paragraph without space around it, as Word writes them."""
    number: int | None = None
    has_bullets: bool = True
    href: str = ""
    """Where an anchor leads, as written."""


def read_tag(source: str, at: int) -> tuple[Tag | None, int]:
    """The tag whose ``<`` is at `at`, and the place after it; None when the text ends inside it."""
    is_end = source.startswith("/", at + 1)
    begin = end = at + 1 + is_end
    size = len(source)
    while end < size and source[end] not in _AFTER_NAME:
        end += 1
    attributes, after = _attributes(source, end)
    if after < 0:
        return None, size
    name = source[begin:end].lower()
    return (Tag(name, is_end=True) if is_end else _start_tag(name, attributes)), after


def _attributes(source: str, at: int) -> tuple[dict[str, str], int]:
    """The attributes we use, from just after the tag's name, and the place after ``>`` or -1."""
    found: dict[str, str] = {}
    size = len(source)
    while at < size:
        if source[at] == ">":
            return found, at + 1
        if source[at] in _AFTER_NAME:
            at += 1
            continue
        begin, at = at, at + 1  # a leading "=" belongs to the name
        while at < size and source[at] not in _AFTER_ATTRIBUTE:
            at += 1
        name, value = source[begin:at], ""
        at = _past_space(source, at)
        if source.startswith("=", at):
            value, at = _value(source, _past_space(source, at + 1))
            if at < 0:
                break
        if len(name) <= len("hidden") and name.lower() in _KEPT:
            found.setdefault(name.lower(), value)
    return found, -1


def _past_space(source: str, at: int) -> int:
    while at < len(source) and source[at] in SPACE:
        at += 1
    return at


def _value(source: str, at: int) -> tuple[str, int]:
    quote = source[at : at + 1]
    if quote and quote in "\"'":
        end = source.find(quote, at + 1)
        return (source[at + 1 : end], end + 1) if end >= 0 else ("", -1)
    begin, size = at, len(source)
    while at < size and source[at] not in _AFTER_VALUE:
        at += 1
    return source[begin:at], at


def _start_tag(name: str, attributes: Mapping[str, str]) -> Tag:
    if not attributes:
        return Tag(name, sets=_SETS.get(name, 0), is_tight=name != "p")
    style = _declarations(attributes.get("style", ""))
    sets, clears = _flags(style)
    if "hidden" in attributes:
        sets |= REMOVED
    classes = attributes.get("class", "").lower()
    number = attributes.get("start", attributes.get("value", ""))
    return Tag(
        name,
        sets=sets | (_SETS.get(name, 0) & ~clears),
        clears=clears,
        mark=kind_of(name, attributes, style),
        is_tight=name != "p" or "mso" in classes or _has_no_margins(style),
        number=int(number)
        if number.isascii() and number.isdigit() and len(number) < len("1000000")
        else None,
        has_bullets="none" not in style.get("list-style-type", style.get("list-style", "")),
        href=attributes.get("href", "") if name == "a" else "",
    )


_SETS = {"pre": PRE, "textarea": PRE, "xmp": PRE, "xml": REMOVED, "template": REMOVED}


def _declarations(style: str) -> dict[str, str]:
    found = {}
    for part in "".join(style.lower().split()).replace("&quot;", '"').split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name] = value.removesuffix("!important")
    return found


def _flags(style: Mapping[str, str]) -> tuple[int, int]:
    sets = clears = 0
    if style.get("display") == "none" or style.get("mso-hide") == "all" or style.get("opacity") == "0":
        sets |= REMOVED
    if "font-size" in style:
        shown = style["font-size"].rstrip("abcdefghijklmnopqrstuvwxyz%")
        sets, clears = (sets | TINY, clears) if shown and not shown.strip("0.") else (sets, clears | TINY)
    if "visibility" in style:
        unseen = style["visibility"] in {"hidden", "collapse"}
        sets, clears = (sets | UNSEEN, clears) if unseen else (sets, clears | UNSEEN)
    if "white-space" in style:
        kept = style["white-space"] in {"pre", "pre-wrap", "pre-line", "break-spaces"}
        sets, clears = (sets | PRE, clears) if kept else (sets, clears | PRE)
    if style.get("mso-list") == "ignore":
        sets |= LABEL
    if "mso-tab-count" in style:
        sets |= TAB
    return sets, clears


def _has_no_margins(style: Mapping[str, str]) -> bool:
    margin = style.get("margin", "")
    return margin.startswith("0") or (
        style.get("margin-top", "").startswith("0") and style.get("margin-bottom", "").startswith("0")
    )


def read_entity(source: str, at: int) -> tuple[str, int] | None:
    """The character reference at this ``&``, and the place after it; None when it is a plain ``&``."""
    if source.startswith("#", at + 1):
        return _number(source, at + 2)
    name = source[at + 1 : at + 1 + _LONGEST_NAME]
    semicolon = name.find(";")
    if semicolon >= 0 and name[: semicolon + 1] in html5:
        return html5[name[: semicolon + 1]], at + 2 + semicolon
    for size in range(
        min(len(name), _LONGEST_BARE), 1, -1
    ):  # the longest of the old names that need no semicolon
        if name[:size] in html5:
            return html5[name[:size]], at + 1 + size
    return None


def _number(source: str, at: int) -> tuple[str, int] | None:
    is_hex = source[at : at + 1] in {"x", "X"}
    digits = "0123456789abcdefABCDEF" if is_hex else "0123456789"
    begin = end = at + is_hex
    while end < len(source) and source[end] in digits:
        end += 1
    if begin == end:
        return None
    after = end + source.startswith(";", end)
    figures = source[begin:end].lstrip("0")
    code = int(figures or "0", 16 if is_hex else 10) if len(figures) <= len("1114111") else -1
    return _character(code), after


def _character(code: int) -> str:
    if _WINDOWS[0] <= code <= _WINDOWS[1]:
        return bytes((code,)).decode("cp1252", "replace")
    if not 0 < code <= _LAST_CODE_POINT or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the surrogates
        return "\N{REPLACEMENT CHARACTER}"
    return chr(code)
