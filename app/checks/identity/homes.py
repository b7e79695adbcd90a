"""Where somebody lives: which postal addresses are private ones?

A number, a street and a postcode (perhaps a town between, perhaps over lines), or a street straight after
"lives at". The address of an office, a school, a venue or a firm is not private.
"""

from collections.abc import Iterator
from itertools import islice

from app import linear
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.checks.words import whole_any
from app.domain.finding import Confidence

KIND = "home-address"
_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC"
    "|EH|EN|EX|FK|FY|G|GL|GU"
    "|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG"
    "|NN|NP|NR|NW|OL|OX|PA"
    "|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W"
    "|WA|WC|WD|WF|WN|WR|WS"
    "|WV|YO|ZE"
)
POSTCODE = rf"(?:{_AREAS})\d[A-HJKMNP-Y\d]? {{0,2}}\d[ABD-HJLNP-UW-Z]{{2}}"
_STREET_ENDS = (
    "Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Cl|Drive|Dr|Way|Court|Ct|Crescent|Cres|Gardens|Gdns"
    "|Grove|Place|Pl|Terrace"
    "|Terr|Hill|Park|Square|Sq|Row|Walk|Mews|Rise|View|Green|Meadows?|Fields?|Croft|Parade|Path|Orchard"
    "|Villas|Cottages?|Heights"
    "|Vale|Wood|Woods|Bank|Gate|Broadway|Mead|Chase|Common|End|Drove|Hythe|Quay|Wharf|Heath|Corner|Yard"
    "|Brow|Ridge|Estate"
)
_L = "A-Za-zÀ-ɏ'\u2019-"
_FLAT = (
    r"(?:Flat|Apartment|Apt|Unit|Plot) ?\d{1,4}[A-Za-z]?,?\s{1,3}"
    rf"(?:[A-Z][{_L}]+ (?:House|Court|Lodge),?\s{{1,3}})?"
)
_NUMBER = rf"(?:{_FLAT})?\d{{1,4}}[A-Za-z]?(?:[-/]\d{{1,4}})?,?"
_ONE_WORD = (
    rf"(?:The )?(?:High Street|Street|[A-Z][{_L}]*(?:way|gate|fields?|woods?|side|croft|mead|hurst|bank))\b"
)
_STREET = linear.compile(rf"{_NUMBER} (?:(?:[A-Z][.{_L}]+ ){{1,4}}(?:{_STREET_ENDS})\b\.?|{_ONE_WORD})")
_STREET_ANY_CASE = linear.compile(
    rf"(?i)^(?:flat \d{{1,3}}[a-z]?,? )?\d{{1,4}}[a-z]?,? (?:(?:[{_L}]+ ){{1,3}}?(?:{_STREET_ENDS})\b"
    rf"|[{_L}]+(?:way|gate|field|wood)\b)"
)
_STREET_WITHIN = linear.compile(_STREET_ANY_CASE.pattern.replace("(?i)^", r"(?i)\b", 1))
_TOWNS = linear.compile(rf"[\s,.]*(?:[A-Z][{_L}]+[\s,.]*){{0,8}}")
_POSTCODE = linear.compile(rf"\b(?:{POSTCODE}|[A-Z]{{1,2}}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{{2}})\b")
"""A code of an area that there is none of counts in its full form: it still stands behind a street."""
_BETWEEN = 80
_LOOK_BACK = 160
LIVES = linear.compile(
    r"(?i)\b(?:(?:lives?|living|moved in|resid(?:es|ing)|staying|moved|moving|relocated)(?: (?:with|now"
    r"|currently) [A-Za-z' ]{0,30}?)? (?:at|to|in)"
    r"|(?:home|new|family|current|previous|postal|permanent|their|his|her|child's|pupil's"
    r"|parent'?s'?) address(?:es)?(?: (?:is|was|now|will be))*"
    r"|address of (?:the )?(?:pupil|child|parent|family|mother|father)(?: is)?)\b[:\s\x{2013}-]{0,4}"
)
_PERSON = whole_any(
    """
    mum(?:'s)?
    dad(?:'s)?
    mother
    father
    parents?
    carers?
    child
    pupil
    student
    son
    daughter
    famil(?:y|ies)
    grandparents?
    guardian
    tenant
    d\\.?o\\.?b
    date of birth
    next of kin
    foster carers?
    employee
    home visit
    applicant
    """
)
_ORGANISATION = whole_any(
    """
    visit us
    find us
    venues?
    held at
    takes? place
    taking place
    located
    based at
    offices?
    head office
    registered
    our address
    write to us
    our new address
    delivery
    deliver(?:ed)? to
    send (?:it|them|your|the) .{0,20} to
    post to
    return(?:ed)? to
    invoices? to
    site
    hotel
    location
    shop
    branch
    clinic
    firm
    team
    department
    business
    (?:business|retail|science|enterprise) (?:park|centre)
    (?:industrial|trading) estate
    unit \\d+[a-z]?
    inn
    arms
    the [a-z]+ [a-z]+,
    centre
    hall
    college
    school
    academy
    nursery
    church
    library
    museum
    hospital
    surgery
    council
    limited
    ltd
    plc
    llp
    charity
    trust
    theatre
    stadium
    leisure
    company
    supplier
    services
    parking
    satnav
    meeting
    workshop
    conference
    restaurant
    pub
    training
    course
    """
)
_BEFORE = 70
_SENTENCE_END = linear.compile(r"[.!?\n]")


