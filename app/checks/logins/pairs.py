"""Where does a user name stand with its password, with or without the words for them?

"Login: admin / Summer24", "SIMS – jbrown / Summer24", "sign in as office with Summer!24", "U: … P: …", and
the rows of a table or list whose heading says what they are.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from app import linear
from app.checks.logins.cues import ACCESS, PASSWORD, USER_NAME
from app.checks.logins.harmless import is_harmless
from app.checks.logins.looks import Look, OddWord
from app.checks.logins.secrets import Secret, is_plausible, is_strong, place_of
from app.checks.logins.stretches import Around, Stretches
from app.checks.patterns.passages import Passage
from app.checks.words import whole, whole_any
from app.domain.finding import Confidence

_USER = (
    r"(?:[\w.+-]+@[\w.-]+\w|[\w-]+\\[\w.-]+|[A-Za-z][\w-]*(?:[._][\w-]+)+|[A-Za-z]{2,}[\w-]*\d+"
    r"|admin\w*|[A-Za-z][A-Za-z_-]{2,24})"
)
_BESIDE = linear.compile(
    rf"(?:^|[\s(:=,\"'“|>-])({_USER})[\"'”\x{{2019}}]?[ \t]*(?:[/|,;&\t\n]|\bthen\b|\band\b|\bwith\b"
    r"|\busing\b|\bplus\b"
    r"|[-\x{2013}]{1,2} |\x{2192}|>)[ \t]*"
    r"(?:(?i:(?:the |a )?(?:pass ?word|pw|pwd|pass|p)\b)[ \t]*(?:[:=]|(?i:is|of))?[ \t]*)?[\"'“\x{2018}]?$"
)
_LABELLED = linear.compile(r"^\s*[^:\n]{2,40}?(?::| [-\x{2013}])[ \t]")
_LABELS = linear.compile(
    r"(?i)(?:^|[\s(,;/])(?:u(?:/?n|/?name|id)?\s?[:=.-]+\s?|(?:user(?: ?name)?|un|u/n"
    r"|log ?-?in)[\s:=.-]{1,3})"
    r"([^\s,;/|]{2,60})[\s,;/|]+(?:and )?(?:p(?:/?w|wd|/?word)?\s?[:=.-]+\s?|(?:pass(?: ?word)?|pw|pwd"
    r"|p/w)[\s:=.-]{1,3})([^\s(]\S{2,59})"
)
_STACKED = linear.compile(
    r"(?i)(?:^|\n)[ \t]*(?:user(?: ?name| ?id)?|log ?-?in|log ?-?on|name|account)[ \t]*\n\s*\S{2,60}[ \t]*\n"
    r"\s*(?:pass(?: ?word| ?code)?|pw|pwd|p/w)[ \t]*:?[ \t]*\n\s*"
    r"(\S{3,40}(?:[ \t]*\n[ \t]*\S{1,20}){0,3})[ \t]*(?:\n[ \t]*\n|\n?$)"
)
"""Labels alone on their lines, and under each what it stands for."""
_USED_BY = linear.compile(
    r"(?i)\b(?:as|with|using|user(?: ?name)?|user ?id|log ?-?in|log ?-?on|name)(?: is|:| =)? ?$"
)
_LONG_ENOUGH = 6
_EXAMINED = 4_000
_HEADING = whole_any(r"""
    passwords?|passcodes?|pwds?|pws?|p/w|pass|pass ?words?|pwords?|passphrases?|pass ?phrase|temp(?:orary)? pw
""")
_USER_HEADING = whole(rf"(?:{USER_NAME}|log ?-?ins?|log ?-?ons?|e-?mails?|account)")


def find_pairs(passage: Passage, stretches: Stretches, odd: Sequence[OddWord]) -> Iterator[Secret]:
    """Every password beside its user name."""
    text = passage.text
    for match in islice(_LABELS.finditer(text), _EXAMINED):
        start, end = place_of(text, *match.span(2))
        word, marked = text[start:end], any(c in ":=" for c in text[match.end(1) : start])
        is_one = is_strong(word) or (is_plausible(word) and marked)
        if is_one and not is_harmless(stretches.around(start, end)):
            yield Secret("login", passage, start, end)
    for match in islice(_STACKED.finditer(text), _EXAMINED):
        start, end = match.span(1)
        if is_plausible(text[start:end].partition("\n")[0]) and not is_harmless(stretches.around(start, end)):
            yield Secret("login", passage, start, end)
    for one in odd:
        start, end, look = one.start, one.end, one.look
        around = stretches.around(start, end)
        if _is_beside_a_user(look, end - start, around) and not is_harmless(around):
            yield Secret("login", passage, start, end)


def _is_beside_a_user(look: Look, length: int, around: Around) -> bool:
    before = around.before if around.before.strip() else around.earlier
    match = _BESIDE.search(before)
    if match is None:
        return False
    user, joint = match.group(1), before[match.end(1) :]
    tells = any(c.isdigit() or c in "@._\\" for c in user) or user.lower().startswith("admin")
    named = PASSWORD.search(before) or ACCESS.search(before) or ACCESS.search(around.earlier)
    if named and (tells or any(c in "/|\t" for c in joint) or _USED_BY.search(before[: match.start(1)])):
        return True
    if look >= Look.SURE and (
        tells or any(c in "/|\t" for c in joint) or ":" in before[max(0, match.start(1) - 2) : match.start(1)]
    ):
        return True
    return length >= _LONG_ENOUGH and _LABELLED.search(before) is not None and "/" in joint


def find_in_tables(passage: Passage) -> Iterator[Secret]:
    """Cells under a heading "Password"."""
    for table in passage.tables.all:
        columns = [i for i, h in enumerate(table.headings) if _HEADING.search(h)]
        has_user = any(_USER_HEADING.search(h) for h in table.headings)
        for row in table.rows if columns else ():
            for column in columns:
                if column < len(row.cells):
                    start, end = place_of(passage.text, row.cells[column].start, row.cells[column].end)
                    word = passage.text[start:end]
                    if is_strong(word) or (is_plausible(word) and len(word.split()) <= 4):  # noqa: PLR2004 - a sentence is no password
                        yield Secret(
                            "login" if has_user else "password", passage, start, end, Confidence.HIGH
                        )


def is_other_column(passage: Passage, place: int) -> bool:
    """Whether a place is in a table that has a column for passwords, but not in that column."""
    found = passage.tables.row_at(place)
    if found is None or not any(_HEADING.search(heading) for heading in found[1].headings):
        return False
    column = found[0].column_at(place)
    return column >= len(found[1].headings) or _HEADING.search(found[1].headings[column]) is None
