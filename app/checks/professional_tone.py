"""Could a reader take the tone of this mail amiss?

What it sees: runs of words in capitals that are not abbreviations (a heading in capitals counts for
less); stacked punctuation ("!!!", "?!"); kisses, pet names, text-speak and rows of emoji to readers
outside; sentences, and a subject, that the model hears as talking down, brushing off, sarcastic or pressing,
if they are not something graver; what asks the reader to leave out a check that protects people or
money; and a reply of a few bare words, or a bare order, with no courtesy at all.

What it does not see: one word in capitals; capitals and marks in quotation marks, in a quoted line, or in
the subject of an answer or a forward, which are somebody else's; irony that needs the story behind it; how
well writer and reader know each other; anything in the signature or in quoted messages.
"""

from collections.abc import Iterator
from typing import Any

from app import linear
from app.checks.check import Check
from app.checks.pointing import in_body, in_subject
from app.checks.tone.capitals import find_shouts
from app.checks.tone.controls import find_skipped_checks
from app.checks.tone.hearing import hear, one_card
from app.checks.tone.quotation import in_own_words, without_others
from app.checks.wording.greeting import greeting_of, has_closing
from app.checks.words import any_of, first_found, whole_any
from app.domain.draft import ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Tone

_ID = "professional-tone"
_CURT_WORDS = 4
_BARE_ORDER_WORDS = 15

_STACKED = linear.compile(r"[!?]*(?:!!!|\?\?\?|\?!|!\?)[!?]*")
_PET_NAME = any_of("hun|hunny|hon|babes?|darling|sweetie|sweetheart|honey|luv|mate|buddy|dude|bro|pet|chick")
_CALLING = any_of(
    "hi|hiya|hello|hey|thanks|thank you|ta|cheers|ok|okay|yes|no|sorry|bye|morning|yeah|alright|love"
)
_TEXT_SPEAK = any_of("""
    lol|lmao|rofl|omg|tbh|idk|imho|gr8|l8r|plz|thx|dunno|innit|gonna|wanna|gotta|ain't|yolo|soz|defo|totes
""")
_SLANG = linear.compile(
    r"(?:^|[\s,])(x{2,5})[ \t]*(?:[\r\n]|$)"  # kisses close a line, or stand alone at the very end
    r"|(?:^|\n)[ \t]*(?:\p{Lu}\pL+[ \t]+)?(x|X{2,5})\s*$"
    rf"|\b(?i:({_CALLING},?\s+(?:my\s+)?{_PET_NAME}))\b(?:[\s,.!?]|$)"
    rf"|,\s*(?i:({_PET_NAME}))[.!?]*[ \t]*(?:[\r\n]|$)"
    rf"|\b(?i:({_TEXT_SPEAK}))\b"
)
_EMOJI_ROW = linear.compile(
    r"(?:[\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}][\x{FE0F}\x{200D}\x{1F3FB}-\x{1F3FF}]*[ \t]*){3,}"
)
_COURTESY = whole_any(r"""
    thanks?|thank you|thankyou|please|pls|cheers|ta|sorry|apolog(?:y|ies|ise)|great|lovely|perfect|brilliant
    fantastic|wonderful|excellent|happy|glad|sure|certainly|of course|no problem|no worries|will do|welcome
    regards|best|well done|congratulations|good (?:luck|idea|work|news|point)|sounds good|hope|enjoy|agreed?
    appreciated?|approved|delighted|fine|ok|okay|see you|xx?|take care|get well|pleasure|received|looks good
""")
_ORDER = linear.compile(
    r"(?i)^\W*(?:just\s+)?(?:send|do|get|give|bring|call|ring|fix|sort|change|stop|make|come|tell|check|move|add|remove"
    r"|delete|cancel|update|complete|finish|print|book|redo|resend|return|explain|answer|reply|read|chase|find)\b"
)
_KINDS = {
    "condescension": Tone.CONDESCENSION,
    "dismissiveness": Tone.DISMISSIVENESS,
    "sarcasm": Tone.SARCASM,
    "pressure": Tone.URGENCY,
}


def _look(reading: Reading) -> Iterator[Finding]:
    own, subject = in_own_words(reading), _own_subject(reading)
    yield from _capitals(reading, own, subject)
    yield from _stacked(reading, own, subject)
    if reading.audience.leaving:
        yield from _slang(reading)
    yield from _toned(reading)
    yield from _curt(reading)


