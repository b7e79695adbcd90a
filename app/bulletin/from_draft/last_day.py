"""Do the words around a day say outright that it is the last one, or that it is none?

"The date is now", "the last day to apply is", "what comes after it is sent back", "may stay until"; and
on the other side what nobody need keep: "trips that take place by", "you will hear by", "don't leave it
until".
"""

import re2

_BEFORE = re2.compile(
    r"(?i)(?:\b(?:(?:our|closing|cut-?off|last|final|new|boards?['\x{2019}]|dfe['\x{2019}]s) (?:\w+ )?"
    r"(?:date|day|deadline)(?: (?:for|to|of) (?:\w+ ?){1,3})?(?: is|['\x{2019}]s)"
    r"|\b(?:dates?|deadline)(?: is|['\x{2019}]s) now)(?: (?:earlier|later|still|now))?[, ]*"
    r"|\bmust be \w+(?:ed|sent|in|done|made|paid)(?: by)?:? ?"
    r"|\b(?:any ?time|any day) (?:up to|till|until) (?:and including )?"
    r"|\bneed (?:it|them|this|yours|names) before [^.;!?]{0,40}, which is "
    r"|\b(?:gives?|given|got|have) (?:you|schools|them|everyone) (?:until|till) "
    r"|\bmay (?:(?:still )?be \w+ed|be (?:sent|made)|stay|keep)\b[^.;!?]{0,30} (?:until|till) )$"
)
_MOVED = re2.compile(r"(?i)\b(?:it|that|this)(?: is|['\x{2019}]s) now $")
_HAS_A_LAST_DAY = re2.compile(
    r"(?i)\b(?:deadline|closing date|date by which|last (?:date|day)|appl(?:y|ications)|appeals?)\b"
)
_REFUSED = re2.compile(
    r"(?i)^[, ]*(?:(?:will|can)(?: not|not|['\x{2019}]t)? (?:be )?(?:sent back|returned|refused|not|accepted"
    r"|counted|late|turned)|(?:won['\x{2019}]t|can['\x{2019}]t) (?:be )?(?:count|accept|take|look"
    r"|consider)\w*"
    r"|(?:is|are|was) (?:too late|lost|refused|not accepted))\b"
)
_AFTER = re2.compile(r"(?i)\b(?:after|later than) $")
_NOBODYS = re2.compile(
    r"(?i)(?:\b(?:that|which|who) (?:\w+ ){0,4}?(?:on or before|before|by) (?:the )?"
    r"|\b(?:you|they|schools|heads)(?:['\x{2019}]ll| will) (?:hear|be told|be sent|be given|know|find out"
    r"|receive|get)\b[^.;!?]{0,50}"
    r"|\b(?:do not|don['\x{2019}]t|never) (?:leave|wait|put)\b[^.;!?]{0,30} (?:until|till) (?:the )?"
    r"|\b(?:we|i|they) (?:had )?(?:hoped|meant|wanted|planned|asked|thought)\b[^.;!?]{0,60}"
    r"|\b(?:not (?:had|heard|got|received)|haven['\x{2019}]t (?:had|heard|got)|heard nothing)\b[^.;!?]{0,50}"
    r"|\bwill (?:change|happen|move|arrive)\b[^.;!?]{0,40}"
    r"|\b(?:contract|framework|agreement|broadband|licen[cs]e|cover|lease|subscription|warranty|insurance)"
    r"\b[^.;!?]{0,40} (?:ends?|expires?|runs out)(?: on)? "
    r"|\b(?:best before|use by|batch)\b[^.;!?]{0,20}"
    r"|\bwithin )$"
)


_EVERY_WEEK = re2.compile(r"(?i)^s?(?: (?:and|or|&) \w+)? (?:mornings|afternoons|evenings|lunchtimes)\b")


def is_last_day(before: str, after: str, said: str) -> bool:
    """Whether a day is told outright to be the last; `said` are the 250 characters up to it."""
    if _BEFORE.search(before) or (_AFTER.search(before) and _REFUSED.search(after)):
        return True
    return _MOVED.search(before) is not None and _HAS_A_LAST_DAY.search(said) is not None


def is_nobodys(before: str, after: str) -> bool:
    """Whether what stands around a day says that readers need not act by it."""
    return _NOBODYS.search(before) is not None or _EVERY_WEEK.search(after) is not None
