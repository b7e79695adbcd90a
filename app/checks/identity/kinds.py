"""Which numbers do we know, and what makes us sure of each?

One row a kind: how it is written, which words name it, what proves it, and the confidence. Sources and
traps are in the notes on each row.
"""

import re2

from app import linear
from app.checks.identity import validators
from app.checks.identity.numbers import NumberKind
from app.checks.patterns.candidates import Candidate
from app.checks.patterns.cues import OTHER_NUMBERS, Cue
from app.domain.finding import Confidence

HIGH, MEDIUM = Confidence.HIGH, Confidence.MEDIUM
_GAP = r"(?: {1,2}|[-\x{2013}./·]| [-\x{2013}] )?"

_NHS = (
    r"nhs|nhs (?:no|num|number|id|ref|reference|#)|n\.h\.s|patient|patient (?:id|no|number|ref)"
    r"|chi|chi (?:no|number)"
)
_ULN = r"ulns?|u\.l\.n|unique learner(?: (?:no|number|ref|reference))?|learner (?:no|number|ref|reference|id)"
_UTR = (
    r"utrs?|u\.t\.r|unique tax(?:payer)?(?:'s)?(?: (?:ref|reference)(?: (?:no|number))?)?"
    r"|self[- ]assessment|sa (?:ref|utr)"
    r"|tax(?:payer)? (?:ref|reference|number|no)(?: (?:no|number))?"
)
_PHONES = r"mobile|mob|call|ring|text|whatsapp|helpline|direct dial|ddi|contact number"
_TEN = f"{OTHER_NUMBERS}|{_PHONES}"


def _is_spaced_as_nhs(c: Candidate) -> bool:
    """With spaces; with hyphens or dots it is as likely an American telephone number, and needs its label."""
    return c.groups == (3, 3, 4) and {x for x in c.written if not x.isdigit()} == {" "}


def _is_solid_capitals(c: Candidate) -> bool:
    return c.solid and c.written.isupper()


def _is_usual_nino(c: Candidate) -> bool:
    """In capitals, solid or in pairs, with its last letter, and not one of an office's own series."""
    pairs = [part for part in re2.split(r"[^A-Z0-9]+", c.written) if part]
    usual = len(pairs) == 1 or [len(p) for p in pairs] in ([2, 2, 2, 2, 1], [2, 6, 1], [8, 1], [2, 7])
    return c.written.isupper() and len(c.bare) == 9 and usual and not validators.is_office_nino(c.bare)  # noqa: PLR2004


def _is_doubtful_nino(c: Candidate) -> bool:
    return len(c.bare) == 8 or validators.is_office_nino(c.bare)  # noqa: PLR2004 - the last letter is missing


def _is_grouped_as_card(c: Candidate) -> bool:
    return c.even and c.groups in {(4, 4, 4, 4), (4, 6, 5), (4, 6, 4)}


def _is_current_plate(c: Candidate) -> bool:
    return validators.is_plate(c.bare)


def _is_any_plate(mark: str) -> bool:
    return validators.is_plate(mark) or validators.is_old_plate(mark)


def _is_varied(number: str) -> bool:
    return len(set(number)) > 2  # noqa: PLR2004 - 000000000 and 111000111 are fillers


def _is_iban(letters: str) -> bool:
    return validators.find_iban(letters) == len(letters)


