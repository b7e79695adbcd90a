"""Does the mail hand on an indecent picture of a child, or say that bad material was met by chance?

Told by the words and by the names of the files alone: no picture is ever opened. A picture file beside words
that speak of such a picture of a child is enough to ask; words that hand it over make it sure.
"""

from collections.abc import Iterator

from app import linear
from app.checks.claims.said import DOUBTED
from app.checks.files.names import ending_of
from app.checks.pointing import excerpt_of, in_body, in_subject
from app.checks.tone.quotation import is_report
from app.checks.words import Pattern, any_of, first_found, whole_any, word_set
from app.domain.draft import Attachment, AttachmentKind, Field, ReplyKind
from app.domain.finding import Confidence, Span
from app.domain.reading import Reading, Sentence

_PICTURE_FILES = word_set("""
    avi avif bmp gif heic heif jfif jpe jpeg jpg m4v mkv mov mp4 mpeg mpg png tif tiff webm webp wmv 3gp
""")
_LOGO_BYTES = 40_000
_PICTURE = (
    "(?:images?|pictures?|photos?|photographs?|pics?|selfies?|videos?|clips?|footage|screenshots?|snaps?)"
)
_BARE = "(?:indecent|nude|semi-nude|naked|topless|sexual|sexually explicit|explicit|sexualised|intimate|pornographic|obscene|undressed|half-naked)"  # noqa: E501 - one list
_CHILD = any_of(r"""
    child(?:ren)?|pupils?|students?|girls?|boys?|schoolgirls?|schoolboys?|minors?|teenagers?|kids?|young (?:person|people)|year \d+s?|yr \d+|daughter|son|under[- ](?:18|age|aged)|her|him|herself|himself
""")  # noqa: E501 - one phrase a line
_INDECENT = whole_any(rf"""
    {_BARE} (?:\w+ )?{_PICTURE} (?:\S+ ){{0,8}}?{_CHILD}
    {_CHILD}(?:'s)? (?:\S+ ){{0,8}}?{_BARE} (?:\w+ )?{_PICTURE}
    {_PICTURE} (?:\S+ ){{0,6}}?{_CHILD}\S* (?:\S+ ){{0,3}}?(?:naked|nude|topless|undress(?:ed|ing)|without (?:any |her |his |their )?(?:clothes|top)|in (?:her|his|their) underwear)
    {_CHILD} (?:\S+ ){{0,6}}?nudes|nudes (?:\S+ ){{0,6}}?{_CHILD}|child (?:abuse|sexual abuse) {_PICTURE}|up-?skirt(?:ing)? {_PICTURE}
    indecent {_PICTURE}
""")  # noqa: E501 - one phrase a line
_BEYOND_DOUBT = whole_any(r"""
    indecent|nudes?|semi-nude|half-naked|naked|topless|sexual|sexually|sexualised|pornographic|obscene|undress(?:ed|ing)|abuse|up-?skirt(?:ing)?|underwear|without (?:any |her |his |their )?(?:clothes|top)
""")  # noqa: E501 - one phrase a line
_HANDED = whole_any(rf"""
    attached|attaching|enclosed|forward(?:ing|ed)?|here (?:is|are|it is|they are)|see (?:below|the attach\w*)|below (?:is|are)|passing (?:it|them|this|these) on|send(?:ing)? (?:you|it|them|this|on)|sharing|for you to (?:see|look)|have a look|take a look|this is (?:the|one of the)|these are|the {_PICTURE} (?:is|are) (?:attached|below)
""")  # noqa: E501 - one phrase a line
_NOT_HANDED = whole_any(rf"""
    (?:not|never|n't) (?:be |been )?(?:attach\w*|includ\w*|forward\w*|send(?:ing)?|sent|cop(?:y|ied)|enclos\w*|shar(?:e|ed|ing)) (?:it|them|any|the {_PICTURE}|those|that|this|here)
    (?:I have|I've|we have|we've|have|has) (?:not|n't) (?:been )?(?:attached|copied|forwarded|included|kept|saved|opened)|without (?:attaching|the {_PICTURE})|nothing (?:is|has been) attached
    (?:is|are|was|were) not (?:attached|included|enclosed)|(?:is|are|was|were)n't (?:attached|included|enclosed)
""")  # noqa: E501 - one phrase a line
_TALK_OF = whole_any(r"""
    polic(?:y|ies)|training|guidance|awareness|lessons?|posters?|workshops?|assembl(?:y|ies)|leaflets?|webinar|courses?|campaign|flyer|logo|infographic|slides?|presentation|curriculum|advice|helpline|report remove|resources?
    life drawing|art gallery|statues?|sculptures?|painting|baby photos?|filter(?:ing)?|naked truth|exhibition|steps|diagrams?|instructions
""")  # noqa: E501 - one phrase a line
_RULES = whole_any(
    "polic(?:y|ies)|training|guidance|awareness|courses?|webinar|filter(?:ing)?|drill|phishing test"
)

