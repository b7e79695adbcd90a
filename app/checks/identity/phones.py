"""Whose telephone number is this: a family's, the writer's, or an office's?

Numbers that Ofcom could have given out (region GB), and its drama mobiles, which people write when they try
something out. A mobile is private unless its words say it is for work; any number is, beside words about
parents or pupils.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

from app import linear
from app.checks.identity.names import FAMILY
from app.checks.patterns.cues import words_before
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.checks.words import whole_any
from app.domain.finding import Confidence

KIND = "personal-phone"
_SHAPE = linear.compile(r"(?:\+ ?44|\b0044|\(0|\b0)(?:[ ().\x{2013}-]{0,3}\d){9,11}\b")
_DRAMA_MOBILE = linear.compile(r"^(?:44|0044|0)7700900\d{3}$")
_EXAMINED_AT_MOST = 500
_REACH = 60
_AFTER = 24
_FAMILY_AFTER = linear.compile(
    r"(?i)^ ?[(\x{2013}-]? ?(?:is |his |her |the |their )*(?:mum|mother|dad|father|parent|carer|gran"
    r"|nan|guardian|emergency)(?:s|'s|\x{2019}s)?\b[^:]"
)
OWN = whole_any(
    """
    my (?:personal |own |private |home )?(?:mobile|number|phone|cell|landline|whatsapp|tel(?:ephone)?)
    (?:call|ring|text|phone|reach|contact|whatsapp|message|get) me
    (?:call|ring|text|phone|reach|contact|whatsapp|message|get) (?:hold of )?me
    give me a (?:call|ring|bell|text)
    i am on
    i'm on
    me on
    """
)
WORK = whole_any(
    """
    work (?:mobile|phone|number)
    school (?:mobile|phone|number|office)
    office
    duty (?:phone|mobile|officer|desk|line)
    on[- ]call
    trip (?:phone|mobile)
    reception
    helpline
    hotline
    help ?desk
    switchboard
    enquir(?:y|ies)
    main number
    contact us
    call us
    ring us
    text us
    our (?:number|phone|mobile|helpline|team|line|new number)
    direct (?:line|dial)
    ddi
    fax
    emergency services
    council
    engineer
    driver
    contractor
    supplier
    company
    booking line
    """
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that exists, and the words that stand before it."""

    start: int
    end: int
    is_mobile: bool
    before: str
    after: str


def find_phones(passage: Passage) -> Iterator[Phone]:
    """Every telephone number of the passage, the first few hundred."""
    for count, match in enumerate(_SHAPE.finditer(passage.text)):
        if count == _EXAMINED_AT_MOST:
            return
        is_mobile = _is_mobile(match.group())
        before = passage.text[match.start() - 1 : match.start()]
        if is_mobile is not None and not before.isalnum():
            words, _ = words_before(passage, match.start(), _REACH)
            after = passage.text[match.end() : match.end() + _AFTER]
            yield Phone(match.start(), match.end(), is_mobile, words, after)


def find_personal_phones(passage: Passage) -> Iterator[Sighting]:
    """Numbers of families, and mobiles that nothing says are for work or the writer's own."""
    for phone in find_phones(passage):
        family = FAMILY.search(phone.before) is not None or _FAMILY_AFTER.match(phone.after) is not None
        if family and not _is_work(phone.before):
            yield Sighting(
                KIND, phone.start, phone.end, Confidence.HIGH if phone.is_mobile else Confidence.MEDIUM
            )
        elif phone.is_mobile and not _is_work(phone.before) and OWN.search(phone.before) is None:
            yield Sighting(KIND, phone.start, phone.end, Confidence.MEDIUM)


def _is_work(before: str) -> bool:
    """Whether the nearest words say the number belongs to an office."""
    work = [m.end() for m in WORK.finditer(before)]
    family = [m.end() for m in FAMILY.finditer(before)]
    return bool(work) and (not family or work[-1] > family[-1])


def _is_mobile(written: str) -> bool | None:
    """Whether a number is a mobile; None where it is no British number at all."""
    if _DRAMA_MOBILE.match("".join(c for c in written if c.isdigit())):
        return True
    found = next(
        iter(phonenumbers.PhoneNumberMatcher(written, "GB", leniency=phonenumbers.Leniency.VALID)), None
    )
    if found is None or found.end - found.start < len(written.strip()) - 1 or found.number.country_code != 44:  # noqa: PLR2004
        return None
    return bool(phonenumbers.number_type(found.number) == phonenumbers.PhoneNumberType.MOBILE)
