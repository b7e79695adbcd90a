"""Which secrets are told in a roundabout way?

    "The usual one is the dog's name plus the year" opens the file for anybody who knows the dog; so do the
answers to security questions. A rule for what a password must contain is none of these.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.cues import CODE, LOCK, PASSWORD, PASSWORD_NOUN, THING
from app.checks.logins.harmless import is_about_a_meeting, is_harmless
from app.checks.logins.secrets import Secret
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage
from app.checks.words import Screen, any_of, whole_any
from app.domain.finding import Confidence

_PART = any_of(r"""
    initials?|surname|first name|last name|forename|names?|date of birth|d\.?o\.?b|birth ?day|birthdate
    post ?code
    (?:house|door|room|staff|payroll|employee|phone|telephone|extension|mobile|bus|classroom) number|year
    month
    nhs number|ni number|national insurance number|upn|car reg(?:istration)?|reg(?:istration)? number
    (?:telephone |phone )?extension
    letter|colour
    cat|dog|pet|street|road|town|season|motto|mascot|saint|founder|head|headteacher|caretaker|house|age
""")
_JOINS = any_of(r"""
    plus|followed by|then|and (?:the|your|his|her|their|our|a|an)|with (?:the|your|a|an)|backwards|reversed
    in reverse
    no gaps?
    capital \w|with a capital|all lower ?case|in (?:capitals|lower ?case|block capitals)|no spaces?
    without (?:the )?spaces?
    as (?:ddmmyy(?:yy)?|six digits|eight digits)|in the format|ddmmyy(?:yy)?|at the end|on the end|in front
    \+|&|last (?:four|4)
""")
_HEAD = (
    rf"(?:\b(?:{PASSWORD_NOUN}"
    r"|(?:usual|normal|old|new|same|standard|default) (?:one|formula|pattern|thing|code|pin))\b)"
)
_TO = r"[^.\n]{0,60}?(?:\bis\b|\bas\b|\bit['\x{2019}]?s\b|\bare\b|\bbe\b|[:=\x{2013}]| - )"
_FORMULAS = (
    linear.compile(rf"(?i){_HEAD}{_TO}([^.\n]{{0,60}}\b{_PART}\b[^.\n]{{0,40}}(?:\b|\s){_JOINS})"),
    linear.compile(
        rf"(?i)\b(?:usual|same|normal|standard|old)\b[^.\n]{{0,20}}\b{PASSWORD_NOUN}\b,? ((?:plus"
        r"|followed by|with|but with|and then)"
        r" [^.\n]{0,10}(?:\b\d{1,4}\b|\bexclamation|\bhash|\bpling|\bthe year)[^.\n]{0,20})"
    ),
    linear.compile(
        r"(?i)\b(?:opens?|unlocks?|locked|protected|encrypted"
        rf"|works) (?:it )?with ([^.\n]{{0,30}}\b{_PART}\b[^.\n]{{0,40}}\b(?:{_PART}|{_JOINS}))"
    ),
    linear.compile(
        rf"(?i)([^.\n]{{0,30}}\b{_PART}\b[^.\n]{{0,40}}\b(?:plus|followed by"
        rf"|then)\b[^.\n]{{0,40}}) as (?:the|their|your|a|an initial|a first) (?:\w+ )?{PASSWORD_NOUN}\b"
    ),
    linear.compile(rf"(?i){_HEAD}{_TO}([^.\n]{{1,40}}(?:\b|\s){_JOINS}[^.\n]{{0,30}}\b{_PART}\b)"),
)
_DIGITS = linear.compile(
    r"(?i)\b(?:pins?|codes?|combination|digits|pass ?codes?)\b[^.\n]{0,30}?(?:\bis\b|\bare\b|[:=]"
    r"|\bsame as\b|['\x{2019}]s\b)"
    r"([^.\n]{0,20}\b(?:last|first|end|final|year|backwards?|reverse|birthday|date)\b[^.\n]{0,40}"
    r"\b(?:number|post ?code|birthday|birth|opened|founded|built|born|started|school|phone|backwards"
    r"|telephone|charter)\b)"
)
_KNOWN_TO_ALL = any_of(r"""
    (?:the|our|my|his|her|their) (?:\w+ ){0,2}?(?:year|date|day|birthday|house number|door number|battle
    number of|age) (?:of|that|when|in|we|the|our|she|he|it)\b
    (?:the|our|my|his|her|their) (?:\w+ ){0,2}?(?:birthday|anniversary|birth year|battle of \w+)
    (?:the|our|my|his|her|their) (?:house|bus|flat|phone|extension|school) number
    (?:the|our|my|his|her|their) (?:\w+ ){0,3}?extension
    the (?:same|number)(?: \w+)? as (?:the|our|my)|the (?:battle|coronation|armistice|jubilee)
