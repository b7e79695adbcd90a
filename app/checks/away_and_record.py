"""Is somebody away, the writer or a reader, or is a decision put in writing?

What it sees: the writer's own absence of a day or more that is still to come or lasts ("I will be on leave
until Monday 7 December"); a sentence that records a decision: what was agreed, approved, refused or
resolved, by a body or by the writer; and, where Exchange is asked, who of up to ten people in To has
automatic replies on, until which day, whether the mail wants something of them before it, and whose mailbox
is full.

What it does not see: whether the writer's own automatic reply is set, unless the mail speaks of it; readers
in Cc, in groups and on long lists; what an automatic reply says; absences of hours, or of others;
proposals, questions, opinions ("I agree") and what is still to be decided; agreements to meet or talk;
decisions that the mail says are in minutes or on file.
"""

from collections.abc import Iterator

from app.checks.audience.absent import absent, full
from app.checks.check import Check
from app.checks.pointing import to_readers
from app.checks.wording.said import said, said_in_body
from app.checks.words import any_of, whole, whole_any
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading
from app.kept import kept

_ID = "away-and-record"
_LEAVE = any_of("""
    (?:annual |maternity |paternity |parental |adoption |study |unpaid |special |compassionate |carer's |sick |long )*leave
""")  # noqa: E501 - one phrase a line
_I_AM = any_of("""
    i(?:'m| am|'ll be| will be| shall be)(?: also| now| then| actually| however)?(?: going to be)?
    we(?:'ll be| will be| are both|'re both| both are)(?: both)?
""")
_AWAY = whole_any(rf"""
    {_I_AM} (?:away|abroad|on (?:my )?{_LEAVE}|on (?:my )?(?:holidays?|vacation|honeymoon|sabbatical|secondment|jury service)|out of (?:the )?(?:office|school)|out of the country)
    {_I_AM} (?:not |no longer )(?:be )?(?:in (?:the office|school|work|next|on|until|tomorrow|again|all)|at (?:work|school)|working (?:next|on|until|tomorrow|again))
    {_I_AM} off (?:work|sick|school|next|from|until|till|tomorrow|all (?:of )?(?:next|week)|for (?:a|one|two|three|the|\d+)|on (?:(?:mon|tues|wednes|thurs|fri)day|the \d|\d|{_LEAVE}|my hol|holiday))
    {_I_AM} (?:taking|using|having) (?:\w+ ){{0,3}}(?:{_LEAVE}|time off|holidays?)
    i (?:won't|will not|shan't|shall not) be (?:in (?:the office|school|work|next|on|until|tomorrow)|at (?:work|school)|back (?:in|at|until|till|before)|working (?:next|on|until|tomorrow)|(?:checking|reading|picking up|able to (?:check|read|answer)) (?:my |any )?e-?mails?)
    i(?:'m| am| will|'ll)? (?:start|starting|begin|beginning|go|going|finish for|finishing for|head off) (?:on )?(?:my )?(?:{_LEAVE}|holiday)
    {_I_AM} back (?:in (?:the office|school|work)|at (?:work|school|my desk)|on (?:(?:mon|tues|wednes|thurs|fri)day|the \d|\d)|from (?:my )?(?:{_LEAVE}|holiday)|after (?:the )?(?:half|holiday|christmas|easter|summer))
    my (?:{_LEAVE}|holiday) (?:starts|begins|is from|runs|will (?:start|begin|be from))|on my return (?:on|from)
""")  # noqa: E501 - one phrase a line
_DAY = any_of(r"""
    (?:mon|tues|wednes|thurs|fri)day
    (?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*
    (?:the )?\d{1,2}(?:st|nd|rd|th)|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?
    (?:january|february|march|april|june|july|august|september|october|november|december)
""")
_DAYS = whole_any(rf"""
    (?:until|till|from|between|on|to|before|by|back|since) (?:at least |about |around )?{_DAY}
    tomorrow|next (?:week|month|term|year|fortnight|(?:mon|tues|wednes|thurs|fri)day)|all (?:of )?(?:(?:next|this) )?(?:day|week|month|term)
    (?:for )?(?:a|one|two|three|four|five|six|ten|\d+|the next|a few|a couple of)(?: \w+)? (?:working )?(?:days?|weeks?|fortnights?|months?)|a fortnight
    (?:the )?rest of (?:the|this) (?:week|month|term)|this week|half[ -]term|(?:over |for |until after )(?:christmas|easter|the summer|new year)
    {_DAY} (?:to|until|till|-|and|\x{{2013}}) {_DAY}|{_LEAVE}|holidays?|week (?:beginning|commencing)|w/c|indefinitely|further notice
    \d{{1,2}}(?:st|nd|rd|th)? ?[-\x{{2013}}] ?\d{{1,2}}(?:st|nd|rd|th)?
    (?:honeymoon|sabbatical|secondment|jury service)|(?:mon|tues|wednes|thurs|fri)day
""")  # noqa: E501 - one phrase a line
_HOURS = whole_any(r"""
    this (?:morning|afternoon|evening|lunch ?time)|(?:mon|tues|wednes|thurs|fri)day (?:morning|afternoon|evening)|(?:tomorrow|in the|on the|all) (?:morning|afternoon)
    today|tonight|(?:until|till|from|at|by|after|before) \d{1,2}(?:[.:]\d\d)? ?(?:am|pm|o'clock)?|\d{1,2}[.:]\d\d|half (?:a )?day|weekends?|on (?:satur|sun)day
    from my desk|for (?:a (?:bit|while|moment|minute|few (?:minutes|hours)|couple of hours)|an hour|half an hour)|later|back on (?:it|track|to)|in a meeting
""")  # noqa: E501 - one phrase a line
_SURELY_DAYS = whole_any(rf"""
    tomorrow and|next (?:week|month|term|fortnight)|weeks?|fortnight|months?|(?:maternity|paternity|parental|adoption|long|study) leave|until (?:at least )?{_DAY}|today (?:and|until|to|-|till)
    {_DAY} (?:to|until|till|-|and|\x{{2013}}) {_DAY}
""")  # noqa: E501 - one phrase a line
_ONLY_IF = whole_any("""
    (?:if|unless|in case|whether|though|wish|when|whenever|thought|think|suppose|imagine|while|whilst|said|where) (?:that )?i(?:'m| am|'ll be| will be)
    last (?:week|month|term|year)|dream\\w*|hoping|hope to|would (?:like|love) to|not (?:away|on leave)|holiday (?:clubs?|camps?|schemes?|provision|activit\\w+|courses?|cover)|away from (?:my|the) desk
""")  # noqa: E501 - one phrase a line
_IS_SET = whole_any("""
    (?:my|an|the|set|your) (?:out[- ]of[- ](?:the[- ])?office|ooo|oof)(?: \\w+)? (?:is|on|up|will|has|message|reply|replies|notice|assistant|says|tells|gives)
    out[- ]of[- ](?:the[- ])?office (?:message|reply|replies|notice|is on|is set|assistant|on)|auto(?:matic)?(?:ally)?[- ]?(?:repl(?:y|ies)|respon\\w+)|set my out[- ]of[- ]office
""")  # noqa: E501 - one phrase a line

