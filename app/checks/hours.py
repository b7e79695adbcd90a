"""Is this sent, or an answer wanted, outside working hours?

What it sees: a sending moment outside the working week, on a bank holiday, at night or at the
weekend; and words that ask for an answer tonight, over the weekend, in the holidays, or (in the
subject line too) by a date and time when offices are closed.

What it does not see: what families do at home ("check your child's hair tonight"), which asks no
answer; the recipient's own working pattern; closed days more than a fortnight ahead and
hours more than a week ahead, because most people will answer earlier. A mail about an emergency is
never out of hours.
"""

from collections.abc import Iterable, Iterator

from app import linear
from app.checks.check import Check
from app.checks.dated import at_date, deadlines_of, words_around
from app.checks.duties.emergencies import find_emergency
from app.checks.pointing import in_body
from app.checks.words import whole, whole_any
from app.domain.audience import Belonging
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import DateMention, Reading

_ID = "hours"
_SOON_DAYS = 7
_MOST_SPANS = 10
_ASK = (
    r"(?:repl(?:y|ies)|respon[ds]\w*|answer|get back|let (?:me|us) (?:know|have)|send|return|confirm"
    r"|complete|submit|(?:ring|call|text|phone) (?:me|us|him|her|them|back)"
    r"|(?:look|go|read) (?:at|over|through)|read|check|review|finish|sort|turn (?:this|it) round"
    r"|deal with (?:this|it|them)|work on"
    r"|have this"
    r"|need (?:this|it|them|your|an answer|(?:the|these|those) (?:\w+ ){1,3}(?:from you|back|finished)))"
)
_WHEN = (
    r"(?:tonight|this evening|before (?:bed|midnight)|by midnight|over (?:the|this) weekend|(?:at|on"
    r"|during) (?:the|this) weekend|this weekend"
    r"|(?:on|by|before) (?:saturday|sunday)|(?:over|in|during) (?:the )?(?:half[ -]term|christmas"
    r"|easter|summer|bank holiday)"
    r"(?: holidays?| break| weekend)?|(?:over|in|during) (?:the )?holidays?"
    r"|late tonight|(?:by|before) (?:tomorrow|(?:mon|tues|wednes|thurs|fri)day) (?:evening|night)"
    r"|in your own time|first thing (?:on )?(?:saturday|sunday)|on bank holiday monday)"
)
_ASKS = whole(rf"{_ASK}\b(?:[^.!?\n]{{0,60}}?\b)({_WHEN})")
_ASKS_BEFORE = linear.compile(rf"(?i)\b{_ASK}\b[^.!?\n]{{0,60}}$")
_ASKS_TURNED = whole(
    rf"({_WHEN})[^.!?\n]{{0,50}}\b(?:please|can you|could you|i need|we need|you need to|you must)"
)
_REQUEST = whole_any(r"""
    please|repl(?:y|ies)|respon\w+|return\w*|send|sent|submi\w+|let (?:me|us)
    confirm|complet\w+|need\w*|must|required?
    deadline|due|closing|comments?|feedback|figures|forms?|can you|could you|would you
    i want|finish|get back|back to me
""")
_AT_HOME = whole_any(r"""
    your (?:\w+ )?(?:child(?:ren)?|sons?|daughters?|kids|little ones?|family|home|garden)(?:['\x{2019}]s?)?
    homework|book ?-?bags?|reading (?:books?|records?|diar(?:y|ies))|spellings|at home|bedtime|pe kits?
    uniforms?
""")
_ANSWERS = whole_any(r"""
    repl(?:y|ies)|respon[ds]\w*|answer|get back|let (?:me|us)|send|return|confirm|submit
    need (?:this|it|them|your|an)
    (?:ring|call|text|phone|tell|e-?mail) (?:me|us)|back to (?:me|us)|hear from|complete
""")
_STOP = linear.compile(r"[.!?]\s+\p{Lu}|\n\s*\n")
_UNTIL = linear.compile(r"(?i)\b(?:until|till?)\b[^.!?\n]{0,20}$")
_NOT_ASKED = whole_any(r"""
    (?:no|not|n't|never) (?:need|expect\w*|required?|have|want|necessary|feel)
    (?:no|not|n't|never) (?:worry|obliged|obligation|hurry|rush)
    (?:do|please do) not
    don't|doesn't|won't|needn't|nobody|no one|rather than|instead of|unless
    (?:i|we)(?:'ll| will| shall| can| am going to|'m going to| plan to| hope to)
    (?:open|closed|opening hours|cover|emergency duty team|helpline)
    attend|come|join|meet|be there|see you|tonight['\x{2019}]s
    did you|have a (?:good|lovely|great|nice)|enjoy
""")


