"""Does a mail ask its reader for personal details: a number, a home address, a picture, a social account?

Only what is asked of the reader, for the writer: "send me your number", "what is your Snapchat?". Forms to
fill in, the school's own records, a parent's number, pictures of work, and lessons about keeping such things
to oneself ask for nothing of the kind.
"""

from collections.abc import Iterator

from app import linear
from app.checks.words import any_of, first_found, whole, whole_any

_SOCIAL = any_of("""
    (?:snap(?:chat)?|insta(?:gram)?|whats ?app|tik ?tok|discord|facebook|fb|telegram)(?: (?:handle|name|account))?
    (?:signal|steam|psn|xbox|twitter|roblox|fortnite|be ?real) (?:handle|name|username|account|tag)|gamer ?tag
    (?:social(?: media)?|private|personal) (?:account|profile|handle)
""")  # noqa: E501 - one phrase a line
_DETAIL = any_of(rf"""
    (?:own |personal |private |mobile |cell |home |phone |new )*(?:phone|mobile|cell|telephone)(?: ?number)?
    (?:own |personal |private )?number|digits
    (?:home|own|full|street|house) address|address at home|postcode
    (?:own|personal|private|home) (?:e-?mail|gmail|hotmail)(?: address)?
    {_SOCIAL}
""")
_PICTURE = any_of("""
    (?:(?:a|some|more|another|any) )?(?:photos?|pictures?|pics?|snaps?|videos?) of (?:you|yourself|your (?:face|body|hair))
    (?:(?:a|another|one more) )?selfies?
""")  # noqa: E501 - one phrase a line
_ASK = any_of("""
    (?:can|could|may|might|shall) (?:i|we) (?:just |please |maybe )?(?:have|get|take|see|know)
    (?:can|could|would|will) you (?:just |please |also |maybe )?(?:send|give|text|tell|message|share|drop|let)
    (?:please |just |do |so |and |then |now )?(?:send|give|text|tell|message|drop|e-?mail|dm) (?:me|us|over)
    (?:please |just |do )?(?:send|share|reply with|answer with|message|text|give)(?: over)?
    let (?:me|us) (?:have|know|see)
    what(?:'s| is| are)|whats
    i(?:'d| would) (?:love|like) (?:to (?:have|see|get)|a|some)|i (?:want|need)(?: to (?:see|have))?
    (?:do|would|could) you (?:have|use|mind (?:sending|sharing|giving|telling))|have you got
    (?:if|when|once) (?:you (?:give|send|text|tell)|i (?:had|have))
""")
_THEN = r"(?:\s+(?:me|us))?(?:\s+(?:also|please|just))?"
_ASKS = whole(rf"{_ASK}{_THEN}\s+(?:your|ur)\s+{_DETAIL}")
_PICTURES = whole(rf"{_ASK}{_THEN}\s+(?:your\s+)?{_PICTURE}")
_WHERE = whole_any(rf"""
    where (?:exactly )?do you live|who do you live with
    what (?:road|street|house) (?:do you live|are you) (?:on|in|at)
    (?:are you|r u) on {_SOCIAL}|have you got {_SOCIAL}|(?:add|follow) you on {_SOCIAL}
    (?:add|find|message|text|dm|snap) me on (?:my )?(?:(?:own|personal|private) )?{_SOCIAL}
""")
_ENDS = any_of("""
    so|in case|and|or|please|pls|then|tonight|if|because|i|too|as well|with me|now|today|handy|again|over
    to (?:text|call|ring|send|reach|message|contact|let|tell|add)|for (?:me|the|my|a)
""")
_GOES_ON = linear.compile(rf"(?i)^\s*(?:$|[?.!,;:)\n&]|{_ENDS}\b)")
"""What may follow a detail that is asked for; "your number one song" asks for none."""
_OF_MORE = linear.compile(r"(?i)^(?:\s+(?:and|&|with)\b|/|'|\x{2019})")
_LESSONS = any_of("""
    lesson|assembly|online safety|e-?safety|pshe|quiz|poster|phishing|scams?
    survey|poem|story|character|dialogue
""")
_IN_DOUBT = any_of("""
    never|not|no ?one|nobody|anyone|strangers?|avoid|without|instead of|if (?:somebody|someone|anyone)
    asks?|asked
""")
_NOT_ASKED = linear.compile(rf"(?i)(?:\b(?:{_IN_DOUBT}|{_LESSONS})|n(?:'|\x{{2019}})t)\b[^.!?\n]*$")
_FOR_RECORDS = whole_any("""
    ucas|application|forms?|arbor|sims|bromcom|records?|our system|exams? (?:office|entry|board)|passport|candidate
    school office|reception|parent(?:s|'s|al)?|carers?|mum|dad|on (?:your|the) work|at the top|in (?:your|the) letter
    cv|bursary|essay|project|portfolio|presentation|slide|coursework|artwork|model|experiment|yearbook|prefect
    id (?:card|badge)
""")  # noqa: E501 - one phrase a line
_STOP = linear.compile(r"[.!?](?:\s|$)|\n")
_AFTER, _BEFORE = 60, 80


def find_asking(own: str) -> Iterator[tuple[int, int]]:
    """Where the reader is asked for such a detail, kind by kind."""
    for pattern in (_ASKS, _PICTURES, _WHERE):
        for match in first_found(pattern, own):
            before = str(_STOP.split(own[max(0, match.start() - _BEFORE) : match.start()])[-1])
            after = own[match.end() : match.end() + _AFTER]
            if pattern is _ASKS and not _GOES_ON.search(after):
                continue
            if pattern is _PICTURES and _OF_MORE.search(after):
                continue
            said = before + match.group() + str(_STOP.split(after)[0])
            if not (_NOT_ASKED.search(before) or _FOR_RECORDS.search(said)):
                yield match.span()
