"""Which e-mail addresses are written in a text?

Plain ones, those in angle brackets or links, with letters of any script, and those that somebody
spelled out with "(at)" and "dot". One linear pass; the address comes back in lower case.
"""

from app import linear

_LONGEST_LOCAL = 64
_LONGEST_DOMAIN = 253
# Letters and digits of any script, as ranges: a class by property makes a far larger automaton.
_LETTER = r"0-9A-Za-z\x{c0}-\x{1fff}\x{2c00}-\x{2fef}\x{3040}-\x{d7ff}"
_WORD = rf"[{_LETTER}](?:[{_LETTER}-]*[{_LETTER}])?"
_PLAIN = linear.compile(
    rf"[{_LETTER}._%+'\x{{2019}}&-]+@((?:{_WORD}\.)+(?:[A-Za-z\x{{c0}}-\x{{1fff}}]{{2,}}|xn--[a-z0-9-]*[a-z0-9]))"
)
_LOCAL = rf"[{_LETTER}][{_LETTER}._%+'\x{{2019}}-]*"
_AT_SIGN = r"[ \t]*[(\[{<][ \t]*(?:at|@)[ \t]*[)\]}>][ \t]*"
_AT = r"(?:[ \t]+at[ \t]+|[ \t]*@[ \t]*)"
_DOT_SIGN = r"(?:[ \t]*[(\[{<][ \t]*(?:dot|\.)[ \t]*[)\]}>][ \t]*|[ \t]+dot[ \t]+)"
_PART = rf"(?:{_DOT_SIGN}|\.){_WORD}"
_SPELLED = (
    linear.compile(rf"(?i)({_LOCAL}){_AT_SIGN}({_WORD}(?:{_PART})+)"),
    linear.compile(rf"(?i)({_LOCAL}){_AT}({_WORD}(?:\.{_WORD})*{_DOT_SIGN}{_WORD}(?:{_PART})*)"),
)
_DOT = linear.compile(f"(?i){_DOT_SIGN}")
_ENDINGS = frozenset(
    ("uk", "com", "org", "net", "gov", "edu", "wales", "scot", "london", "cymru", "eu", "ie", "example")
)
_EDGES = "'\u2019.&%+-"


def find_addresses(clean: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end (excluded) and address of each, in order, without overlaps."""
    if "@" not in clean and "at" not in clean.lower():
        return ()
    found = [*_plain(clean), *_spelled(clean)]
    found.sort(key=lambda hit: (hit[0], -hit[1]))
    kept: list[tuple[int, int, str]] = []
    for hit in found:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return tuple(kept)


def _plain(clean: str) -> list[tuple[int, int, str]]:
    found = []
    for match in _PLAIN.finditer(clean):
        start, end = match.span()
        at = match.start(1)
        while clean[start] in _EDGES:
            start += 1
        if start < at - 1 <= start + _LONGEST_LOCAL and end - at <= _LONGEST_DOMAIN:
            found.append((start, end, _tidy(clean[start:end])))
    return found


def _spelled(clean: str) -> list[tuple[int, int, str]]:
    """Spelled-out addresses: "at" in brackets, or a "dot" in words, and an ending that is one."""
    found = []
    for pattern in _SPELLED:
        for match in pattern.finditer(clean):
            local, domain = match.groups()
            joined = _DOT.sub(".", domain)
            is_short = len(local) <= _LONGEST_LOCAL and len(joined) <= _LONGEST_DOMAIN
            if is_short and joined.rpartition(".")[2].lower() in _ENDINGS:
                found.append((*match.span(), _tidy(f"{local}@{joined}")))
    return found


def _tidy(address: str) -> str:
    return address.lower().replace("\u2019", "'")
