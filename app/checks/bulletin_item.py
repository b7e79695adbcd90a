"""May this item stand in a bulletin that everybody can read?

What it sees: a picture or a film among the documents, or spoken of in the text, of pupils or of others,
without a recorded permission; people who are named, and sentences that tell something about one person,
without it; words that mark a text as not for everybody; opinions where a neutral voice is meant; that
readers are told no other way to learn the same (no contact, telephone number, address or link); and a
headline or summary that may mislead who reads nothing else: a strong claim that the text then limits, or a
first word that points at nothing.

What it does not see: who is in a picture; whether permission was really given; whether what it says is
true. It is silent on everything but items of the bulletin. The sender, whoever is given as the contact, and
people in public office or with a published work may be named.
"""

from collections.abc import Iterator

from app import linear
from app.checks.check import Check
from app.checks.pointing import in_body, in_subject, in_text
from app.checks.public_people import is_public
from app.checks.wording.said import text_in
from app.checks.words import any_of, first_found, whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.item_text import Consent, ItemText
from app.domain.people import Person, Who
from app.domain.reading import Matter, Reading, Sentence, Tone

_ID = "bulletin-item"
_SURE = 0.5
_SURER = 0.8
_SURE_NAME = 0.6

_PICTURE_NAME = linear.compile(r"(?i)\.(?:jpe?g|png|gif|heic|heif|webp|bmp|tiff?|mp4|mov|avi|wmv|webm|m4v)$")
_PICTURES = any_of("""
    photos?|photographs?|pictures?|images?|videos?|films?|footage|slideshow|snaps?|gallery|filmed
""")
_SHOWN = whole_any(rf"""
    {_PICTURES}(?: \w+){{0,2}} (?:attached|below|above|enclosed|overleaf|(?:is|are) (?:attached|at|on|here|in))
    (?:attached|enclosed|see (?:the )?|(?:some|more|these|the|our|lovely|great) )(?:\w+ ){{0,2}}{_PICTURES} (?:of|from|show\w*)
    {_PICTURES} (?:of|showing) (?:our |the |some |all |those |these |happy |smiling )*(?:pupils?|children|students?|staff|winners?|parents?|families|boys?|girls?|class|team|participants|people|year \w+|everyone)
    {_PICTURES} (?:of|from) (?:the|our) (?:day|event|trip|visit|ceremony|performance|concert|show|prom|assembly|workshop)
""")  # noqa: E501 - one phrase a line
_NONE_SHOWN = whole_any(r"""
    (?:no|without|not|never|don't|do not|competition|framework|consent|permission|policy|send (?:us|me|in)|take|taking|enter|submit|your) (?:\w+ ){0,4}(?:photos?|photographs?|pictures?|images?|videos?|films?)
""")  # noqa: E501 - one phrase a line
_PUPILS = whole_any("pupils?|child|children|students?|boys?|girls?|class|year \\w+|toddlers?|bab(?:y|ies)")

_NOT_FOR_ALL = whole_any(r"""
    (?:strictly |private and )?confidential(?:ly)?
    (?:in|treated in) (?:strict(?:est)? )?confidence
    official[- ]sensitive
    not for (?:publication|circulation|onward circulation|wider circulation|public|sharing|parents|release)
    (?:do not|don't|please do not|must not be) (?:share|shared|forward|forwarded|circulate|circulated|publish|published|copy|copied)(?: (?:this|it|further|on|outside|wider|beyond))
    (?:embargoed|under embargo)
    restricted circulation
    (?:for )?(?:heads?|governors?|dsls?|internal(?: use)?|staff) eyes only
    internal use only
    not (?:yet )?(?:in the )?public (?:domain|knowledge)
""")  # noqa: E501 - one phrase a line
_SPOKEN_OF = linear.compile(
    r"(?i)(?:\b(?:about|on|of|keep|keeping|a|how to (?:treat|handle)|handling|protect\w*|free and|is|are|be"
    r"|replies|responses|answers"
    r"|survey|service|helpline|support|advice|completely|totally|fully|treated)[ \n](?:\w+ )?)$"
)
_OPINION = whole_any(r"""
    (?:i|we) (?:personally |strongly |firmly |really )*(?:think|believe|feel) (?:that )?(?:this|it|the|they|schools|ministers|government)
    in (?:my|our) (?:humble |personal |honest )?(?:view|opinion)
    (?:disgraceful|shameful|scandalous|outrageous|appalling|ludicrous|ridiculous|farcical|absurd|idiotic|pathetic|shambolic|a (?:disgrace|scandal|shambles|farce|joke|nonsense|cop-out))
    (?:yet another|so-called) (?:\w+ ){0,2}(?:cut|initiative|reform|edict|gimmick|change|consultation|improvement)
    (?:the )?(?:government|ministers?|ofsted|the dfe|the council|councillors|whitehall|unions?) (?:has|have|is|are) (?:once again |yet again |simply |clearly |totally )*(?:failed|failing|wrong|out of touch|let(?:ting)? us down|ignor(?:ed|ing)|betray(?:ed|ing)|refus(?:ed|ing) to listen)
    (?:sadly|disappointingly|unbelievably|incredibly|typically),? (?:the )?(?:government|ministers?|ofsted|dfe|council|unions?)
    (?:vote|campaign|protest|stand up|fight) (?:for|against) (?:\w+ ){0,3}(?:cuts?|government|party|council|policy|plans?|closure|candidate)
    unfair(?:ly)? (?:treated|funding|formula|cuts?|decision|targets?)
""")  # noqa: E501 - one phrase a line
_ABOUT_OPINION = linear.compile(
    r"(?i)\b(?:if you|do you|whether|what (?:you|schools)|tell us|say|some (?:say|think)|who)\s*$"
)

