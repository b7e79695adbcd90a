"""Would a telephone call do better than this mail?

What it sees: an answer wanted from a teacher before the school day is over; words that ask the reader to say
that the mail has arrived ("please confirm receipt", "did you get my e-mail?"); a virus, a hacked account
or a clicked link that the writer tells of; and, to a few readers, painful news, hurt between people, danger
or an accident that waits to be read (told in known words, or heard by the language model), what is asked
within the hour or called off today, what is hard to explain, and threads that go round. What is said between
the two and only half heard, and an answer to a complaint that has grown, make no card: the route alone knows
of them.

What it does not see: who is teaching at that hour, and teachers whom neither the address book nor the text
calls so; a read receipt asked for by Outlook's own button; automatic replies of people who are away, which
Sendwell is not told of; receipts for goods and money; illnesses; viruses in lessons, policies and training;
pain, danger and quarrels told in other words; a mail that asks for a talk, or follows one.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.audience.signing import closing_lines
from app.checks.channels.between import is_between
from app.checks.channels.by_voice import (
    asks_to_talk,
    finds_it_hard_to_explain,
    is_hard_for_a_family,
    is_known_to_hurt,
    is_spoken_of,
    tells_what_cannot_wait,
)
from app.checks.channels.danger import danger_heard
from app.checks.channels.grown import has_grown
from app.checks.channels.infections import tells_of_a_slip, tells_of_a_trick, tells_of_infection
from app.checks.channels.roads import is_standard_letter, odds_of
from app.checks.channels.rounds import goes_back_and_forth
from app.checks.channels.teachers import asks_teacher_today
from app.checks.channels.within_the_hour import wanted_within_the_hour
from app.checks.check import Check
from app.checks.heard_acts import heard, together
from app.checks.pointing import in_body
from app.checks.stories.staffing import is_process
from app.checks.wording.said import said, said_in_body, sentences_in, words_of
from app.checks.words import Screen, any_of, whole, whole_any
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Act, Reading
from app.kept import kept

_ID = "channel-choice"
_MOST_SPANS = 5
_HALF_HEARD, _FAINT = 0.3, 0.15
_FEW_READERS, _IN_A_THREAD = 3, 8
_FOR_A_FAMILY = 1.5
"""Log odds: 9 of 122 mails to families that need no call are above 1, 5 above 2, by writers left out."""
_NOT_UNLIKE = 0.5
"""Log odds below which half a sentence is not enough: news of a place on a waiting list."""
_MAIL = any_of("""
    this(?: (?:e-?mail|message|mail|note|letter|information|safely|attachment|document))?|these|them
    (?:my|our|the|that) (?:\\w+ )?(?:e-?mails?|messages?|note|letter|attachments?|attached(?: \\w+)?|documents?)
""")  # noqa: E501 - one phrase a line
_GOT = any_of("""
    (?:safely |all |actually |definitely )?(?:got|gotten|get|have|received?|seen?|saw|had|read|understood|understand)
    (?:got|received|seen|had) and (?:read|understood|seen)|(?:safely |definitely )?read and understood
""")  # noqa: E501 - one phrase a line
_RECEIPT = whole_any("""
    (?:confirm|confirming|acknowledge|acknowledging|confirmation of|acknowledgement of) (?:safe |your |the |that you are in )?receipt
