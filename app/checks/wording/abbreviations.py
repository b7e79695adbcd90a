"""Which abbreviations may the readers of this draft not know?

Looks only when somebody outside reads: families and firms are taken to know what everybody knows,
schools, councils, health and police also what schools know. A word of the language in capitals is no
abbreviation, unless schools use it as one (SEND). An abbreviation is explained when its first use stands
beside its full form, "Education, Health and Care Plan (EHCP)" or "EHCP (Education, Health and Care Plan)".
"""

from bisect import bisect_right
from dataclasses import dataclass

from app import linear
from app.checks.tone.capitals import Shout, find_shouts
from app.checks.wording.acronyms import EVERYONE, SCHOOLS, is_acronym, is_known, is_plain_word
from app.checks.words import first_found, word_set
from app.domain.address import is_within
from app.domain.audience import Belonging, Reader
from app.domain.reading import Reading

_ABBREVIATION = linear.compile(
    r"(?:^|[\s(\"'/\x{2018}\x{201c}-])(\p{Lu}[\p{Lu}&]{1,5}s?)(?:[\s,.;:!?)\"'/\x{2019}\x{201d}]|$)"
)
_ROMAN = linear.compile(r"^[IVXLC]+$")
_PUBLIC_SERVICE = (
    "gov.uk",
    "gov.wales",
    "gov.scot",
    "nhs.uk",
    "nhs.net",
    "nhs.scot",
    "police.uk",
    "sch.uk",
    "ac.uk",
)
_ACCOUNTS = word_set("BACS CHAPS DD PO VAT UTR CIS IBAN BIC")
_OFFICES = word_set("""
    account accounts accounting accountant finance payments payment invoice invoices invoicing purchasing
    purchase ledger payables receivables billing bookkeeper bookkeeping creditors bursar treasurer
""")
_WORDS = linear.compile(r"[a-z]+")
_WINDOW = 120
_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """The first use of one abbreviation; `is_jargon` when it is known in schools, not elsewhere."""

    start: int
    end: int
    is_jargon: bool


def unexplained(reading: Reading) -> list[Abbreviation]:
    """First uses of abbreviations that some reader may not know and that are not written out."""
    audience = reading.audience
    if not (audience.webmail or audience.outside or audience.schools):
        return []
    lay = [reader for reader in audience.readers if _is_lay(reader)]
    known = EVERYONE if lay else EVERYONE | SCHOOLS
    if all(map(_keeps_accounts, lay)):
        known |= _ACCOUNTS
    shouts = list(find_shouts(reading.own))
    starts = [shout.start for shout in shouts]
    seen: set[str] = set()
    found = []
    for match in first_found(_ABBREVIATION, reading.own, _LOOKED_AT):
        word, (start, end) = match[1], match.span(1)
        bare = word.removesuffix("s")
        if bare in seen:
            continue
        seen.add(bare)
        if (
            is_known(word, known)
            or is_plain_word(word)
            or _ROMAN.search(word)
            or _is_shouted(shouts, starts, start)
        ):
            continue
        if not _is_explained(reading.own, bare, start, end) and not _is_part_of_a_code(
            reading.own, start, end
        ):
            found.append(Abbreviation(start, end, is_known(word, SCHOOLS)))
    return found


def _is_lay(reader: Reader) -> bool:
    """Whether somebody reads who does not work for the public."""
    if reader.belonging is not Belonging.OUTSIDE:
        return reader.belonging is Belonging.WEBMAIL
    return not is_within(reader.recipient.mailbox.domain, _PUBLIC_SERVICE)


def _keeps_accounts(reader: Reader) -> bool:
    """Whether the mailbox is that of an accounts office, whose words these are."""
    local = reader.recipient.mailbox.address.partition("@")[0].lower()
    return not _OFFICES.isdisjoint(_WORDS.findall(local))


def _is_shouted(shouts: list[Shout], starts: list[int], place: int) -> bool:
    at = bisect_right(starts, place) - 1
    return at >= 0 and place < shouts[at].end


def _is_explained(own: str, word: str, start: int, end: int) -> bool:
    """Its letters begin the words right before it in brackets, or those in brackets after it."""
    before, after = own[max(0, start - _WINDOW) : start], own[end : end + _WINDOW]
    if before.rstrip().endswith("("):
        return _spells(word, before.rstrip(" (").split())
    opened = after.lstrip()
    if opened.startswith(("(", "\N{EN DASH} ", "- ", ", ")):
        return _spells(word, opened[1:].partition(")")[0].split())
    return False


def _spells(word: str, words: list[str]) -> bool:
    """Whether the first letter of the abbreviation begins one of the words, and most others do too."""
    initials = {w.lstrip("('\"")[:1].lower() for w in words if w.strip("(&,'\"")}
    letters = [letter.lower() for letter in word if letter.isalpha()]
    hits = sum(letter in initials for letter in letters)
    return bool(letters) and letters[0] in initials and hits >= (len(letters) + 1) / 2


def _is_part_of_a_code(own: str, start: int, end: int) -> bool:
    """A reference, postcode or name in capitals: digits or another word in capitals beside it."""
    near_before = own[max(0, start - 12) : start].split()
    near_after = own[end : end + 12].split()
    neighbours = near_before[-1:] + near_after[:1]
    return any(any(c.isdigit() for c in word) or _is_capital_word(word) for word in neighbours)


def _is_capital_word(word: str) -> bool:
    bare = word.strip("(),.;:!?\"'")
    return len(bare) > 1 and bare.isupper() and not is_acronym(bare)