def find_homes(passage: Passage) -> Iterator[Sighting]:
    """Every private address. High beside words about living there; middling where only a person is near."""
    text = passage.text
    for cue in islice(LIVES.finditer(text), EXAMINED_AT_MOST):
        street = _STREET_ANY_CASE.match(text[cue.end() : cue.end() + _LOOK_BACK])
        if street is not None and not _is_of_office(text, cue.start(), cue.group()):
            end = cue.end() + street.end()
            yield Sighting(KIND, cue.end(), _with_postcode(text, end), Confidence.HIGH, canonical=True)
    for postcode in islice(_POSTCODE.finditer(text), EXAMINED_AT_MOST):
        start = _street_before(text, postcode.start())
        sure = None if start is None else _confidence(passage, start, postcode.end())
        if start is not None and sure is not None:
            yield Sighting(KIND, start, postcode.end(), sure)


def find_streets(text: str) -> Iterator[tuple[int, int]]:
    """Every number and street, with its postcode when it goes on to one, whoever's it is."""
    for street in islice(_STREET_WITHIN.finditer(text), EXAMINED_AT_MOST):
        if _stands_alone(text, street.start()):
            yield street.start(), _with_postcode(text, street.end())


def _street_before(text: str, end: int) -> int | None:
    """Where the address starts whose postcode stands at `end`; None when no street leads up to it."""
    first = max(0, end - _LOOK_BACK)
    found = None
    for street in _STREET.finditer(text[first:end]):
        between = text[first + street.end() : end]
        if (
            len(between) <= _BETWEEN
            and _TOWNS.fullmatch(between)
            and _stands_alone(text, first + street.start())
        ):
            found = first + street.start() if found is None else found
    return found


def _with_postcode(text: str, end: int) -> int:
    """The end of the address that goes on after its street, with its postcode when there is one."""
    postcode = _POSTCODE.search(text[end : end + _BETWEEN])
    if postcode is None or not _TOWNS.fullmatch(text[end : end + postcode.start()]):
        return end
    return end + int(postcode.end())


def _confidence(passage: Passage, start: int, end: int) -> Confidence | None:
    label = passage.tables.label_at(start)
    before = passage.text[max(0, start - _BEFORE) : start]
    if label:
        before = label[0] + before.rpartition("\n")[2]
    if LIVES.search(before) is not None and not _ORGANISATION.search(before):
        return Confidence.HIGH
    near = before + passage.text[end : end + 20].partition("\n")[0]
    if _ORGANISATION.search(near) is not None:
        return None
    return Confidence.HIGH if _PERSON.search(before) is not None else Confidence.MEDIUM


def _is_of_office(text: str, start: int, cue: str) -> bool:
    """Whether we, or an office, have the address: "our new address", "the clinic has moved to"."""
    before = text[max(0, start - _BEFORE) : start].lower()
    if before.rstrip().endswith(("our", "the school", "the office", "we", "school's", "office's")):
        return True
    moves = cue.lower().startswith(("mov", "reloc"))
    return moves and _ORGANISATION.search(_SENTENCE_END.split(before)[-1]) is not None


def _stands_alone(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not before.isalnum() and before not in {"/", "-", ".", "£"}