NUMBERS: tuple[NumberKind, ...] = (
    # The letter alone passes one in 23; with an authority that exists, one in 160.
    NumberKind(
        "upn",
        linear.compile(rf"(?i)[A-HJ-NP-RT-Z](?:{_GAP}\d){{11}}{_GAP}[0-9A-HJ-NP-RT-Z]"),
        Cue.of(r"upns?|u\.p\.n|unique pupil (?:no|number|ref|reference)s?|pupil (?:no|number|ref"
            r"|reference|id)"),
        validators.is_upn,
        canonical=HIGH,
        bare=None,
        is_canonical=_is_solid_capitals,
        is_doubtful=lambda c: not validators.has_known_authority(c.bare),
    ),
    # A random ten digits pass one time in eleven: only with the label, or written 3-3-4.
    NumberKind(
        "nhs-number",
        frozenset({10}),
        Cue.of(_NHS, f"{_TEN}|{_ULN}|{_UTR}"),
        validators.is_nhs_number,
        canonical=HIGH,
        is_canonical=_is_spaced_as_nhs,
        is_doubtful=lambda c: validators.is_nhs_test_number(c.bare),
    ),
    NumberKind("uln", frozenset({10}), Cue.of(_ULN, f"{_TEN}|{_NHS}|{_UTR}"), validators.is_uln),
    NumberKind("utr", frozenset({10}), Cue.of(_UTR, f"{_TEN}|{_NHS}|{_ULN}"), validators.is_utr),
    # No check digit: its shape alone is only middling. HMRC's sample QQ has a prefix that is never used.
    NumberKind(
        "national-insurance-number",
        linear.compile(rf"(?i)[A-Z]{_GAP}[A-Z](?:{_GAP}\d){{6}}(?:{_GAP}[A-D]\b)?"),
        Cue.of(r"ni|n\.i|nino|ninos|ni (?:no|num|number|#)s?|nat(?:ional)? ins(?:urance)?(?: (?:no"
            r"|number))?s?"),
        validators.is_nino,
        canonical=MEDIUM,
        is_canonical=_is_usual_nino,
        is_doubtful=_is_doubtful_nino,
        checked=False,
    ),
    NumberKind(
        "iban",
        linear.compile(r"(?i)GB\d{2}(?:[ -]?[A-Z]){4}(?:[ -]?\d){14}"
        r"|[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?"),
        Cue.of(r"iban|i\.b\.a\.n|bank|account"),
        _is_iban,
        canonical=HIGH,
        bare=HIGH,
        is_canonical=lambda c: c.written.isupper(),
        stands_alone=True,
    ),
    NumberKind(
        "payment-card",
        validators.CARD_LENGTHS,
        Cue.of(
            r"card|cards|card (?:no|num|number|details)|visa|mastercard|master card|amex"
            r"|american express|maestro"
            r"|debit|credit card|debit card|pan|long number|procurement card|purchase card"
            r"|purchasing card|p-?card"
        ),
        validators.is_card,
        canonical=HIGH,
        is_canonical=_is_grouped_as_card,
        is_doubtful=lambda c: validators.is_test_card(c.bare),
    ),
    NumberKind(
        "driving-licence",
        linear.compile(rf"(?i)[A-Z9]{{5}}{_GAP}\d{{6}}{_GAP}[A-Z][A-Z9]{_GAP}[A-Z0-9][A-Z]{{2}}(?:{_GAP}\d{{2}})?"),
        Cue.of(r"driving licen[cs]es?|driver'?s? licen[cs]es?|driver (?:no|number)s?|licen[cs]e (?:no"
            r"|number)|dvla|licen[cs]es?"),
        validators.is_driving_licence,
        canonical=MEDIUM,
        is_canonical=_is_solid_capitals,
        checked=False,
    ),
    # Northern Ireland's have eight digits and nothing else to know them by.
    NumberKind(
        "driving-licence",
        frozenset({8}),
        Cue.of(r"driving licen[cs]e|driving licen[cs]e (?:no|number)|driver'?s? licen[cs]e"
            r"|driver number|dvani?"),
        _is_varied,
        cued=MEDIUM,
        checked=False,
    ),
    # UK passports have nine digits and no check digit outside the machine-readable zone.
    NumberKind(
        "passport",
        frozenset({9}),
        Cue.of(r"passports?|passport (?:no|num|number|#)s?"),
        _is_varied,
        cued=MEDIUM,
        checked=False,
    ),
    NumberKind(
        "passport-mrz",
        linear.compile(r"[A-Z0-9<]{9}\d[A-Z<]{3}\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{14}[\d<]\d"),
        Cue.of("passport|mrz"),
        validators.is_passport_line,
        canonical=HIGH,
        bare=HIGH,
        stands_alone=True,
    ),
    NumberKind(
        "candidate-number",
        linear.compile(rf"(?i)\d{{5}}{_GAP}[0-9A-Z]{_GAP}\d{{2}}{_GAP}\d{{4}}{_GAP}[A-Z]"),
        Cue.of(r"ucis?|u\.c\.i|unique candidate(?: (?:id|identifier|number))?|candidate(?: (?:no|number"
            r"|id|identifier))?s?"),
        _is_varied,
        checked=False,
    ),
    # Seven digits alone are also how schools write LAESTAB, so the label must say teacher.
    NumberKind(
        "teacher-number",
        linear.compile(r"(?i)(?:RP ?)?\d{2} ?/ ?\d{5}|\d{7}"),
        Cue.of(r"trns?|t\.r\.n|teacher(?:'s)? (?:no|number|(?:ref|reference)(?: (?:no|number))?)"
            r"|teachers?'? pensions? (?:ref|number|no)"),
        lambda number: _is_varied(number.removeprefix("RP")),
        cued=MEDIUM,
        checked=False,
    ),
    # Course, room and invoice codes look the same: always with its label, and in capitals.
    NumberKind(
        "vehicle-registration",
        linear.compile(r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]"),
        Cue.of(
            r"reg|reg (?:no|number|plate)|registration (?:no|number|plate|mark)|number ?plate|vrm"
            r"|vehicle|car|cars|van"
            r"|minibus|vehicle registration|vehicle reg|car reg(?:istration)?|parked|motorbike|permit"
            r"|ford|vauxhall|audi|bmw|toyota|nissan|volkswagen|vw|honda|kia|peugeot|plate|permit",
            f"{OTHER_NUMBERS}|course|room|module|exam|unit|class|code",
        ),
        _is_any_plate,
        is_doubtful=lambda c: not _is_current_plate(c),
        checked=False,
    ),
)  # fmt: skip