_BODY = any_of(r"""
    (?:the|our|full|local|school) (?:[a-z'-]+ ){0,4}(?:governors?|board|panel|committee|cabinet|trustees|council|executive|slt|smt|working (?:party|group)|forum|governing body|leadership team|management team|meeting|directors?|members|moderators?)
    (?:the|our|your) (?:\w+ )?(?:head|head ?teacher|principal|director|chair|chief executive|manager|dsl|senco|bursar)
    governors|trustees|slt|cabinet
""")  # noqa: E501 - one phrase a line
_EVER = r"(?:\s+(?:has|have|had|all|also|today|now|both|then|unanimously|formally|since|already|finally|collectively))*"  # noqa: E501 - one pattern
_DECIDED = any_of(r"""
    agreed (?:that|to|on|a|the|this|your|not|our|unanimously)|decided (?:that|to|on|not|against|unanimously)|resolved (?:that|to|not|unanimously)
    (?:approved|ratified|adopted|authorised|endorsed|rejected|refused|upheld|dismissed|signed off|voted (?:to|for|against)|voted) (?:the|your|a|an|this|that|our|all|unanimously|to|for|against|by|in)
""")  # noqa: E501 - one phrase a line
_DECISION = (
    whole(rf"{_BODY}{_EVER}\s+{_DECIDED}"),
    whole_any(r"""
        it (?:was|has been|is) (?:\w+ )?(?:agreed|resolved|decided) (?:that|to|by|at|in|not|between)
        (?:we|you and i|both (?:sides|parties|schools)|all parties)(?:'ve| have)?(?: all| both| now| also| then)* (?:agreed (?:that|to|on|a|the|this|not)|decided (?:that|to|not|against)|resolved (?:that|to))
        (?:we|you and i|both (?:sides|parties|schools)|all parties)(?:'ve| have)?(?: all| both)? (?:agreed|decided|resolved) (?:today|yesterday|this (?:morning|afternoon|week)|on \w+day|at the meeting),? (?:that|not to|against)
        i(?:'ve| have)?(?: now| today| also| formally)* (?:approved|authorised|signed off|agreed (?:that|to (?:the|your|this|fund|pay|release))) (?:\w+)
        i(?: am happy to| hereby| am pleased to| can| formally)? (?:approve|authorise|sanction) (?:the|this|your|it|expenditure|spending|payment)
        i(?:'m| am)? (?:happy to )?(?:give|giving) (?:my|our|you) (?:formal )?(?:approval|authorisation|go[- ]ahead)
        (?:i|we) (?:can |hereby |are pleased to |write to |am writing to |am pleased to )+confirm (?:that )?(?:we|i|the (?:\w+ ){1,4})(?:'ve| have| has)? (?:agreed|decided|approved|authorised)
        to confirm (?:that )?what (?:we|was|has been|you and i) (?:have |all |both )?agreed
        (?:decisions?|actions?|action points?) (?:made|taken|reached|agreed)|agreed (?:actions?|action points|outcomes?)|agreement (?:was|has been) reached
        (?:the|our|my|final) (?:\w+ )?decision (?:is|was|has been) (?:that|to|made|taken|reached|final|not)
        (?:the|your|our) (?:\w+ ){0,2}(?:application|request|bid|proposal|budget|business case|appeal|variation|exemption|waiver|contract|plan)(?: for (?:\w+ ){1,3}?\w+)? (?:has been|was|is(?: now)?|have been|were) (?:formally )?(?:approved|agreed|refused|turned down|granted|rejected|declined|authorised|signed off)
    """),  # noqa: E501 - one phrase a line
)
_PENDING = whole_any("""
    if|unless|until|till|once|when|whenever|whether|before|suggest\\w*|propos(?:e|ed|es|ing)|hop(?:e|ed|ing)|thought|would have
""")  # noqa: E501 - one phrase a line
_NOT_DECIDED = whole_any(r"""
    subject to|pending|yet|to be (?:agreed|approved|decided|confirmed)|(?:not|n't|never) (?:\w+ )?(?:been )?(?:agreed|decided|approved)
    as (?:we )?agreed|minutes|minuted|recorded|on file|saved|signed copy|last year|in (?:19|20)\d\d
    agreed to (?:meet|talk|speak|catch|have a (?:chat|coffee|call|meeting|word)|go|look|think|call|ring|chat|discuss|get together|circulate|e-?mail|send|wait|see|try|come|help|differ|disagree)
    decided to (?:go|have|come|stay|take|get|try|see|look|leave it|wait|meet|ask|write|e-?mail|call|ring|send|buy|make|put|do|drop|pop)
""")  # noqa: E501 - one phrase a line


