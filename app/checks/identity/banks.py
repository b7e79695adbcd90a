"""Where does somebody's bank account stand?

A sort code and an account number near each other, or one of them with its label. ``12-04-24`` is also a
date, so a pair without any word about banking counts only when its sort code could not be one.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.identity import validators
from app.checks.patterns.candidates import EXAMINED_AT_MOST, Candidate, matches
from app.checks.patterns.cues import OTHER_NUMBERS, Cue, Standing, words_before
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.domain.finding import Confidence

KIND = "bank-account"
_SORT = linear.compile(r"\d\d(?:[-\x{2013}]\d\d[-\x{2013}]\d\d| \d\d \d\d| ?- ?\d\d ?- ?\d\d|\d{4})")
_ACCOUNT = linear.compile(r"\d{8}|\d{4} \d{4}|\d{4}-\d{4}|\d{7}")
_OTHER = (
    f"{OTHER_NUMBERS}|ukprn|cases?|ring|call|calling|mobile|mob|extension|ext"
    r"|(?:library|customer|supplier|energy|utility|gas|water|parentpay) (?:account|a/c)(?: (?:no|number))?"
)
_SORT_CUE = Cue.of(r"sort ?codes?|s/c|bank sort code", _OTHER)
_ACCOUNT_CUE = Cue.of(
    r"account (?:no|num|number|#)s?|acc(?:t|ount)?\.? (?:no|num|number)s?|acct|a/c|a/c (?:no|number)"
    r"|acc no|bank account"
    r"|bank a/c|bank details|bacs|account and sort code|sort code and account(?: number)?",
    _OTHER,
)
_BANK = Cue.of(
    r"bank|bank details|banking|bacs|sort ?code|sort|s/c|account number|account no|account|acct|a/c"
    r"|payee|payable"
    r"|direct debit|standing order|refund|reimburse|salary|wages|building society|barclays|lloyds|hsbc"
    r"|natwest|santander|nationwide|monzo"
)
_APART = 60
_WIDE = 120
_MONTHS, _DAYS = 12, 31
_LABEL_REACH = 50
_AFTER = 30
_SHORT_FORM = linear.compile(r"(?i)\b(acct?|account|nos?|num|number|code)\.")
_SENTENCE_END = linear.compile(r"[.!?;](?:\s|$)")
_DIALLED = linear.compile(r"(?:\(?0\d{2,4}\)?|\+44 ?\(?0?\)? ?\d{2,4})[ -]$")
_ACCOUNT_WITHIN = linear.compile(r"\b(?:\d{7,8}|\d{4}[ -]\d{4})\b")
_SORT_DIGITS = 6


def find_accounts(passage: Passage) -> Iterator[Sighting]:
    """Every account in the passage; a pair is one sighting from its first digit to its last."""
    sorts = [
        (c, _named(_SORT_CUE, passage, c))
        for c in islice(matches(passage.text, _SORT), EXAMINED_AT_MOST)
        if not _is_dialled(passage, c) and not _is_in_nino(passage, c)
    ]
    sorts = [(c, Standing.FOR if _is_called_sort(passage, c) else standing) for c, standing in sorts]
    sorts = [(c, standing) for c, standing in sorts if not c.solid or standing is Standing.FOR]
    accounts = [
        c for c in islice(matches(passage.text, _ACCOUNT), EXAMINED_AT_MOST) if not _is_dialled(passage, c)
    ]
    paired: set[int] = set()
    for code, standing in sorts:
        partner = _nearest(code, accounts, paired)
        named = standing is Standing.FOR or _is_about_banks(passage, code)
        if (
            partner is not None
            and (named or not _could_be_date(code.bare))
            and _is_free(passage, accounts[partner])
        ):
            account = accounts[partner]
            paired.add(partner)
            start, end = min(code.start, account.start), max(code.end, account.end)
            yield Sighting(KIND, start, end, Confidence.HIGH if named else Confidence.MEDIUM, named)
        elif standing is Standing.FOR:
            yield Sighting(KIND, code.start, code.end, Confidence.MEDIUM)
    for place, account in enumerate(accounts):
        if place not in paired and _named(_ACCOUNT_CUE, passage, account) is Standing.FOR:
            yield Sighting(KIND, account.start, account.end, Confidence.MEDIUM)


def shown(written: str) -> str:
    """What the sender may see of it: which of the two it is, and at most four digits."""
    digits = "".join(c for c in written if c.isdigit())
    if len(digits) == _SORT_DIGITS:
        return f"sort code ••-••-{digits[-2:]}"
    account = _ACCOUNT_WITHIN.search(written)
    last = "".join(c for c in account.group() if c.isdigit())[-4:] if account else digits[-4:]
    return (
        f"account ••••{last}"
        if len(digits) <= _SORT_DIGITS + 2
        else f"sort code ••-••-••, account ••••{last}"
    )


def _named(cue: Cue, passage: Passage, number: Candidate) -> Standing:
    """What the words make of it; a label counts only in the number's own sentence."""
    standing = cue.standing(passage, number.start, number.end)
    words, place = words_before(passage, number.start, _LABEL_REACH)
    if standing is not Standing.FOR or place.is_row:
        return standing
    sentence = _SENTENCE_END.split(_SHORT_FORM.sub(r"\1", words))[-1]
    after = _SENTENCE_END.split(passage.text[number.end : number.end + _AFTER].partition("\n")[0])[0]
    return standing if cue.names(sentence) or cue.names(after) else Standing.NONE


def _is_dialled(passage: Passage, number: Candidate) -> bool:
    """Whether a dialling code stands straight before it."""
    return _DIALLED.search(passage.text[max(0, number.start - 12) : number.start]) is not None


def _is_in_nino(passage: Passage, code: Candidate) -> bool:
    """Whether these are the digits of a National Insurance number: ``JG 12 13 16 A``."""
    before = passage.text[max(0, code.start - 4) : code.start].rstrip(" -")
    after = passage.text[code.end : code.end + 3].lstrip(" -")
    has_ends = before[-2:].isupper() and not before[:-2].isalnum() and not after[1:2].strip(" .,;)")
    return has_ends and validators.is_nino(f"{before[-2:]}{code.bare}{after[:1]}")


def _is_called_sort(passage: Passage, code: Candidate) -> bool:
    """``Sort 207742``: the bare word only straight before the number."""
    return passage.text[max(0, code.start - 8) : code.start].lower().rstrip(" :.").endswith("sort")


def _nearest(code: Candidate, accounts: list[Candidate], taken: set[int]) -> int | None:
    """The account number that stands nearest on either side, close enough."""
    at = bisect_left(accounts, code.end, key=lambda account: account.start)
    best = [
        (gap, place)
        for place in (at, at - 1)
        if 0 <= place < len(accounts)
        and place not in taken
        and 0 < (gap := _gap(code, accounts[place])) <= _APART
    ]
    return min(best)[1] if best else None


def _gap(code: Candidate, account: Candidate) -> int:
    return account.start - code.end if account.start >= code.end else code.start - account.end


def _could_be_date(code: str) -> bool:
    return 1 <= int(code[:2]) <= _DAYS and 1 <= int(code[2:4]) <= _MONTHS


def _is_about_banks(passage: Passage, code: Candidate) -> bool:
    words, _ = words_before(passage, code.start, _WIDE)
    return _BANK.names(words) or _BANK.names(passage.text[code.end : code.end + _APART])


def _is_free(passage: Passage, account: Candidate) -> bool:
    """Not a number that its own words call something else."""
    return _ACCOUNT_CUE.standing(passage, account.start, account.end) is not Standing.AGAINST
