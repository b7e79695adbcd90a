"""Where does a key or token stand that opens a service by itself?

Prefixes that vendors publish, private key blocks, web tokens, connection strings with a password in them,
and long mixed strings straight after "API key" or "client secret".
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.secrets import Secret, is_placeholder
from app.checks.patterns.passages import Passage

_KNOWN = linear.compile(
    r"\b(?:"
    r"(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[\w-]{20,}"
    r"|(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|xox[abeprs]-[A-Za-z0-9-]{10,}|AIza[\w-]{35}|ya29\.[\w-]{20,}"
    r"|SG\.[\w-]{16,}\.[\w-]{16,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36}"
    r"|pypi-[A-Za-z0-9_-]{40,}"
    r"|hf_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{40,}|shpat_[a-fA-F0-9]{32}|SK[a-f0-9]{32}|key-[a-f0-9]{32}"
    r"|[A-Za-z0-9_~.]{3}\dQ~[\w~.-]{31,34}|\d{6}(?:-\d{6}){7}|(?:[A-Z0-9]{5}-){4}[A-Z0-9]{5}"
    r"|eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]{5,}"
    r")"
)
_BLOCK = linear.compile(r"-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?-----")
_BLOCK_END = "-----END "
_LONGEST_BLOCK = 8_000
_CONNECTION = linear.compile(
    r"(?i)\b(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|ftps?|sftp|https?|smtps?"
    r"|mssql)://[^\s:@/]{1,60}:[^\s@/]{3,80}@[\w.-]+"
    r"|\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/=]{20,}"
    r"|\b(?:server|data source|host)=[^;\n]{1,80};[^\n]{0,160}?\b(?:password|pwd)=[^;\s]{3,60}"
    r"|\b[A-Za-z]\w*(?:password|passwd|pwd|secret|token|api_?key)\s?=\s?[^\s;]{6,80}"
    r"|[?&](?:access_token|api[_-]?key|client_secret|sig|secret|subscription-key)=[\w%+/=-]{8,}"
    r"|\botpauth://\S+"
    r"|\bcurl\b[^\n]{0,80} -u \S{2,40}:[^\s@]{3,60}|(?i:authenticator|totp"
    r"|seed)[^\n]{0,50}(?-i:(?:[A-Z2-7]{4} ){2,}[A-Z2-7]{4})"
    r"|\bhooks\.slack\.com/services/T\w+/B\w+/\w+|\bsv=20\d\d-\d\d-\d\d&[^\s]{0,200}?\bsig=[\w%+/=-]{20,}"
)
_NAMED = linear.compile(
    r"(?i)\b(?:api[ _-]?keys?|api[ _-]?tokens?|access[ _-]?tokens?|client[ _-]?secrets?"
    r"|secret[ _-]?keys?|bearer(?: token)?|auth[ _-]?tokens?"
    r"|private[ _-]?keys?|subscription[ _-]?keys?|licence keys?|product keys?|activation keys?|webhook secret"
    r"|(?:recovery|encryption|signing|shared|storage|maps|master|account|ssh)[ _-]?keys?|secret|token)"
    r"(?: (?:for|to|on|from|of) [\w ]{1,40}?)?(?: is now| is| are| was| will be|:|="
    r"| ?->)*[ \"'“]*([A-Za-z0-9_\-+/=.~]{16,200})"
)
_RECOVERY = linear.compile(
    r"(?i)\b(?:recovery|back-?up|scratch|rescue) (?:codes?|keys?|phrases?)[^\n:=]{0,40}(?::|=|\bis|\bare)\s*"
    r"((?:[A-Za-z0-9]{3,8}[- ]?[A-Za-z0-9]{3,8}[,;\s]*){1,12})"
)
_LONG = linear.compile(r"[A-Za-z0-9_-]{10,200}")
_OPENER = linear.compile(
    r"(?i)\b(?:api|live|secret|private|access|auth|bearer|webhook|service|integration)[ _-](?:keys?"
    r"|tokens?)|\btokens?\b"
    r"|\bsecrets?\b|\bx-[a-z-]*(?:auth|key|token)[a-z-]*|\bauthorization\b|\bapi\b|\bpsk\b|\bpre-?shared"
    r"|\bcommunity string|\botp seed|\bauthenticator|\bbasic\b|\blicen[cs]e key|\bkeys? (?:attached"
    r"|below|follows?)"
)
_NAMED_ID = linear.compile(
    r"(?i)\b(?:id|ids|ref|reference|version|commit|hash|serial|order|ticket|tenant|correlation)\W*$"
)
_NEAR = 120
_HEX_DIGITS = 3
_MIXED = 3
_RECOVERY_CODE = linear.compile(r"\b[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8})?\b")
_EXAMINED = 500


def find_tokens(passage: Passage) -> Iterator[Secret]:
    """Every key; where two shapes overlap the first stands."""
    taken: list[tuple[int, int]] = []
    last = -1
    places = [
        match.span()
        for shape in (_BLOCK, _KNOWN, _CONNECTION)
        for match in islice(shape.finditer(passage.text), _EXAMINED)
    ]
    places += [
        match.span(1) for match in islice(_NAMED.finditer(passage.text), _EXAMINED) if _is_key(match.group(1))
    ]
    places += _unnamed(passage.text)
    for match in islice(_RECOVERY.finditer(passage.text), _EXAMINED):
        places += [
            (match.start(1) + code.start(), match.start(1) + code.end())
            for code in _RECOVERY_CODE.finditer(match.group(1))
            if sum(c.isdigit() for c in code.group()) > 1
        ]
    for start, end in sorted(places):
        if start > last:
            taken.append((start, end))
            last = end - 1
    for start, end in taken:
        is_block = passage.text.startswith("-----", start)
        yield Secret("token", passage, start, _block_end(passage.text, end) if is_block else end)


def _block_end(text: str, end: int) -> int:
    """Where a key block that begins here ends: after its last line, or at once when it is cut."""
    last = text.find(_BLOCK_END, end, end + _LONGEST_BLOCK)
    stop = text.find("-----", last + len(_BLOCK_END), last + 60) if last >= 0 else -1
    return stop + len("-----") if stop >= 0 else end


def _is_key(word: str) -> bool:
    """Letters with several digits in them, not a web address or a placeholder."""
    digits = sum(c.isdigit() for c in word)
    return (
        digits >= _MIXED and any(c.isalpha() for c in word) and not is_placeholder(word) and "//" not in word
    )


def _unnamed(text: str) -> Iterator[tuple[int, int]]:
    """Long mixed strings with a word for a key in the words before them."""
    for match in islice(_LONG.finditer(text), _EXAMINED * 4):
        word, before = match.group(), text[max(0, match.start() - _NEAR) : match.start()]
        if sum(c.isdigit() for c in word) < _HEX_DIGITS or not any(c.isalpha() for c in word):
            continue
        if before[-1:] in {"/", ".", "@", "&", "?"} or _NAMED_ID.search(before) or is_placeholder(word):
            continue
        if _OPENER.search(before):
            yield match.span()
