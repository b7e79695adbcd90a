"""Which words with the look of a password stand where a password would?

The look alone proves nothing (references and product names are mixed too), nor does the word "password".
Together they do, however the sentence is put: before the secret or after it, in the sentence before, or with
no word for it at all ("this should let you in: …").
"""

from collections.abc import Iterator, Sequence

from app import linear
from app.checks.logins.cues import ACCESS, PASSWORD
from app.checks.logins.harmless import is_harmless, names_something_else
from app.checks.logins.leads import is_introduced
from app.checks.logins.looks import Look, OddWord
from app.checks.logins.secrets import Secret
from app.checks.logins.stretches import Around, Stretches
from app.checks.patterns.passages import Passage
from app.domain.finding import Confidence

_HANDED_OVER = linear.compile(
    r"(?i)\b(?:us(?:e|ing)|try|typ(?:e|ing)(?: in)?|enter(?:ing)?|put(?: in)?"
    r"|it['\x{2019}]?s(?: (?:now|still|currently|always|just))?"
    r"|(?:will|['\x{2019}]ll) be(?: on)?|open(?:s)?"
    r"(?: \w+)? with|(?:['\x{2019}]ll|will|to) (?:want|need)|(?:(?:her|his|my|our|the|your) )?(?:usual"
    r"|new|old|normal)(?: one)?(?: is)?|(?:laptop|i ?pad|pc|router|phone|one|wi-?fi|log ?-?in|file"
    r"|machine|tablet|computer)[\x27\x{2019}]s)"
    r"[ :]*[\"'“\x{2018}(]*$"
)
_WI_FI = linear.compile(r"(?i)\b(?:wi-?fi|wireless|hotspot|ssid|router)\b")
_FILE = linear.compile(
    r"(?i)\b(?:open|unlock|locked|protect|encrypt|zip|pdf|spreadsheet|workbook|file|document|attach"
    r"|folder|usb|stick)"
)
_TAIL = 24
_SHORT = 48


def find_placed(passage: Passage, stretches: Stretches, odd: Sequence[OddWord]) -> Iterator[Secret]:
    """Every word that looks and stands like a password."""
    for word in odd:
        start, end, look = word.start, word.end, word.look
        around = stretches.around(start, end)
        sure = _sureness(look, around)
        if sure is None or names_something_else(around.before) or is_harmless(around):
            continue
        yield Secret("password", passage, start, end, sure)


def _sureness(look: Look, around: Around) -> Confidence | None:
    introduced = is_introduced(around.before)
    named = PASSWORD.search(around.before) is not None
    if named and introduced:
        return Confidence.HIGH
    after = around.after.split("\n", 1)[0]
    nearly = introduced or len(around.before) < _TAIL
    if nearly and (PASSWORD.search(after) or (not around.before.strip() and PASSWORD.search(around.earlier))):
        return Confidence.HIGH if look is Look.SURE else Confidence.MEDIUM
    if introduced and len(around.before) < _SHORT and PASSWORD.search(around.earlier):
        return Confidence.HIGH if look is Look.SURE else Confidence.MEDIUM
    opened = f"{around.earlier} {around.before} {after}"
    if look is Look.MIXED:
        quoted = around.before.endswith(("'", '"', "“", "\u2018"))
        told = is_handed_over(around.before) and (_FILE.search(opened) or (quoted and ACCESS.search(opened)))
        return Confidence.MEDIUM if introduced and (told or _WI_FI.search(opened)) else None
    if look is Look.ALONE or named or PASSWORD.search(opened) or (introduced and ACCESS.search(opened)):
        return Confidence.MEDIUM
    return Confidence.MEDIUM if is_handed_over(around.before) else None


def is_handed_over(before: str) -> bool:
    """Whether the reader is told to use what follows."""
    return _HANDED_OVER.search(before[-_SHORT:]) is not None