""")  # noqa: E501 - one phrase a line
_THE_MAIL = any_of("(?:this|my|our|the|that) (?:\\w+ )?(?:e-?mails?|messages?|mail|note|letter|attachments?)")
_OF_MAIL = whole(rf"of\s+(?:{_MAIL}|it|same)")
_SAY_SO = whole_any(rf"""
    acknowledge {_MAIL}
    (?:confirm|tell me|let (?:me|us) know|say|reply to say|to say) (?:(?:if|that|whether|when|once) )?(?:you(?:'ve| have| did| all| are able to| can)* )(?:both |all )?{_GOT} {_MAIL}
    (?:confirm|tell me|let (?:me|us) know) (?:that )?you(?:'ve| have) (?:read and )?understood
    (?:confirm|tell me|let (?:me|us) know) (?:that |if )?you(?:'ve| have)? (?:got|received) (?:it|them|everything) (?:safely|all right|ok|okay)
    need to (?:know|be sure|be certain) (?:that )?(?:this|it|(?:some(?:one|body)|you)(?:'s| has| have| is)?|my (?:e-?mail|message)) (?:has |is |have |being )?(?:been )?(?:read|seen|had|got|received)(?: (?:this|it))?
    confirm (?:that )?(?:this|it|my (?:e-?mail|message)) (?:has (?:been )?|was |is )?(?:arrived|received|reached you|got through)
""")  # noqa: E501 - one phrase a line
_DID_IT = whole_any(rf"""
    (?:did|have|had) you (?:all |both |ever |actually )?(?:get|got|gotten|receive|received|see|seen) {_THE_MAIL}
    (?:just )?(?:to )?(?:check|checking|making sure|make sure|wondering|be sure|ensure) (?:that |if |whether )?you(?:'ve| have)? (?:all )?(?:got|received|saw|seen|get) {_THE_MAIL}
    so (?:that )?i (?:know|can be sure)(?: that)? (?:you(?:'ve| have)? (?:all )?(?:got|received|seen|read)|(?:it|this)(?:'s| has| is)? (?:arrived|reached|been received|got))
    (?:send|return|accept|give|click)(?: me| back)? (?:the |a )?(?:read|reading|delivery) receipt|i(?:'ve| have) (?:asked for|requested|added|put on) a (?:read|delivery) receipt
""")  # noqa: E501 - one phrase a line
_MAY_WANT = Screen((_DID_IT, _RECEIPT, _SAY_SO))
_ASKED = whole_any("""
    please|kindly|i need to (?:know|be sure|be certain)|(?:can|could|would|will) you|can i ask|grateful|appreciate|need you|must|ask(?:ing)? (?:that )?you|asked to|required to
    (?:if|can) you (?:could|would)|let (?:me|us) know|tell me|you(?:'ll| will)? need to|pls|plz|thanks|would be (?:great|good|helpful|lovely|nice|appreciated|useful)|would you mind
""")  # noqa: E501 - one phrase a line
_OPENS = linear.compile(r"(?i)^\W*(?:confirm|acknowledge|let (?:me|us) know|tell me)\b")
_NOT_ASKED = whole_any("""
    (?:no|not|n't|never|without) (?:\\w+ ){0,3}(?:confirm|acknowledge|acknowledging|confirming|reply|let)|no (?:need|acknowledgement)
    (?:i|we)(?:'ll| will| shall| can| do| am| are| wish to| hereby|'d like to| would like to| write to| am writing to| are writing to)? (?:\\w+ )?(?:to )?(?:confirm|acknowledge)
    (?:they|he|she|who|parents|schools|candidates|supplier|it) (?:\\w+ )?(?:confirm|acknowledge)\\w*|(?:system|portal|website|office) (?:will|should)
""")  # noqa: E501 - one phrase a line
_TODAY = whole_any("""
    today|tonight|this (?:morning|afternoon|lunch ?time|evening)|(?:within|in) the (?:next )?(?:half )?(?:an )?hour|right (?:now|away)|straight ?away
    (?:by|before|until) (?:noon|midday|lunch|home time|\\d{1,2}(?:[.:]\\d\\d)?(?: ?(?:am|pm))?)
""")  # noqa: E501 - one phrase a line
_TECHNICIAN = linear.compile(
    r"(?i)^(?:it|ict|ithelp\w*|icthelp\w*|itsupport|ictsupport|(?:it|ict)[ ._-](?:support|help|desk|services?|security|team)[ \w._-]*"  # noqa: E501 - one pattern
    r"|help ?-?desk|service ?-?desk|cyber[ \w]*|technicians?|network (?:manager|technician)"
    r"|(?:senior |lead )?(?:it|ict) (?:technician|manager|officer|engineer|analyst)s?)$"
)


def _look(reading: Reading) -> Iterator[Finding]:
    asked, is_named = asks_teacher_today(reading)
    if asked:
        spans = tuple(in_body(reading, s.start, s.end) for s in asked[:_MOST_SPANS])
        sure = Confidence.HIGH if is_named else Confidence.MEDIUM
        yield Finding(_ID, "teacher-asked-today", sure, spans, {"sentences": len(asked)})
    if receipts := said(reading, _wants_receipt):
        is_for_today = reading.audience.schools == 1 and _TODAY.search(reading.own) is not None
        facts = {"sentences": len(receipts), "better_said": is_for_today}
        yield Finding(_ID, "wants-receipt", Confidence.MEDIUM, receipts, facts)
    if not _is_technician(reading) and (infected := _infected(reading)):
        yield Finding(_ID, "virus-alarm", Confidence.MEDIUM, infected, {"sentences": len(infected)})
    readers = len(reading.draft.recipients)
    if is_spoken_of(reading.own):
        return
    if 0 < readers <= _FEW_READERS:
        yield from _by_voice(reading)
    if 0 < readers <= _IN_A_THREAD and not asks_to_talk(reading.own) and goes_back_and_forth(reading):
        yield Finding(_ID, "back-and-forth", Confidence.MEDIUM, facts={"better_said": True})


def _by_voice(reading: Reading) -> Iterator[Finding]:
    own = reading.own
    waits = said_in_body(reading, lambda words: tells_what_cannot_wait(words, own))
    is_free = waits or reading.audience.groups or asks_to_talk(own)
    soon = () if is_free else wanted_within_the_hour(reading)
    yield from _card("cannot-wait", waits or soon or danger_heard(reading), is_better_said=bool(soon))
    if asks_to_talk(own):
        return
    yield from _hard_news(reading)
    yield from _card("hard-to-explain", said_in_body(reading, finds_it_hard_to_explain), is_better_said=True)


def _hard_news(reading: Reading) -> Iterator[Finding]:
    """Where it is heard for certain, or told; and for the route alone, where it is half heard."""
    is_to_family = reading.audience.webmail > 0
    hurts = said_in_body(reading, is_known_to_hurt)
    certain = hurts or (said_in_body(reading, is_hard_for_a_family) if is_to_family else ())
    if not (certain or (is_to_family and is_standard_letter(reading))):
        certain = heard(reading, Act.VOICE)
    is_of_the_two = bool(hurts) or is_between(reading) or has_grown(reading)
    # a formal letter about work is owed in writing
    is_better_said = is_of_the_two and not (reading.audience.groups or is_process(reading))
    yield from _card("hard-news", certain, is_better_said=is_better_said)
    is_half = is_better_said or (is_to_family and _is_half_heard_by_family(reading))
    if is_half and not certain:
        facts = {"half_heard": True, "better_said": is_better_said}
        yield Finding(_ID, "hard-news", Confidence.LOW, heard(reading, Act.VOICE, _FAINT), facts)


def _is_half_heard_by_family(reading: Reading) -> bool:
    """Whether what a family should hear by voice is half heard, in its sentences or in the whole mail."""
    odds = odds_of(reading)
    if odds is None:
        return together(reading, Act.VOICE) >= _HALF_HEARD
    is_half = together(reading, Act.VOICE) >= _HALF_HEARD and odds.family >= _NOT_UNLIKE
    return is_half or odds.family >= _FOR_A_FAMILY


def _card(kind: str, spans: tuple[Span, ...], *, is_better_said: bool) -> Iterator[Finding]:
    if spans:
        facts = {"sentences": len(spans), "better_said": is_better_said}
        yield Finding(_ID, kind, Confidence.MEDIUM, spans, facts)


@kept
def _wants_receipt(words: str) -> bool:
    if not _MAY_WANT.passed(words):
        return False
    if _DID_IT.search(words):
        return True
    if not (_names_receipt(words) or _SAY_SO.search(words)) or _NOT_ASKED.search(words):
        return False
    return _ASKED.search(words) is not None or _OPENS.search(words) is not None


def _names_receipt(words: str) -> bool:
    """Whether receipt of the mail is spoken of, not that of goods or money."""
    match = _RECEIPT.search(words)
    if match is None:
        return False
    after = words[match.end() :].lstrip()
    return not after.startswith("of ") or _OF_MAIL.match(after) is not None


def _infected(reading: Reading) -> tuple[Span, ...]:
    """What tells of an infection; a slip counts when that sentence, or the next or last, calls it a trick."""
    told = list(said(reading, tells_of_infection))
    sentences = list(sentences_in(reading))
    words = [words_of(reading.own, s) for s in sentences]
    tricks = [tells_of_a_trick(w) for w in words]
    beside = [any(tricks[max(0, i - 1) : i + 2]) for i in range(len(words))]
    slips = (
        s for s, w, is_trick in zip(sentences, words, beside, strict=True) if is_trick and tells_of_a_slip(w)
    )
    told += [in_body(reading, s.start, s.end) for s in islice(slips, _MOST_SPANS)]
    return tuple(dict.fromkeys(told))


def _is_technician(reading: Reading) -> bool:
    """Whether the writer is the one who is to be rung."""
    sender = reading.draft.sender
    box = sender.address.partition("@")[0] if sender else ""
    lines = (*closing_lines(reading), sender.name if sender else "", box)
    return any(_TECHNICIAN.search(line) for line in lines)


CHECK = Check(
    _ID,
    _look,
    {
        "teacher-asked-today": "An answer is wanted from a teacher before the school day is over",
        "wants-receipt": "The reader is asked to say that the mail has arrived",
        "virus-alarm": "The writer tells of a virus, a hacked account or a clicked link",
        "hard-news": "Painful news, or hurt between people, told in writing",
        "cannot-wait": "Danger, an accident, a change or an answer within hours that waits to be read",
        "hard-to-explain": "The writer finds the matter hard to explain in writing",
        "back-and-forth": "Answers that have passed each other three times or more, or say so",
    },
)
