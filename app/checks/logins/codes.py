"""Where does a PIN or the code of a door stand?

Only codes that open something, with their name; a postcode, a cost code or a discount code opens nothing.
"""

from collections.abc import Iterator
from itertools import islice

import re2

from app.checks.logins.secrets import Secret, is_code, is_strong, place_of
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.passages import Passage

_OPENED = (
    r"door|gate|alarm|access|entry|key ?safe|safe|lock|padlock|keypad|security|verification|log ?-?in"
    r"|sign ?-?in|one[ -]time|authentication|unlock|photocopier|printer|copier|burglar|lock ?box|reset"
    r"|staff ?room|office|shutter|barrier|wi-?fi|wireless|otp"
)
_CODE_NOUN = (
    rf"\b(?:PIN|(?i:pin (?:no\.?|number|code)|pin|(?:{_OPENED})[: ]{{0,2}}"
    r"(?:(?:un)?set |panel |entry |access |pin |pass ?)?codes?|otp|key ?safe"
    r"|keypad|codes? to (?:get in(?:to)?|open|enter|access|unlock|disarm|use)(?: [a-z]+){0,4}"
    r"|(?:wi-?fi|wireless) (?:pass ?)?key|(?:lock|padlock|safe|key ?safe) combination"
    r"|wi-?fi[^\n]{0,40}? key|codes? (?:for|to|on) (?:the )?(?:[a-z]+ ){0,2}?"
    r"(?:door|gate|alarm|safe|lock|padlock|keypad|building|entrance|office|shed|garage|printer|photocopier)))"
)
_FOR_WHAT = r"(?: (?:for|to|on|of) (?:[\w'\x{2019}-]+ ){0,5}?[\w'\x{2019}-]+?| \([^)\n]{1,30}\))?"
_IS = (
    r"(?i: (?:is now|is still|will be|is|was|has (?:been )?changed to|changed to|set to)[ :]"
    r"| ?[:=\x{2013}-] ?)[\"'“\x{2018}]?"
)
_CODE_SAID = re2.compile(
    rf"{_CODE_NOUN}(?:{_FOR_WHAT}{_IS}"
    r"([#*]?[A-Za-z0-9][\w!@#$*-]{2,30}(?: \d{2,4})?)|(?:['\x{2019}]s)? ([#*]?\d[\w#*]{2,9}))"
)
_BACKWARDS = re2.compile(
    rf"(?i)([#*]?[A-Za-z]?\d[\w#*]{{2,8}}) (?:is|was) (?:the|your|our"
    rf"|my) (?:new )?(?:(?:{_OPENED}) )?(?:code|pin)\b"
)
_MEETING = re2.compile(
    r"(?i)meeting id|join (?:the |zoom |teams )?meeting|zoom|teams\.microsoft|microsoft teams|webinar"
    r"|conference id"
    r"|dial[- ]in|participate|conference call|call[- ]in|teleconference|bridge line|1-8\d\d"
)
_BEFORE = 160


def find_codes(passage: Passage) -> Iterator[Secret]:
    """Every code that opens something."""
    for shape in (_CODE_SAID, _BACKWARDS):
        for match in islice(shape.finditer(passage.text), EXAMINED_AT_MOST):
            start, end = place_of(passage.text, *match.span(1 if match.group(1) else 2))
            word = passage.text[start:end]
            before = passage.text[max(0, match.start() - _BEFORE) : match.start()]
            if (is_code(word) or is_strong(word)) and not _MEETING.search(before):
                yield Secret("pin-or-code", passage, start, end)