""")
_KEYED = linear.compile(
    r"(?i)\b(?:(?:tap|key|punch|type|put|press|dial)(?: it)?(?: in)?|(?:open|unlock)(?:s|ed)?(?: it)? with"
    r"|(?:set|turn|spin)(?: \w+){0,4} to|numbers?(?: \w+){0,4} (?:is|are)|it['\x{2019}]s|works? on|goes by)"
    rf" ({_KNOWN_TO_ALL}[^.,;\n]{{0,50}})"
)
"""A lock's number that one works out: "tap in the year of the coronation"."""
_IT_IS = linear.compile(
    rf"(?i)^\W*(?:it|they|that|this)(?:['\x{{2019}}](?:s|re)| is| are) (?:still |just |now |only |all )?"
    rf"([^.\n]{{0,40}}\b{_PART}\b[^.\n]{{0,40}}(?:\b|\s){_JOINS})"
)
"""What is said of a locked thing named just before: "The zip is locked. It's our postcode, no gap"."""
_LOCKED = whole_any("locked|protected|encrypted|unlock|opens?|log ?-?in|log on")
_RULES = whole_any(r"""
    must|should|cannot|can't|never|do not|don't|not|contain|contains|include|includes|avoid|at least
    minimum|characters
    choose|chosen|policy|rule|rules|guess|guessed|weak|strong|consider|reset link|expires?|everyone to
    please set|set your own
    required|requires?|change your|why|random|see|ask|contact|ring|call|sent|separate(?:ly)?|available|held
    kept|stored
""")
_MAY_DESCRIBE = Screen(_FORMULAS)
_ANSWER = linear.compile(
    r"(?i)(?:\bmaiden name|\bfirst pet(?:'s name)?|\bmemorable (?:date|place|name|word)|\bfirst school"
    r"|\bplace of birth"
    r"|\bfavou?rite (?:teacher|film|food|colour|band|book))(?: (?:is|was|put|use|it's|as)| ?[:=]"
    r"|,)? ?(?:put |is )?[\"'“\x{2018}]?"
    r"((?-i:[A-Z])\w{2,20}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
)
_ASKED = whole_any(r"""
    accounts?|security|questions?|asks?|locks?|locked|bank|reset|recovery|log ?-?in|login|wants|memorable
    answers?|verify
""")
_EXAMINED = 500
_NEAR = 120


def find_described(passage: Passage, stretches: Stretches) -> Iterator[Secret]:
    """Every secret that is given away without being written out."""
    for start, end in _places(passage.text):
        around = stretches.around(start, end)
        if not is_harmless(around):
            yield Secret("password", passage, start, end, Confidence.MEDIUM)
    for start, end, earlier in islice(stretches.each(), _EXAMINED):
        words = passage.text[start:end]
        found = _IT_IS.match(words)
        if found is None or _RULES.search(words) or is_about_a_meeting(f"{earlier} {words}"):
            continue
        if PASSWORD.search(earlier) or _LOCKED.search(earlier):
            place = start + found.start(1), start + found.end(1)
            yield Secret("password", passage, *place, Confidence.MEDIUM, across=True)


def find_described_codes(passage: Passage, stretches: Stretches) -> Iterator[Secret]:
    """Every PIN or code of which it is said which digits it is, or at a lock how to work it out."""
    for match in islice(_KEYED.finditer(passage.text), _EXAMINED):
        start, end = match.span(1)
        around = stretches.around(start, end)
        near = f"{around.earlier} {around.before}"
        if LOCK.search(near) and not (_RULES.search(match.group()) or is_harmless(around)):
            across = LOCK.search(around.before) is None
            yield Secret("pin-or-code", passage, start, end, Confidence.MEDIUM, across)
    for match in islice(_DIGITS.finditer(passage.text), _EXAMINED):
        start, end = _trimmed(passage.text, *match.span(1))
        around = stretches.around(start, end)
        near = f"{around.earlier} {around.before} {match.group()}"
        if (
            (CODE.search(near) or THING.search(near))
            and not _RULES.search(match.group())
            and not is_about_a_meeting(near)
        ):
            yield Secret("pin-or-code", passage, start, end, Confidence.MEDIUM)


def _places(text: str) -> Iterator[tuple[int, int]]:
    for at in _MAY_DESCRIBE.passed(text):
        for match in islice(_FORMULAS[at].finditer(text), _EXAMINED):
            line = text.rfind("\n", 0, match.start()) + 1
            sentence = text[max(line, match.start() - _NEAR) : match.end()].rsplit(". ", 1)[-1]
            if not _RULES.search(sentence):
                yield _trimmed(text, *match.span(1))
    for match in islice(_ANSWER.finditer(text), _EXAMINED):
        near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if _ASKED.search(near) or PASSWORD.search(near):
            yield match.span(1)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    return start, end