_OTHER_WAY = linear.compile(
    r"(?i)https?://|\bwww\.|@[\w-]+\.|\b0\d{2,4}[ -]?\d{3}|\b(?:ring|call|phone|telephone|e-?mail|contact"
    r"|ask|write to|speak to|talk to|visit)\b"
)

_STRONG_CLAIM = whole_any(r"""
    (?:no longer|must not|may not|cannot|never|banned|ban on|forbidden|illegal|against the law|compulsory|all schools must|every school must|unsafe|dangerous|toxic|deadly|crisis|chaos|guaranteed|proven|closing down|will close|scrapped|axed|free for all)
""")  # noqa: E501 - one phrase a line
_LIMITS = whole_any(r"""
    unless|except(?:ing)?|but|however|only (?:if|when|where|for)|does not apply|not apply|apart from|other than|exempt(?:ed|ion)?|no need to worry|in some|certain
""")  # noqa: E501 - one phrase a line
_POINTS_AT_NOTHING = linear.compile(
    r"(?i)^(?:it(?:'s| is| has| was| will| must)|this (?:is|has|was|will|must|means)|that (?:is|has|was"
    r"|will|means)"
    r"|they (?:are|have|were|will|must|can)|these (?:are|have|were|will)|those|he |she |see (?:above|below)"
    r"|as above|the above)\b"
)


def _look(reading: Reading) -> Iterator[Finding]:
    item = reading.draft.item
    if item is None:
        return
    if item.consent is not Consent.GIVEN:
        yield from _pictures(reading)
        yield from _people(reading, item)
    yield from _words(reading, "confidential", _not_for_all(reading))
    yield from _words(reading, "opinion", _opinions(reading))
    yield from _only_here(reading, item)
    yield from _out_of_context(reading, item)


def _pictures(reading: Reading) -> Iterator[Finding]:
    """Pictures among the documents, then pictures that the text speaks of."""
    named = [
        Span(Field.ATTACHMENTS, at, at + 1, attachment.name[:80])
        for at, attachment in enumerate(reading.draft.attachments)
        if _PICTURE_NAME.search(attachment.name)
    ]
    spoken, of_pupils = list[Span](), False
    for field, start, end in _hits(reading, _SHOWN):
        text = text_in(reading, field)
        sentence = _sentence_around(text, start, end)
        if _NONE_SHOWN.search(text[max(0, start - 40) : end]):
            continue
        of_pupils = of_pupils or _PUPILS.search(sentence) is not None
        spoken.append(in_text(reading, field, start, end))
    if not named and not spoken:
        return
    kind = "pupil-picture" if of_pupils else "picture"
    sure = Confidence.HIGH if named else Confidence.MEDIUM
    yield Finding(_ID, kind, sure, (*named, *spoken), {"pictures": len(named)})


def _people(reading: Reading, item: ItemText) -> Iterator[Finding]:
    told = [
        in_body(reading, s.start, s.end)
        for s in reading.sentences
        if s.story >= _SURE or (_is_of_one(reading, s) and max(s.matter.values(), default=0.0) >= _SURER)
    ]
    if told:
        yield Finding(_ID, "fact-about-person", Confidence.MEDIUM, tuple(told), {"sentences": len(told)})
    named = [person for person in reading.people if _is_named(reading, person, item)]
    if named:
        spans = tuple(in_text(reading, p.field, p.start, p.end) for p in named)
        yield Finding(_ID, "named-person", Confidence.MEDIUM, spans, {"people": len(named)})


