"""Does this number hold together?

Check digits and structure of the numbers that UK schools and councils write. python-stdnum does
what it knows (NHS, UTR, IBAN, Luhn, the UPN letter); the rest is short. Pure functions over the
bare number: capitals and digits, separators already taken out.
"""

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError
from stdnum.gb import nhs, upn, utr

from app import linear

_LA_RANGES = (
    (1, 5), (201, 213), (301, 320), (330, 336), (340, 344), (350, 359), (370, 373), (380, 384),
    (390, 394), (420, 420), (660, 681), (701, 708), (800, 803), (805, 808), (810, 813), (815, 816),
    (820, 823), (825, 826), (830, 831), (835, 841), (845, 846), (850, 852), (855, 857), (860, 861),
    (865, 896), (908, 909), (916, 916), (919, 919), (921, 921), (925, 926), (928, 929), (931, 931),
    (933, 933), (935, 943),
)  # fmt: skip
UPN_AUTHORITIES = frozenset(la for first, last in _LA_RANGES for la in range(first, last + 1))
"""Local authority codes a UPN may carry: also the Welsh and pseudo codes, and those made since 2019."""

_NINO_UNUSED = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_NINO_OFFICE = frozenset({"CR", "FY", "MW", "NC", "PP", "PY", "PZ"})
_NINO = linear.compile(r"[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]?")
_LICENCE = linear.compile(
    r"[A-Z]{1,5}9{0,4}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d"
    r"|3[01])\d[A-Z][A-Z9][A-Z0-9][A-Z]{2}(?:\d{2})?"
)
_TEST_CARDS = frozenset({
    "4111111111111111", "4012888888881881", "4242424242424242", "4000056655665556", "4222222222222",
    "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "6011111111111117",
    "6011000990139424", "378282246310005", "371449635398431", "30569309025904", "3530111333300000",
})  # fmt: skip
ULN_REMAINDER = 10
CARD_LENGTHS = frozenset({13, 14, 15, 16, 18, 19})


def is_upn(number: str) -> bool:
    """A unique pupil number (also a temporary one) whose check letter is right."""
    return len(number) == 13 and upn.calc_check_digit(number[1:]) == number[0]  # noqa: PLR2004 - a UPN has 13


def has_known_authority(number: str) -> bool:
    """Whether the authority in a UPN is one that issues them; an unknown one is less sure, not wrong."""
    return int(number[1:4]) in UPN_AUTHORITIES


def is_nhs_number(number: str) -> bool:
    """Ten digits whose last is the NHS check digit."""
    return len(set(number)) > 1 and bool(nhs.is_valid(number))


def is_nhs_test_number(number: str) -> bool:
    """999… is kept for tests and never given to a patient."""
    return number.startswith("999")


def is_uln(number: str) -> bool:
    """Ten digits that make a unique learner number (HESA): the weights of the NHS, another remainder."""
    if len(number) != 10 or number[0] == "0" or len(set(number)) == 1:  # noqa: PLR2004 - a ULN has 10
        return False
    return sum(int(d) * (10 - i) for i, d in enumerate(number)) % 11 == ULN_REMAINDER


def is_utr(number: str) -> bool:
    """A unique taxpayer reference (HMRC), without its K."""
    return len(set(number)) > 1 and bool(utr.is_valid(number))


def is_nino(number: str) -> bool:
    """A National Insurance number of a prefix in use (HMRC NIM39110); the last letter may be missing."""
    return _NINO.fullmatch(number) is not None and number[:2] not in _NINO_UNUSED


def is_office_nino(number: str) -> bool:
    """A prefix that HMRC's offices use for administrative numbers that look alike."""
    return number[:2] in _NINO_OFFICE


def find_iban(letters: str) -> int:
    """How many of the leading characters make an IBAN; 0 when none do."""
    for length in range(min(len(letters), 34), 14, -1):
        try:
            iban.validate(letters[:length])
        except ValidationError:
            continue
        return length
    return 0


def is_card(number: str) -> bool:
    """A payment card: an issuer's range, its length, and the Luhn digit."""
    return (
        len(number) in CARD_LENGTHS
        and len(set(number)) > 1
        and _is_issued(number)
        and bool(luhn.is_valid(number))
    )


def _is_issued(number: str) -> bool:
    two, four, length = int(number[:2]), int(number[:4]), len(number)
    if number[0] == "4":
        return length in {13, 16, 19}
    if 51 <= two <= 55 or 2221 <= four <= 2720:  # noqa: PLR2004 - Mastercard's ranges
        return length == 16  # noqa: PLR2004
    if two in {34, 37}:
        return length == 15  # noqa: PLR2004 - American Express
    if two in {36, 38} or 300 <= int(number[:3]) <= 305:  # noqa: PLR2004 - Diners
        return length == 14  # noqa: PLR2004
    return (two == 50 or 56 <= two <= 69 or two in {35, 81}) and length >= 16  # noqa: PLR2004 - Maestro and others


def is_test_card(number: str) -> bool:
    """A number that card schemes publish for trying things out."""
    return number in _TEST_CARDS


def is_driving_licence(number: str) -> bool:
    """A GB driver number: 16 characters, or 18 with the issue; its day and month must exist."""
    return len(number) in {16, 18} and _LICENCE.fullmatch(number) is not None


_MRZ_VALUES = {c: i for i, c in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")} | {"<": 0}


def mrz_digit(field: str) -> str:
    """The check digit of a field of a machine-readable passport line (ICAO 9303)."""
    return str(sum(_MRZ_VALUES[c] * (7, 3, 1)[i % 3] for i, c in enumerate(field)) % 10)


def is_passport_line(line: str) -> bool:
    """The second line of a passport's machine-readable zone: 44 characters, four check digits."""
    if len(line) != 44:  # noqa: PLR2004 - ICAO 9303
        return False
    checked = ((0, 9), (13, 19), (21, 27))
    if any(mrz_digit(line[start:end]) != line[end] for start, end in checked):
        return False
    return mrz_digit(line[0:10] + line[13:20] + line[21:43]) == line[43]


def is_plate(mark: str) -> bool:
    """A current registration mark (AA99 AAA): an area, an age that has been issued, three letters."""
    return _CURRENT_PLATE.fullmatch(mark) is not None


def is_old_plate(mark: str) -> bool:
    """A mark of the prefix (A999 AAA) or suffix (AAA 999A) years."""
    return _OLD_PLATE.fullmatch(mark) is not None


_CURRENT_PLATE = linear.compile(r"[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}")
_OLD_PLATE = linear.compile(r"[A-HJ-NPR-TV-Y]\d{1,3}[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y]")
