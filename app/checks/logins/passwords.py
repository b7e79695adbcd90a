"""Where does a password stand, and with which user name?

The word for it, what joins them, and something that could be the secret. How sure depends on the secret's
own look: letters with digits say more than a plain word.
"""

from collections.abc import Iterator
from itertools import islice

import re2

from app.checks.logins.secrets import (
    Secret,
    is_placeholder,
    is_plausible,
    is_strong,
    is_unmistakable,
    place_of,
)
from app.checks.patterns.passages import Passage
from app.checks.words import whole_any
from app.domain.finding import Confidence

_NOUN = r"(?:pass ?words?|passwd|pwd|p/?w|pass ?codes?|pass ?phrases?|pswd)"
_FOR_WHAT = r"(?: (?:for|to|on|of|is for) (?:[\w'\x{2019}/.-]+ ){0,6}?[\w'\x{2019}/.-]+?| \([^)\n]{1,40}\))?"
_IS = (
    r"(?:(?:,[^,\n]{1,40},|,? it|,? which)? (?:is now|will be|would be|is still|is|was|are"
    r"|has been (?:re)?set to|(?:has|was|is|'s) (?:been )?changed to"
    r"|(?:re)?set to|changed to)[ :]+(?:just |simply |currently |the word "
    r"|(?:all )?(?:in )?(?:capitals|lower ?case)[ :,]+|case[- ]sensitive[ :,]+|as follows[ :,]+)?"
    r"|,? ?[:=] ?\s?| ?(?:->|→|=>) ?)"
)
_OPEN, _SHUT = r"[\"'“\x{2018}]", r"[\"'”\x{2019}]"
_QUOTED = rf"{_OPEN}([^\"'”\x{{2019}}\n]{{3,60}}){_SHUT}"
_SAID = re2.compile(
    rf"(?i)\b(?:{_NOUN}(?:{_FOR_WHAT}{_IS}|['\x{{2019}}]s )|pass ?[:=] ?)(?:{_QUOTED}|(\S{{3,80}}))"
)
_CHANGED = re2.compile(
    r"(?i)\b(?:changed?|reset|set|updated?) (?:(?:the|your|my|his|her|our|their) )?(?:[\w'-]+ ){0,3}?"
    rf"{_NOUN}{_FOR_WHAT}"
    rf" (?:to|as) (?:{_QUOTED}|(\S{{3,80}}))"
)
_DASHED = re2.compile(rf"(?i)\b{_NOUN}(?: ?[-\x{{2013}}] ?|,? )(?:{_QUOTED}|(\S{{5,80}}))")
_NEARBY = re2.compile(rf"(?i)\b{_NOUN}((?: [A-Za-z'\x{{2019}}]+,?){{1,6}}(?: ?[:\x{{2013}}-])? )(\S{{7,60}})")
_BACKWARDS = re2.compile(
    r"(?i)([^\s\"'“”\x{2018}\x{2019}]{5,60})[\"'”\x{2019}]? (?:is|as) (?:the|your|our|my|his|her) (?:new )?"
    rf"{_NOUN}\b"
)
_USER = re2.compile(
    r"(?i)\b(?:user ?names?|user ?ids?|user|log ?-?in(?: name)?|account name"
    r"|e-?mail)(?: is)? ?[:=\x{2013}-]? ?([\w.@+\\-]{3,60})"
)
_PAIR = re2.compile(
    r"(?i)\b(?:log ?-?ins?|log ?in details|sign ?-?in|credentials"
    r"|user(?: ?name)?/pass(?:word)?)(?: (?:is|are|with|as|using|for [\w ]{1,30}))? ?[:\x{2013}-]?\s{0,2}"
    r"([\w.@+-]{2,60}) ?(?:/|\||,| and | with ) ?(\S{4,60})"
)
_EXAMPLE = re2.compile(
    r"(?i)(?:\be\.?g\b\.?|\bfor example|\bsuch as|\blike|\bnever use|\bavoid|\bdo not use"
    r"|\bdon['\x{2019}]t use|\bweak|\bbad|\bcommon|\binstead of|\brather than)[^.\n]{0,50}$"
)
_MEETING = re2.compile(
    r"(?i)meeting id|join (?:the |zoom |teams )?meeting|zoom|teams\.microsoft|microsoft teams|webinar"
    r"|conference id"
    r"|dial[- ]in|participate|conference call|call[- ]in|teleconference|bridge line|1-8\d\d"
)
_BEFORE = 160
_APART = 160
_EXAMINED = 500
_HEADING = whole_any(
    """
    passwords?
    passcodes?
    pwd
    pw
    """
)
_USER_HEADING = whole_any(
    """
    user ?names?
    user ?ids?
    users?
    log ?-?ins?
    """
)
_LAST_WORD = re2.compile(
    r"^[\s\"'”\x{2019})]*(?:$|\n|[.!;,)]|and\b|\(|-|\x{2013}|for\b|to\b|please\b"
    r"|thanks?\b)"
)


