"""Would the sender blush at this: no attachment, the wrong name, the wrong day?

What it sees: words that promise an attachment when no file goes with the mail; a greeting by name
when no recipient has that name; a weekday that does not belong to its date; a date to act by that
has gone; words that are surely misspelt, and American spellings (-ize is good British).

What it does not see: grammar; a slip that makes another word (form for from), that lies two slips from
any common word, or that is in a name; whether the file is the right one, a wrong first name when the
mailbox shows initials only, and dates in quoted history or in the subject line of a reply or a forward.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app import linear
from app.checks.check import Check
from app.checks.dated import at_date, dates_of, words_around
from app.checks.pointing import excerpt_of, in_body
from app.checks.wording.bare_days import fits_a_month_ahead, is_bare
from app.checks.wording.greeted_names import is_somebody_else
from app.checks.wording.greeting import greeting_of
from app.checks.wording.short_forms import is_a_course
from app.checks.words import whole_any
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import DateMention, DateRole, Misspelling, Reading

_ID = "correctness"
_MOST_SPANS = 10
_MOST_WORDS = 5
_FORGIVEN = timedelta(days=366)
_NEAR = timedelta(days=120)
_PROMISES = whole_any(r"""
    (?:please |kindly )?(?:find|see|refer to|note|read|use|complete|review) (?:the |my |our |a copy of the )?(?:attached|enclosed|attachments?|enclosures?)
    (?:i|we)(?:'ve|'m| have| am| are|'re)? (?:also |now |just )?(?:attach|attaching|attached|enclose|enclosing|enclosed)
    (?:is|are) (?:also )?(?:attached|enclosed)
    (?:attached|enclosed) (?:is|are|please find|you will find|you'll find|for your|herewith|with this|to this (?:e-?mail|message))
    (?:the|this|my|our|your|an?) (?:attached|enclosed)(?: \w+)?
    as (?:attached|per (?:the )?attach(?:ed|ment))
    in the (?:attachments?|enclosures?)
    as an attachment
    (?:open|read|print|sign|complete) the attachments?
    (?:see|per|in) (?:the )?attachments?
    (?:form|document|file|report|letter|agenda|minutes|spreadsheet|copy|details|information|pdf|invoice|poster|flyer|policy|list|template|cv|draft|slides)s? \(?(?:is |are )?(?:attached|enclosed)
    (?:form|document|file|report|letter|agenda|minutes|spreadsheet|pdf|invoice|poster|flyer|slides) (?:in|on) the attach\w+
    attaching (?:the|a|my|our|this|these|it)
    pfa
""")  # noqa: E501 - one phrase a line
_LINE_OPENS = linear.compile(r"(?im)^[ \t]*(?:attached|enclosed)(?: |:)[^\n]{0,80}")
_NOT_NOW = whole_any(r"""
    (?:no|not|n't|never|without|unable to|can't|cannot|couldn't|forgot to|failed to|nothing|did not) (?:\w+ ){0,3}(?:attach\w*|enclos\w*)
    last (?:week|month|term|year|time|night)|yesterday|previous(?:ly)?|earlier|my last|the other day|on (?:mon|tues|wednes|thurs|fri|satur|sun)day
    (?:was|were|had|has been|have been|had been) (?:previously |already )?(?:attached|enclosed)
    (?:i|we|you|he|she|they) (?:previously |originally |already )?(?:attached|enclosed|sent) (?:to|in|with|last|before|earlier|yesterday)
    (?:you|he|she|they|who|which|that you) (?:have |had |'ve )?(?:attach|enclose)(?:d|s)?
    (?:will|shall|'ll|going to|would|could|can you|could you|please can you|can|should|must|if you|remember to|to) (?:then |also )?(?:attach|enclose|be attached|re-?attach)
    attach(?:ed|ment|ments)? (?:to|at|by|with) (?:the |a |our |your )?(?:school|schools|team|unit|academy|trust|building|nursery|wall|post|role|grant|condition|centre|council|hospital|site|ministry|theory|department|parent|mother|carer|main)
    (?:very|so|deeply|emotionally|become|becomes|became|feel|feels|felt|securely|well|closely|physically) attach\w*
    (?:thanks|thank you)(?: \w+){0,3} for (?:the|your|this)
    attached below|below|conditions? attached|strings? attached|importance (?:\w+ )?attached|attach(?:ed|es)? (?:great |much |such )?(?:importance|weight|value)
    (?:via|using|through|at|on|follow|click|open) (?:the |this )?(?:attached |enclosed )?(?:link|url|website)|attached link|enclosed (?:garden|space|area|playground|field|yard)
    attach\w* (?:no|nothing|neither|none)
    (?:by|in) separate post|under separate cover|in a separate (?:envelope|parcel)|(?:attach|enclos)\w* by post
    (?:attached|enclosed) (?:single |double )?(?:garage|annexe|outbuilding|conservatory|porch)s?
    (?:attached|enclosed) (?:building|house|hall|room|classroom|nursery|land|wall|kitchen|extension|shed|dwelling|property|flat|cottage|block|fence) (?:is|are|was|were|will|has|needs|must|should|can)
    attach(?:ed|ment)? (?:disorder|aware|needs|theory|difficulties|figure|training|lead|behaviour|style|issues|and trauma)
""")  # noqa: E501 - one phrase a line
_ATTACHED_TO = linear.compile(r"(?i)\b(?:attached|enclosed)\s+(?:to|with)\b")
_TO_THIS_MAIL = linear.compile(r"(?i)\b(?:to|with)\s+(?:this|my)\s+(?:e-?mail|mail|message|note|letter)\b")
_LINK = linear.compile(r"(?i)https?://|www\.|sharepoint|onedrive|teams channel|\blinks?\b")
_BREAK = linear.compile(r"[.!?](?:\s|$)|\n")
_SENTENCE_END = linear.compile(r"[.!?]\s|\n\s*\n")
_REPORTED = whole_any(r"""
    (?:you|we|i|he|she|they|it|who) (?:had |have |has |'d |'ve |also |then |all )?(?:said|told|promised|agreed|hoped|expected|planned|thought|understood|wrote|mentioned|indicated|assured|confirmed|advised|offered|asked|requested)
    (?:was|were) (?:told|promised|assured|supposed|meant|hoping|expecting|led to)
    would (?:be|have|all|then|send|reply|post|return|finish|come|arrive|get)
""")  # noqa: E501 - one phrase a line
_ASKED = whole_any("""
    please|kindly|(?:can|could|would|will) you|(?:you|schools|all|everyone) (?:must|need|should)
    let (?:me|us) (?:know|have)|rsvp
""")
_PASSED_ON = linear.compile(r"(?i)^\s*(?:re|fwd?)\s*:")
_CLASS_AFTER = linear.compile(r"(?i)^\s+(?:class|post|team|floor|half|round|language|hand|year|form|draft)\b")
_AROUND = 160
_SEVERAL = 2
_SHIFT_OF_A_YEAR = frozenset({1, 2, 5, 6})
"""A date falls one weekday later each year, two across a leap day."""


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _missing_attachment(reading)
    yield from _greeting(reading)
    today = reading.draft.sending_at.date()
    yield from _wrong_weekdays(reading, today)
    gone = [
        d
        for d in _new_dates(reading)
        if d.role is DateRole.DEADLINE
        and today - _FORGIVEN < d.day < today
        and (not _REPORTED.search(_before(reading, d)) or _ASKED.search(_before(reading, d)))
    ]
    is_sure = any(
        d.has_year or d.weekday_said is not None or _ASKED.search(_before(reading, d)) for d in gone
    )
    yield from _dates("date-in-past", gone, reading, Confidence.HIGH if is_sure else Confidence.MEDIUM)
    yield from _spelling("spelling", reading, is_american=False)
    yield from _spelling("american-spelling", reading, is_american=True)


def _before(reading: Reading, mention: DateMention) -> str:
    """What the sentence of a date says before it."""
    before = words_around(reading, mention)[max(0, mention.start - _AROUND) : mention.start]
    cut = 0
    for match in _SENTENCE_END.finditer(before):
        cut = match.end()
    return before[cut:]


def _new_dates(reading: Reading) -> tuple[DateMention, ...]:
    """The dates that the sender wrote for this mail: the subject of a reply or a forward is older."""
    subject = reading.subject.clean
    is_older = reading.draft.reply is not ReplyKind.NEW or _PASSED_ON.search(subject) is not None
    return reading.dates if is_older else dates_of(reading)


def _wrong_weekdays(reading: Reading, today: date) -> Iterator[Finding]:
    dates = _new_dates(reading)
    wrong = [
        d
        for d in dates
        if d.weekday_said not in {None, d.day.weekday()}
        and not _CLASS_AFTER.search(words_around(reading, d)[d.end : d.end + _AROUND])
    ]
    if wrong and fits_a_month_ahead(reading, dates):
        wrong = [d for d in wrong if not is_bare(reading, d)]
    is_soon = any(d.has_year or timedelta() <= d.day - today <= _NEAR for d in wrong)
    confidence = Confidence.HIGH if is_soon else Confidence.MEDIUM
    if _is_of_old(wrong):
        confidence = Confidence.LOW
    yield from _dates("weekday-mismatch", wrong, reading, confidence)


def _is_of_old(wrong: list[DateMention]) -> bool:
    """Whether several dates without a year all fit one year that is not last year or the next.

    Last year's letter sent again is a slip worth a word; a text from long ago is not.
    """
    if len({d.day for d in wrong}) < _SEVERAL or any(d.has_year for d in wrong):
        return False
    shifts = {((d.weekday_said or 0) - d.day.weekday()) % 7 for d in wrong}
    return len(shifts) == 1 and not shifts & _SHIFT_OF_A_YEAR


def _dates(
    kind: str, dates: list[DateMention], reading: Reading, confidence: Confidence
) -> Iterator[Finding]:
    if dates:
        spans = tuple(at_date(reading, d) for d in dates[:_MOST_SPANS])
        yield Finding(_ID, kind, confidence, spans, {"day": dates[0].day})


def _missing_attachment(reading: Reading) -> Iterator[Finding]:
    draft = reading.draft
    if not draft.shows_attachments or any(not a.inline for a in draft.attachments):
        return
    spans = [
        in_body(reading, start, end)
        for start, end in _promises(reading.own)
        if not _speaks_of_another(reading.own, start, end)
    ]
    if spans:
        yield Finding(_ID, "attachment-missing", Confidence.HIGH, tuple(spans[:_MOST_SPANS]))


def _promises(own: str) -> Iterator[tuple[int, int]]:
    found = 0
    for match in _PROMISES.finditer(own):
        found += 1
        if found > _MOST_SPANS * 5:
            return
        if not is_a_course(own, match.start(), match.end()):
            yield match.start(), match.end()
    if not found:
        for match in _LINE_OPENS.finditer(own):
            words = match.group().rstrip()
            yield match.end() - len(match.group().lstrip()), match.start() + len(words)
            return


def _speaks_of_another(own: str, start: int, end: int) -> bool:
    """Whether the sentence tells of an earlier or later attachment, of a link, or of no file at all."""
    before = own[max(0, start - _AROUND) : start]
    cut = 0
    for match in _BREAK.finditer(before):
        cut = match.end()
    after = own[end : end + _AROUND]
    stop = _BREAK.search(after)
    sentence = before[cut:] + own[start:end] + (after[: stop.start()] if stop else after)
    if _ATTACHED_TO.search(sentence) and not _TO_THIS_MAIL.search(sentence):
        return True
    return _NOT_NOW.search(sentence) is not None or _LINK.search(sentence) is not None


def _greeting(reading: Reading) -> Iterator[Finding]:
    greeting = greeting_of(reading)
    if greeting is None or greeting.is_to_many or not greeting.names:
        return
    to = reading.draft.addressed(Field.TO)
    people = to or reading.draft.addressed(Field.CC)
    if people and all(is_somebody_else(r.mailbox, greeting.whom, greeting.names) for r in people):
        at = reading.own.find(greeting.whom.strip(), greeting.start, greeting.end)
        span = in_body(reading, at if at >= 0 else greeting.start, greeting.end)
        sure = Confidence.HIGH if len(people) == 1 else Confidence.MEDIUM
        yield Finding(_ID, "greeting-name", sure, (span,))


def _spelling(kind: str, reading: Reading, *, is_american: bool) -> Iterator[Finding]:
    """The first few words with what each was to be; the rest are only counted."""
    found = [word for word in reading.misspelt if word.is_american is is_american]
    if found:
        spans = tuple(_beside_right(reading, word) for word in found[:_MOST_WORDS])
        yield Finding(_ID, kind, Confidence.MEDIUM, spans, {"words": len(found)})


def _beside_right(reading: Reading, word: Misspelling) -> Span:
    text = reading.subject if word.field is Field.SUBJECT else reading.body
    said = text.clean[word.start : word.end]
    return Span(word.field, word.start, word.end, excerpt_of(f"{said} → {word.meant}"))


CHECK = Check(
    _ID,
    _look,
    {
        "attachment-missing": "The words promise an attachment and no file goes with the mail",
        "greeting-name": "The greeting names somebody who is not among the recipients",
        "weekday-mismatch": "A weekday that does not belong to its date",
        "date-in-past": "A date to act by that has gone",
        "spelling": "Words that are surely misspelt, each with what was meant",
        "american-spelling": "Words spelt the American way, each with the British one",
    },
)