def _is_of_one(reading: Reading, sentence: Sentence) -> bool:
    return bool(sentence.matter.keys() & set(Matter)) and any(
        p.field is Field.BODY and p.who is Who.THIRD_PARTY and sentence.start <= p.start < sentence.end
        for p in reading.people
        if p.confidence >= _SURE_NAME
    )


def _is_named(reading: Reading, person: Person, item: ItemText) -> bool:
    """Whether somebody is named who is neither the sender, the contact nor a public figure."""
    text = text_in(reading, person.field)
    is_other = person.who is Who.THIRD_PARTY and person.confidence >= _SURE_NAME
    if not is_other or is_public(text, person.start, person.end):
        return False
    words = text[person.start : person.end].casefold().split()
    return not words or words[-1].strip(".,'\u2019s") not in item.contact.casefold()


def _not_for_all(reading: Reading) -> Iterator[tuple[Field, int, int]]:
    for field, start, end in _hits(reading, _NOT_FOR_ALL):
        text = text_in(reading, field)
        is_mark = "confiden" not in text[start:end].casefold()
        if is_mark or not _SPOKEN_OF.search(text[max(0, start - 30) : start]):
            yield field, start, end


def _opinions(reading: Reading) -> Iterator[tuple[Field, int, int]]:
    for field, start, end in _hits(reading, _OPINION):
        if not _ABOUT_OPINION.search(text_in(reading, field)[max(0, start - 30) : start]):
            yield field, start, end
    for sentence in reading.sentences:
        heat = max(sentence.tone.get(t, 0.0) for t in (Tone.ANGER, Tone.PARTY_POLITICAL, Tone.SARCASM))
        if heat >= _SURER:
            yield Field.BODY, sentence.start, sentence.end


def _only_here(reading: Reading, item: ItemText) -> Iterator[Finding]:
    has_way = item.contact.strip() or item.links or _OTHER_WAY.search(reading.own)
    if not has_way:
        yield Finding(_ID, "only-here", Confidence.HIGH)


def _out_of_context(reading: Reading, item: ItemText) -> Iterator[Finding]:
    """Whether who reads only the headline or the summary may be misled."""
    subject = reading.subject.clean
    spans = [in_subject(reading, *claim.span()) for claim in first_found(_STRONG_CLAIM, subject)]
    summary = item.summary.strip()
    at = reading.own.find(summary[:80]) if summary else -1
    if at >= 0:
        claims = first_found(_STRONG_CLAIM, reading.own[at : at + len(summary)])
        spans += [in_body(reading, at + claim.start(), at + claim.end()) for claim in claims]
    is_limited = _LIMITS.search(reading.own) is not None
    if spans and is_limited:
        yield Finding(_ID, "out-of-context", Confidence.MEDIUM, tuple(spans))
    elif at >= 0 and (opening := _POINTS_AT_NOTHING.match(summary)):
        yield Finding(_ID, "out-of-context", Confidence.MEDIUM, (in_body(reading, at, at + opening.end()),))


def _words(reading: Reading, kind: str, hits: Iterator[tuple[Field, int, int]]) -> Iterator[Finding]:
    if spans := tuple(in_text(reading, *hit) for hit in sorted(set(hits), key=lambda h: h[1:])):
        yield Finding(_ID, kind, Confidence.MEDIUM, spans)


def _hits(reading: Reading, pattern: linear.Pattern) -> Iterator[tuple[Field, int, int]]:
    for field in (Field.SUBJECT, Field.BODY):
        for match in first_found(pattern, text_in(reading, field)):
            yield field, match.start(), match.end()


def _sentence_around(text: str, start: int, end: int) -> str:
    first = max(text.rfind(".", 0, start), text.rfind("\n", 0, start)) + 1
    last = min((at for at in (text.find(".", end), text.find("\n", end)) if at >= 0), default=len(text))
    return text[first:last]


CHECK = Check(
    _ID,
    _look,
    {
        "picture": "An item shows a picture, and permission is not recorded",
        "pupil-picture": "An item shows a picture of pupils, and permission is not recorded",
        "named-person": "An item names somebody, and permission is not recorded",
        "fact-about-person": "An item tells something about one person, and permission is not recorded",
        "confidential": "An item is marked as not for everybody",
        "opinion": "An item gives an opinion where a neutral voice is meant",
        "only-here": "An item names no contact, link or number, so what it says can be had nowhere else",
        "out-of-context": "A headline or summary that may mislead who reads nothing else",
    },
)