def _look(reading: Reading) -> Iterator[Finding]:
    if not _IS_SET.search(reading.own):
        away = said_in_body(reading, _is_away)
        if away:
            yield Finding(_ID, "away", Confidence.MEDIUM, away, {"sentences": len(away)})
    yield from _readers(reading)
    decisions = said(reading, _is_decision)
    if decisions:
        yield Finding(_ID, "decision", Confidence.MEDIUM, decisions, {"sentences": len(decisions)})


def _readers(reading: Reading) -> Iterator[Finding]:
    """Readers who are away, as Exchange says: until one day, or until who knows when."""
    away = absent(reading)
    if away is not None:
        kind = "reader-away" if away.until is None else "reader-away-until"
        facts: dict[str, Fact] = {"away": len(away.readers), "before_return": away.is_wanted_before}
        facts |= {"until": away.until} if away.until is not None else {}
        yield Finding(_ID, kind, Confidence.HIGH, to_readers(reading.draft, away.readers), facts)
    if readers := full(reading):
        spans = to_readers(reading.draft, readers)
        yield Finding(_ID, "mailbox-full", Confidence.HIGH, spans, {"full": len(readers)})


@kept
def _is_away(words: str) -> bool:
    """Whether the writer will be away for a day or more."""
    away = _AWAY.search(words)
    if away is None or not _DAYS.search(words):
        return False
    aside = max(words.rfind(mark, 0, away.start()) for mark in "(;:")
    if _HOURS.search(words[aside + 1 :]) and not _SURELY_DAYS.search(words):
        return False
    return not _ONLY_IF.search(words) and not _is_question(words)


@kept
def _is_decision(words: str) -> bool:
    """Whether something was decided; what hangs on it ("... until June") may stand after it, not before."""
    ends = [match.end() for p in _DECISION if (match := p.search(words))]
    if not ends or _NOT_DECIDED.search(words) or _is_question(words):
        return False
    return not _PENDING.search(words[: min(ends)])


def _is_question(words: str) -> bool:
    return words.rstrip().endswith("?")


CHECK = Check(
    _ID,
    _look,
    {
        "away": "The writer will be away for a day or more",
        "reader-away": "Automatic replies of somebody in To are on, without an end or with several",
        "reader-away-until": "Automatic replies of somebody in To are on until a day",
        "mailbox-full": "The mailbox of somebody in To is full",
        "decision": "A decision or an agreement is put in writing",
    },
)