def find_passwords(passage: Passage) -> Iterator[Secret]:
    """Every password; one with its user name beside it is a login."""
    text = passage.text
    found: dict[int, Secret] = {}
    for shape in (_SAID, _CHANGED, _DASHED, _BACKWARDS):
        for match in islice(shape.finditer(text), _EXAMINED):
            start, end = (
                place_of(text, *match.span(1))
                if match.group(1)
                else place_of(text, *match.span(match.re.groups))
            )
            sure = _confidence(
                text, start, end, said=shape is _SAID, quoted=match.re.groups > 1 and bool(match.group(1))
            )
            if sure is not None and not _is_harmless(text, match.start(), start, shape is _BACKWARDS):
                found.setdefault(start, Secret("password", passage, start, end, sure))
    for match in islice(_NEARBY.finditer(text), _EXAMINED):
        start, end = place_of(text, *match.span(2))
        if is_unmistakable(text[start:end]) and not _is_harmless(text, match.start(), start, backwards=False):
            found.setdefault(start, Secret("password", passage, start, end, Confidence.MEDIUM))
    for secret in _in_tables(passage):
        found.setdefault(secret.start, secret)
    pairs = list(_pairs(passage))
    paired = {secret.start for secret in pairs}
    users = [match.span(1) for match in islice(_USER.finditer(text), _EXAMINED)]
    for secret in sorted(found.values(), key=lambda s: s.start):
        if secret.start in paired:
            continue
        yield from _with_user(secret, users)
    yield from pairs


def _with_user(secret: Secret, users: list[tuple[int, int]]) -> Iterator[Secret]:
    """A login points at both halves, the password first."""
    near = [u for u in users if -_APART <= u[0] - secret.end <= _APART and u[0] != secret.start]
    near = [u for u in near if u[1] <= secret.start or u[0] >= secret.end]
    if near or secret.kind == "login":
        yield Secret("login", secret.passage, secret.start, secret.end, secret.confidence)
    else:
        yield secret


def _confidence(text: str, start: int, end: int, *, said: bool, quoted: bool) -> Confidence | None:
    word = text[start:end]
    if is_placeholder(word):
        return None
    if is_strong(word) or (quoted and is_plausible(word)):
        return Confidence.HIGH
    if not said or not is_plausible(word) or _LAST_WORD.match(text[end : end + 12]) is None:
        return None
    return Confidence.HIGH if word[0].isupper() or word.isdigit() else Confidence.MEDIUM


def _is_harmless(text: str, start: int, secret: int, backwards: bool) -> bool:
    """An example in advice about passwords, or the passcode of a meeting beside its link."""
    before = text[max(0, start - _BEFORE) : start]
    return _EXAMPLE.search(before + (text[start:secret] if not backwards else "")) is not None or (
        not backwards and _MEETING.search(before + text[start:secret]) is not None
    )


def _in_tables(passage: Passage) -> Iterator[Secret]:
    """Cells under a heading "Password"."""
    for table in passage.tables.all:
        columns = [i for i, h in enumerate(table.headings) if _HEADING.search(h)]
        has_user = any(_USER_HEADING.search(h) for h in table.headings)
        for row in table.rows if columns else ():
            for column in columns:
                if column < len(row.cells):
                    start, end = place_of(passage.text, row.cells[column].start, row.cells[column].end)
                    word = passage.text[start:end]
                    if is_strong(word) or (is_plausible(word) and " " not in word):
                        yield Secret("login" if has_user else "password", passage, start, end)


def _pairs(passage: Passage) -> Iterator[Secret]:
    """``Login: admin / Summer24``."""
    for match in islice(_PAIR.finditer(passage.text), _EXAMINED):
        start, end = place_of(passage.text, *match.span(2))
        if (
            is_strong(passage.text[start:end])
            and _EXAMPLE.search(passage.text[max(0, match.start() - _BEFORE) : match.start()]) is None
        ):
            yield Secret("login", passage, start, end)