def _look(reading: Reading) -> Iterator[Finding]:
    hours = reading.hours
    if reading.draft.sending_is_known and not hours.is_working and not _tells_of_emergency(reading):
        facts: dict[str, Fact] = {"next_morning": hours.next_morning, "is_term": hours.is_term}
        yield Finding(_ID, "out-of-hours", Confidence.HIGH, (), facts)
    spans = _apart((*_asked_in_words(reading), *_asked_in_a_break(reading), *_asked_by_date(reading)))
    if spans:
        yield Finding(_ID, "asks-out-of-hours-reply", Confidence.MEDIUM, tuple(spans[:_MOST_SPANS]))


def _tells_of_emergency(reading: Reading) -> bool:
    return any(find_emergency(text) for text in (reading.own, reading.subject.clean))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, without those that overlap an earlier one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.field, s.start, -s.end)):
        if not kept or span.field is not kept[-1].field or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _asked_in_words(reading: Reading) -> Iterator[Span]:
    for pattern in (_ASKS, _ASKS_TURNED):
        for tried, match in enumerate(pattern.finditer(reading.own)):
            if tried >= _MOST_SPANS:
                break
            words = (
                _before(reading.own, match.start())
                + match.group()
                + reading.own[match.end() : match.end() + 2]
            )
            if not (_NOT_ASKED.search(words) or _is_done_at_home(words, reading)):
                yield in_body(reading, match.start(1), match.end(1))


def _asked_in_a_break(reading: Reading) -> Iterator[Span]:
    """Breaks to come that are told by their name ("across the October break"), and asked for something in."""
    today = reading.draft.sending_at.date()
    for mention in reading.breaks[:_MOST_SPANS]:
        words = _before(reading.own, mention.start)
        is_asked = _ASKS_BEFORE.search(words) and not _NOT_ASKED.search(words)
        if mention.day >= today and is_asked and not _is_done_at_home(words, reading):
            yield in_body(reading, mention.start, mention.end)


def _is_done_at_home(words: str, reading: Reading) -> bool:
    """Whether families are asked to do something with their children, and no answer is wanted."""
    return (_is_to_families(reading) or _AT_HOME.search(words) is not None) and _ANSWERS.search(words) is None


def _is_to_families(reading: Reading) -> bool:
    """Whether the only readers who are not the writer's own are at home."""
    sender = reading.draft.sender
    home = sender.domain if sender is not None else ""
    at_work = {Belonging.SCHOOL, Belonging.CLOSED_SCHOOL, Belonging.OUTSIDE, Belonging.UNKNOWN}
    readers = reading.audience.readers
    strangers = [r for r in readers if r.belonging in at_work and r.recipient.mailbox.domain != home]
    return reading.audience.webmail > 0 and not strangers


def _before(own: str, start: int) -> str:
    """The words of the same sentence before a place."""
    before = own[max(0, start - 80) : start]
    return before[max(before.rfind(c) for c in ".!?\n") + 1 :]


def _asked_by_date(reading: Reading) -> Iterator[Span]:
    """Deadlines at an hour, or on a day, when nobody is at work."""
    for mention in deadlines_of(reading):
        if not _is_closed(mention, reading):
            continue
        text = words_around(reading, mention)
        before, after = (
            text[max(0, mention.start - 120) : mention.start],
            text[mention.end : mention.end + 80],
        )
        after = after[: stop.start()] if (stop := _STOP.search(after)) else after
        said = before[before.rfind("\n") + 1 :] + after
        if (
            _REQUEST.search(before + after)
            and not _UNTIL.search(before)
            and not _is_done_at_home(said, reading)
        ):
            yield at_date(reading, mention)


def _is_closed(mention: DateMention, reading: Reading) -> bool:
    """Nobody is at work then; a school's holidays count when the mail goes to a school."""
    hours, day = reading.hours, mention.day
    if day in hours.closed_days or (reading.audience.schools and day in hours.school_holidays):
        return True
    now = reading.draft.sending_at
    if day == now.date() and now.time() > hours.closes:
        return True
    is_soon = (day - now.date()).days <= _SOON_DAYS
    return is_soon and mention.at is not None and not hours.opens.hour <= mention.at.hour <= hours.closes.hour


CHECK = Check(
    _ID,
    _look,
    {
        "out-of-hours": "The mail would leave outside working hours",
        "asks-out-of-hours-reply": "An answer is wanted in the evening, at the weekend or in the holidays",
    },
)
