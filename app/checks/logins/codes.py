"""Where does a PIN or the code of a door stand?

Digits are a code when something says "code" or "PIN" and something says what it opens, or when one is told to
press them at a door; a postcode, a cost code or the number of a room opens nothing.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.cues import ACCESS, NOT_A_LOCK_CODE, SELF_NAMED
from app.checks.logins.described import find_described_codes
from app.checks.logins.harmless import (
    is_about_a_meeting,
    is_harmless,
    is_numbered_otherwise,
    names_something_else,
)
from app.checks.logins.locks import Number
from app.checks.logins.secrets import Secret, is_code, is_plausible, is_strong, place_of
from app.checks.logins.stretches import Around, Stretches
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.passages import Passage
from app.domain.finding import Confidence

_NUMBER_WORD = r"(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double \w+)"
_CANDIDATE = linear.compile(
    rf"(?:^|[\s(\[:=\"'“\x{{2018}}>\x{{2013}}\x{{2014}}/|])"
    r"([#*]?\d(?:[ -]\d){3,7}|\d{3}[ -]\d{3}|\d(?:-\d){1,4}-[A-Z]|\d{1,2}(?:-\d{1,2}){2,3}"
    r"|[#*]?[A-Za-z]{0,2}\d{3,8}[A-Za-z]{0,2}[#*]?"
    rf"|[A-Z]{{0,3}}\d{{2,8}}[A-Z]\d{{0,4}}|(?i:{_NUMBER_WORD}(?:[ ,-]+{_NUMBER_WORD}){{3,7}})"
    r"|\d{1,2} (?:left|right|clockwise|anti-?clockwise)(?:,? (?:then )?\d{1,2} (?:left|right|clockwise"
    r"|anti-?clockwise)){1,3}|(?i:left|right) \d{1,2}(?:,? (?:then )?(?:left|right) \d{1,2}){1,3}"
    r"|\d{1,2}(?:,? (?:then )?(?:back|on|round|forward|left|right) to \d{1,2}){2,4})"
)
_WI_FI_KEY = linear.compile(
    r"(?i)\b(?:(?:wi-?fi|wireless|network|wpa2?|wep|hotspot|broadband|router|ssid)(?:[^\n.]{0,40}?"
    r"| ?password) "
    r"?keys?|(?:wi-?fi|wireless|network|router|hotspot)[^\n.]{0,30} codes?|ssid[^\n]{0,40}\n\s*keys?)"
    r"(?: (?:for|to|on|in|of|from)(?: [\w'\x{2019}-]+){1,6}?)?"
    r"(?: (?:is now|is|was|has (?:been )?changed to|will be)[ :]+| ?[:=\x{2013}-] ?"
    r"| )[\"'“\x{2018}]?([A-Za-z0-9][\w!@#$*-]{5,40})"
)
_NETWORK_KEY = linear.compile(
    r"(?i)\b(?:wpa2?(?:[- ]psk)?|wep|psk|wi-?fi|wireless|hotspot) keys?"
    r"(?: is(?: now)?| ?[:=])? [\"'“\x{2018}]?([a-z]{8,40})[\"'”\x{2019}]?(?:[.,;)\n]|$)"
)
_CODE_SAID = linear.compile(
    r"(?i)\b(?:pin|code|combination)(?: (?:for|to|on|of)(?: [\w'\x{2019}-]+){1,6}?)?"
    r"(?: (?:is now|is|was|has (?:been )?changed to|will be)[ :]+"
    r"| ?[:=] ?)[\"'“\x{2018}]?([A-Za-z0-9][\w!@#$*-]{4,30})"
)
_NEXT = linear.compile(
    r"(?i)^[\"'”\x{2019})\]]*(?:\s*$|\s*\n|\s*[.;:!?)(\x{2013}\x{2014}-]|,\s|,$|\s*/\s|\s+(?:then|and|to"
    r"|opens?|for|from"
    r"|followed|hash|star|on|is|was|will|if|or|but|until|please|thanks?|now|works?|gets?|lets?|should|at"
    r"|when|as|in"
    r"|it|so|again|plus|before|after|till|since|too|because|while|you|into|which|press|the|turn|enter"
    r"|has|tick|not"
    r"|with|twice|unlocks?|that|this|just|only|he|she|they|we|i|by|over|same|once|where|\d{3}\b|#|\*))"
)
_COUNTED = linear.compile(
    r"(?i)^(?:[/%@.:-]\w|[ ](?:digits?|characters?|times|attempts|pupils?|minutes?|hours?|days?|weeks?"
    r"|months?|people"
    r"|children|staff|per|users?|copies|pages|pence|pounds))"
)
_LIST = 500
_LOOK_BACK = 70


def find_codes(passage: Passage) -> Iterator[Secret]:
    """Every code that opens something."""
    text = passage.text
    stretches = Stretches(text)
    for match in islice(_CANDIDATE.finditer(text), EXAMINED_AT_MOST):
        start, end = place_of(text, *match.span(1))
        around = stretches.around(start, end)
        strict = SELF_NAMED.search(around.before[-_LOOK_BACK:]) is None
        follows = text[end : end + 20]
        if _COUNTED.match(follows) or (strict and _NEXT.match(follows) is None):
            continue
        sure = Number(text[start:end], around, text[max(0, start - _LIST) : start]).sureness()
        weak = sure is Confidence.MEDIUM and is_numbered_otherwise(text[start:end], around)
        if sure is not None and not weak and not _is_other(around):
            yield Secret("pin-or-code", passage, start, end, sure)
    yield from find_described_codes(passage, stretches)
    for match in islice(_NETWORK_KEY.finditer(text), EXAMINED_AT_MOST):
        start, end = match.span(1)
        if is_plausible(match.group(1)) and not _is_other(stretches.around(start, end)):
            yield Secret("pin-or-code", passage, start, end, Confidence.MEDIUM)
    for shape in (_WI_FI_KEY, _CODE_SAID):
        for match in islice(shape.finditer(text), EXAMINED_AT_MOST):
            start, end = place_of(text, *match.span(1))
            word, around = text[start:end], stretches.around(start, end)
            named = SELF_NAMED.search(around.before) or ACCESS.search(around.before) or shape is _WI_FI_KEY
            if is_strong(word) and not is_code(word) and named and not _is_other(around):
                yield Secret("pin-or-code", passage, start, end)


def _is_other(around: Around) -> bool:
    """Whether the code is of another kind, an example, or a meeting's."""
    near = around.earlier[-_LOOK_BACK:] + around.before + around.after.split("\n", 1)[0]
    if NOT_A_LOCK_CODE.search(near) or is_about_a_meeting(near):
        return True
    return is_harmless(around) or names_something_else(around.before)