def _toned(reading: Reading) -> Iterator[Finding]:
    skipped = find_skipped_checks(reading)
    if skipped:
        spans = tuple(in_body(reading, s.start, s.end) for s in skipped)
        yield Finding(_ID, "skips-a-check", Confidence.HIGH, spans, {"sentences": len(spans)})
    heard = [h for h in hear(reading, *_KINDS.values()) if h.sentence not in skipped]
    for kind, tone in _KINDS.items():
        yield from one_card(_ID, kind, [h for h in heard if h.tone is tone])


def _own_subject(reading: Reading) -> str:
    """The author's own words in the subject; that of an answer or a forward is older."""
    return without_others(reading.subject.clean) if reading.draft.reply is ReplyKind.NEW else ""


def _capitals(reading: Reading, own: str, subject: str) -> Iterator[Finding]:
    shouts = [
        *((s, in_body(reading, s.start, s.end)) for s in find_shouts(own)),
        *((s, in_subject(reading, s.start, s.end)) for s in find_shouts(subject)),
    ]
    spoken = [(shout, span) for shout, span in shouts if not shout.is_heading]
    shown = spoken or shouts[:1]
    if shown:
        sure = Confidence.MEDIUM if spoken else Confidence.LOW
        words = sum(shout.words for shout, _ in shown)
        yield Finding(_ID, "capitals", sure, tuple(span for _, span in shown), {"words": words})


def _stacked(reading: Reading, own: str, subject: str) -> Iterator[Finding]:
    spans = (
        *(in_body(reading, *match.span()) for match in first_found(_STACKED, own)),
        *(in_subject(reading, *match.span()) for match in first_found(_STACKED, subject)),
    )
    if spans:
        yield Finding(_ID, "stacked-punctuation", Confidence.MEDIUM, spans, {"times": len(spans)})


def _slang(reading: Reading) -> Iterator[Finding]:
    spans = [_inner(reading, match) for match in first_found(_SLANG, reading.own)]
    spans += [_trimmed(reading, *match.span()) for match in first_found(_EMOJI_ROW, reading.own)]
    if spans:
        facts = {"outside": reading.audience.leaving, "times": len(spans)}
        yield Finding(_ID, "slang", Confidence.MEDIUM, tuple(sorted(spans, key=lambda s: s.start)), facts)


def _inner(reading: Reading, match: Any) -> Span:
    place = next(at for at in range(1, 6) if match[at])
    return in_body(reading, *match.span(place))


def _trimmed(reading: Reading, start: int, end: int) -> Span:
    return in_body(reading, start, start + len(reading.own[start:end].rstrip()))


def _curt(reading: Reading) -> Iterator[Finding]:
    """A reply of a few words, or one bare order, with nothing kind in it."""
    if reading.draft.reply not in {ReplyKind.REPLY, ReplyKind.REPLY_ALL}:
        return
    words = reading.own.split()
    own = reading.own.strip()
    is_order = len(words) <= _BARE_ORDER_WORDS and _ORDER.match(own) is not None
    if not any(c.isalnum() for c in own) or (len(words) > _CURT_WORDS and not is_order):
        return
    if greeting_of(reading) is None and not has_closing(reading.own) and not _COURTESY.search(own):
        start = reading.own.index(own[0])
        sure = Confidence.MEDIUM if len(words) <= _CURT_WORDS else Confidence.LOW
        yield Finding(
            _ID, "curt-reply", sure, (in_body(reading, start, start + len(own)),), {"words": len(words)}
        )


CHECK = Check(
    _ID,
    _look,
    {
        "capitals": "Words in capitals in a row that are not abbreviations",
        "stacked-punctuation": "Several exclamation or question marks in a row",
        "slang": "Kisses, pet names, text-speak or rows of emoji to readers outside",
        "condescension": "A sentence that may read as talking down",
        "dismissiveness": "A sentence that may read as brushing off",
        "sarcasm": "A sentence that may read as sarcastic",
        "curt-reply": "A reply of a few bare words",
        "pressure": "A sentence that may read as putting on pressure",
        "skips-a-check": "A request to leave out a check that protects people or money",
    },
)
