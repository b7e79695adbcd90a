"""Has a thread gone round without an end?

Short answers that have passed each other three times or more; or an answer that says so itself ("the third
time that you ask", "at cross purposes", "round in circles"). An answer that settles it ends the round.
"""

from app import linear
from app.checks.words import any_of, whole, whole_any
from app.domain.draft import ReplyKind
from app.domain.reading import Reading

_ROUNDS = 3
_FEW_WORDS = 60
_LONGEST_SUBJECT, _LONGEST_BODY = 400, 200_000
_ANSWERS = frozenset({ReplyKind.REPLY, ReplyKind.REPLY_ALL})
_AGAIN = linear.compile(r"(?i)\b(?:re|fw|fwd|aw)\s*:")
_EARLIER = linear.compile(r"(?im)^[ \t>]*(?:from:|on .{1,120} wrote:)")
_PAST_EACH_OTHER = whole_any(r"""
    (?:no|not),? (?:I|the|that|it|we|what)|I (?:meant|mean|thought|said|didn't|did not)|(?:as|like) I said|not (?:that|what|the|this)|which (?:one|of)|(?:don't|do not|didn't) (?:understand|follow|see|mean)
    what do you mean|still (?:not|don't|doesn't|no|wrong|waiting)|confus\w+|wrong|misunderst\w+|again|other (?:one|way)
""")  # noqa: E501 - one phrase a line
_MAILS = any_of("e-?mails?|messages?|mails?|repl(?:y|ies)|answers?|attempts?|explanations?|tr(?:y|ies)")
_TIMES = any_of("third|fourth|fifth|sixth|seventh|umpteenth|nth")
_SAYS_SO = whole_any(rf"""
    (?:round|around) (?:and round )?in circles|(?:going|gone|go) round and round|(?:at |talking at )?cross[- ]purposes|(?:talk|talking|writing|speaking) past (?:each other|one another)
    (?:getting|got|get) (?:us )?nowhere|lost (?:track|the thread)|(?:no|isn't|not) (?:getting )?any clearer|(?:none|neither|both|each) of us (?:\w+ ){{0,3}}?(?:understand\w*|mean\w*|follow\w*|same thing)
    (?:for the|this is (?:now )?(?:the|my)|that's (?:the|my)|your) {_TIMES} (?:time|{_MAILS})|{_TIMES} (?:{_MAILS}) (?:on|about|in)
    (?:my|our) last (?:two|three|four|few|several) {_MAILS}|(?:still )?(?:haven't|hasn't|have not|has not|didn't|not) (?:made (?:it|this|myself) clear|been clear|made sense)
    (?:answer\w*|read|reply\w*|look\w*) (?:\w+ ){{0,3}}?(?:different (?:questions?|versions?|things?)|a question (?:that )?\w+ (?:\w+ ){{0,2}}?(?:asking|asked))|(?:can|could|shall|may) I (?:try|put|start) (?:to (?:put|explain) )?(?:it|this|that)? ?again
""")  # noqa: E501 - one phrase a line
_SETTLED = whole(r"(?:thanks?|thank you|you're right|perfect|great|lovely|brilliant|sorted|agreed|settled)")


def goes_back_and_forth(reading: Reading) -> bool:
    """Whether answers have gone round, and this one settles nothing."""
    own = reading.own.strip()
    if reading.draft.reply in _ANSWERS and _SAYS_SO.search(own):
        return True
    if not own or _SETTLED.search(own):
        return False
    again = len(_AGAIN.findall(reading.subject.clean[:_LONGEST_SUBJECT]))
    rounds = max(again, sum(1 for _ in _EARLIER.finditer(reading.body.clean[:_LONGEST_BODY])))
    return rounds >= _ROUNDS and len(own.split()) <= _FEW_WORDS and _PAST_EACH_OTHER.search(own) is not None