_MET = any_of(r"""
    (?:I|we)(?:'ve| have)? (?:just |also |accidentally |accidently |unfortunately |now )?(?:received|been sent|got|opened|came across|come across|clicked on|stumbled (?:on|upon|across)|found|had|seen|saw|landed on|was sent|were sent|was shown|ended up on)
    (?:somebody|someone|he|she|they|a \w+) (?:has )?(?:just )?sent (?:me|us)|(?:came|popped) up on my (?:screen|laptop|computer)|(?:took|led|redirected|sent) me to
""")  # noqa: E501 - one phrase a line
_BAD_MATERIAL = any_of(rf"""
    (?:indecent|pornographic|porn|obscene|sexually explicit|explicit|nude|naked|extremist|adult|x-rated|graphic|very disturbing|disturbing|inappropriate|unsuitable) (?:\w+ ){{0,2}}?(?:{_PICTURE}|e-?mails?|material|content|web ?sites?|sites?|web ?pages?|pages?|links?|pop-?ups?|attachments?|adverts?|messages?)
    pornography|porn|(?:e-?mails?|web ?sites?|sites?|links?|attachments?|pages?|{_PICTURE}) (?:\S+ ){{0,4}}?(?:pornographic|pornography|porn|obscene|indecent|sexually explicit|inappropriate for work)
""")  # noqa: E501 - one phrase a line
_CAME_ACROSS = whole_any(rf"""
    {_MET} (?:\S+ ){{0,8}}?{_BAD_MATERIAL}
    {_BAD_MATERIAL} (?:\S+ ){{0,2}}?(?:popped|came|flashed) up on|{_BAD_MATERIAL} (?:\S+ ){{0,2}}?appeared on (?:my|the|our)
""")  # noqa: E501 - one phrase a line
_CARRIED_MOST = 20_000
_BESIDE = 200
_OUTLOOK_NAME = linear.compile(r"(?i)^(?:image|outlook)[-_]?\w{3,8}\.(?:png|jpe?g|gif)$")
_FEW = 12  # so short a mail beside a picture is about the picture


def pictures(reading: Reading) -> Iterator[Span]:
    """The files that are pictures by their name, or may carry one: a mail attached whole."""
    for place, attachment in enumerate(reading.draft.attachments):
        if _is_picture(attachment):
            yield Span(Field.ATTACHMENTS, place, place + 1, excerpt_of(attachment.name))


def _is_picture(attachment: Attachment) -> bool:
    if attachment.kind is AttachmentKind.ITEM:
        return True
    is_logo = attachment.inline and attachment.size < _LOGO_BYTES
    return ending_of(attachment.name) in _PICTURE_FILES and not is_logo


def find_handed_on(reading: Reading) -> tuple[Confidence, tuple[Span, ...]] | None:
    """How sure it is that such a picture goes with the mail, and where; None when it does not seem so."""
    files = tuple(pictures(reading))
    if not files:
        return None
    places = [*_spoken_of(reading)]
    is_forward = reading.draft.reply is ReplyKind.FORWARD
    if not places and is_forward:
        places = [
            in_body(reading, *match.span())
            for match in first_found(_INDECENT, reading.carried[:_CARRIED_MOST])
            if not _TALK_OF.search(reading.carried[max(0, match.start() - _BESIDE) : match.end() + _BESIDE])
        ]
    if not places or _NOT_HANDED.search(reading.own):
        return None
    return Confidence.HIGH if _is_handed(reading, places) else Confidence.MEDIUM, (*places, *files)


def _is_handed(reading: Reading, places: list[Span]) -> bool:
    """Whether the picture itself is surely what is handed on: never a logo, or a mail about it."""
    files = reading.draft.attachments
    if not any(_is_picture(f) and _is_plain_file(f) for f in files):
        return False
    if not any(_BEYOND_DOUBT.search(_words_at(reading, place)) for place in places):
        return False
    if any(_HANDED.search(_words_at(reading, place)) for place in places):
        return True
    if not all(_is_picture(f) or f.inline for f in files):
        return False
    is_forward = reading.draft.reply is ReplyKind.FORWARD
    return is_forward or _HANDED.search(reading.own) is not None or len(reading.own.split()) <= _FEW


def _is_plain_file(attachment: Attachment) -> bool:
    is_of_outlook = _OUTLOOK_NAME.search(attachment.name) is not None
    return attachment.kind is not AttachmentKind.ITEM and not attachment.inline and not is_of_outlook


def _words_at(reading: Reading, place: Span) -> str:
    text = reading.subject.clean if place.field is Field.SUBJECT else reading.body.clean
    return text[place.start : place.end]


def _spoken_of(reading: Reading) -> Iterator[Span]:
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        match = _INDECENT.search(words)
        if match is not None and not _TALK_OF.search(words):
            yield in_body(reading, sentence.start, sentence.end)
    subject = reading.subject.clean
    match = _INDECENT.search(subject)
    if match is not None and not _TALK_OF.search(subject):
        yield in_subject(reading, *match.span())


def find_came_across(reading: Reading) -> tuple[Span, ...]:
    """The sentences that say the writer was sent, or met by chance, what nobody should see at work."""
    if is_report(reading):
        return ()
    return tuple(
        in_body(reading, s.start, s.end) for s in reading.sentences if _is_met(reading, s, _CAME_ACROSS)
    )


def _is_met(reading: Reading, sentence: Sentence, pattern: Pattern) -> bool:
    words = reading.own[sentence.start : sentence.end]
    match = pattern.search(words)
    if match is None or words.rstrip().endswith("?"):
        return False
    return not (DOUBTED.search(words[: match.end()]) or _RULES.search(words))
