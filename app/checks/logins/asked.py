"""Which request for a secret is only understood with the sentence before it, or asks to be somebody else?

"I have lost the alarm code. Can you send it again?" asks for a code, but neither sentence alone does: the
first says that one is lacking or has gone to a telephone, the next asks to have "it". "Can she have yours?"
asks for a login where the talk is of getting in, and so does wishing to act as the reader. The model reads a
sentence alone and cannot hear these.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.logins.cues import ACCESS, CODE, LOCK, NOT_A_LOCK_CODE, PASSWORD, SELF_NAMED
from app.checks.logins.harmless import comes_otherwise, is_about_a_meeting, is_not_asked
from app.checks.logins.secrets import Secret
from app.checks.logins.stretches import Stretches
from app.checks.patterns.passages import Passage, Whose
from app.checks.words import Screen, any_of, whole, whole_any
from app.domain.finding import Confidence

_GIVE = any_of(r"""
    (?:re-?)?send|ping|text|drop|e-?mail|forward|whatsapp|message|read|pass|shoot|fire|bung|give|remind
    let (?:me|us) have|pop|say|repeat|slip|dictate
""")
_GIVEN = whole(
    rf"(?:{_GIVE}|have|share|sharing|sending|giving|tell|post|put|supply|include|populate|confirm your)"
)
_REPORTED = linear.compile(
    r"(?i)\b(?:(?:I|we)(?:['\x{2019}](?:ve|ll|d)| will| shall"
    r"| (?:have|had) (?:\w+ )?(?:sent|given|told|texted|put|left))"
    r"|saying|said|told|asked)\b"
)
_IT = "(?:it|them|those|yours|hers|his|theirs|the new one|the latest)"
_WANTS_IT = linear.compile(
    rf"(?i)\b{_GIVE} (?:me |us |over )?{_IT}\b"
    r"(?:\W*$|[.,;:?!]"
    r"| (?:to (?:me|us|this)|over|across|again|out|through|on|please|when|as soon|asap|by|now)\b)"
    rf"|\b(?:what|which) (?:is|was) (?:it|that|the new one)\b|\bwhat['\x{{2019}}]s (?:it|yours)\b"
    rf"|\b(?:(?:can|could|may) (?:I|we) have|have you got|do you have|do you know) {_IT}\b"
)
_POLITELY = linear.compile(r"(?i)\?|^\W*(?:please|pls|just|and|so|then)?\W*(?:\w+ ){0,1}$|\bplease\b|\bpls\b")
_LACKS = whole_any(r"""
    forgot(?:ten)?|lost|mislaid|deleted|(?:can't|cannot|can not|couldn't) (?:find|remember|recall|see)
    (?:do not|don't|haven't|have not|hasn't|never|didn't) (?:\w+ )?(?:have|got|know|get|had|remember)
    need|needs|missing|without|no idea|stuck|locked out|asking (?:me |us )?for|asks (?:me |us )?for
    wants|changed|(?:isn't|is not|aren't|wasn't|not|nowhere) (?:in|on|there|here|written)
    (?:sent|gone|going|come|coming|arrives?|texted|went) .{0,40}(?:your|his|her|their) (?:phone|mobile)
""")
_A_SECRET = whole_any(r"""
    (?:wi-?fi|wireless|network|wpa2?|router) (?:key|code|details)|way in(?:to)?
    (?:four|five|six|eight|4|5|6|8)[- ](?:digits?|figures?|numbers?)(?: codes?)?
    (?:log|sign)-?(?:ins?|ons?) for|(?:my|the|our|your|his|her|their) (?:\w+ )?(?:log|sign)[ -]?(?:ins?|ons?)
    verification codes?|codes? (?:that )?(?:you|they|he|she) (?:received|got|(?:were|was) sent)
    combination (?:for|to|is|isn't|was|wasn't|has|in)
""")
_SET_TO_WHAT = linear.compile(
    r"(?i)\bwhat(?:(?:['\x{2019}]s| (?:did|do|does|has|have|is|was))(?: you| she| they)?"
    r"| he| she| they| you| we)"
    r"(?: \w+){0,3}? (?:set|sets|changed?|changes|reset|resets)(?: (?:it|that|this|the \w+(?: \w+)?))? to\b"
)
_WARMTH = whole_any("heating|thermostats?|temperatures?|timers?|clocks?|dates?|times?|reminders?")
_YOURS = linear.compile(
    r"(?i)\b(?:can|could|may|might|let) (?:I|we|she|he|they|me|her|him|them|the \w+)(?: just| please)? "
    r"(?:have|borrow) yours\b|\b(?:give|send|lend|text|e-?mail|ping) (?:me|us|her|him|them) yours\b"
)
_GETS_ON = linear.compile(
    r"(?i)\bget(?:s|ting)? (?:back )?(?:in|on)(?:to)? (?:\w+ ){0,4}?(?:pc|laptop|system|portal|site)\b"
)
_AS_THE_READER = linear.compile(
    r"(?i)\b(?:give|gave|send|sent|lend|lent|share|shared|let me have|text|e-?mail|ping) (?:me |us )?your "
    r"(?:(?:log|sign)-?(?:in|on) )?(?:details|credentials|(?:log|sign)-?(?:in|on))\b[^.?!\n]{0,60}"
    r"\bso (?:that )?(?:I|we) can\b[^.?!\n]{0,80}\b(?:for you|as you|on your behalf|in your name|while you)\b"
    r"|\b(?:need|want|like|have|got) to be you (?:on|in|for)\b[^.\n]{0,60}"
)
_RESET = whole_any(
    "reset|resetting|(?:forms?|polic(?:y|ies)|guides?|leaflets?|letters?|links?) (?:about|on|for)"
)
_MAY_ASK = Screen((_AS_THE_READER, _YOURS, _SET_TO_WHAT, _WANTS_IT))
_REACH = 260
_EXAMINED = 300
_ASKS = "asks-for-password"


def find_asked(passage: Passage) -> Iterator[Secret]:
    """Every request that needs the sentence before, or to act as the reader, in the author's own words."""
    if passage.whose is not Whose.OWN:
        return
    stretches = Stretches(passage.text)
    for start, end, earlier in islice(stretches.each(), _EXAMINED):
        words = passage.text[start:end].strip()[:_REACH]
        if not _MAY_ASK.passed(words):
            continue
        if _AS_THE_READER.search(words) or _asks_for_it(words, earlier[-_REACH:]):
            yield Secret(_ASKS, passage, start, start + len(words), Confidence.MEDIUM, across=True)


def may_ask(words: str) -> bool:
    """Whether a sentence names a secret and a way to hand it over, so that little heard is enough."""
    is_said_of = is_reported(words) or comes_otherwise(words)
    return _names_one(words) and _GIVEN.search(words) is not None and not is_said_of


def is_reported(words: str) -> bool:
    """Whether a sentence tells what somebody said, or what was sent already."""
    return _REPORTED.search(words) is not None


def _asks_for_it(words: str, earlier: str) -> bool:
    """Whether it asks to have what the sentence before says is lacking, or the login of the reader."""
    both = f"{earlier} {words}"
    if is_not_asked(words) or _RESET.search(both) or is_about_a_meeting(both):
        return False
    if _YOURS.search(words):
        return ACCESS.search(both) is not None or _GETS_ON.search(both) is not None
    if _SET_TO_WHAT.search(words) and not _WARMTH.search(both):
        return any(named.search(both) for named in (PASSWORD, SELF_NAMED, LOCK, ACCESS))
    wanted = _WANTS_IT.search(words)
    if wanted is None or _POLITELY.search(words[: wanted.start()] + words[wanted.end() :]) is None:
        return False
    return _names_one(earlier) and _LACKS.search(earlier) is not None


def _names_one(words: str) -> bool:
    """Whether a secret is named, or a code together with the lock it opens."""
    if NOT_A_LOCK_CODE.search(words):
        return False
    if PASSWORD.search(words) or SELF_NAMED.search(words) or _A_SECRET.search(words):
        return True
    return CODE.search(words) is not None and LOCK.search(words) is not None
