"""Which names of people name something else?

``St Wilfrid's Primary``, the Okafor Prize, ``Crohn's disease``, Martyn's Law, Baker Street: a person's name
that is only a part of the name of a school, street, prize, illness or law does not speak of anybody.
"""

from app import linear
from app.reading.naming.word_lists import word_set
from app.reading.naming.writing import APOSTROPHES, folded, without_possessive

HEADS = word_set(
    """
    school schools primary infant infants junior juniors nursery academy academies college grammar aid
    secondary university federation trust preschool playgroup church cathedral chapel hospital gurdwara
    mosque temple synagogue hospice surgery clinic infirmary library museum theatre centre center street
    road avenue drive crescent terrace gardens square mews lane estate court prize cup trophy award
    awards medal shield bursary scholarship fund foundation memorial lecture appeal ltd limited llp plc
    inc solicitors associates bros brothers syndrome disease disorder palsy sarcoma lymphoma chorea
    ataxia contracture score law act report review inquiry enquiry clause competence guidelines
    principle principles profile benchmark benchmarks scale method theory theorem building wing suite
    """
)
STREETS = word_set(
    """
    street road avenue drive crescent terrace gardens square mews lane court close way park hill place grove
    row rise green st rd ave
    """
)
SOFT_HEADS = word_set(
    """
    hall house close way park hill wood ward bridge place grove row rise farm bay green room field
    fields arms inn station airport team
    """
)
_EPONYMS = word_set(
    """
    crohn down asperger parkinson alzheimer tourette hodgkin huntington bell raynaud addison perthes
    sjogren marfan cushing graves hirschsprung guillain meniere paget barrett dupuytren hashimoto
    barnardo sainsbury mcdonald wetherspoon lloyd kellogg domino nando waterstone boots ladbroke
    macmillan samaritan mencap ofsted arbor bromcom makaton boxall gillick nelson ocado tesco asda aldi
    argos
    """
)
_ALSO_PEOPLE = frozenset(("lloyd", "nelson"))
_OWNS = linear.compile(r"^['\x{2019}]s (?:[a-np-z]|o[a-eg-z]|of[a-z])")
_RANKS = word_set("duke prince princess king queen earl baron baroness bishop dean lord lady sultan major")
_OF = linear.compile(r"^ of (?:the )?\p{Lu}")
_SAINT = linear.compile(r"(?:\b(?:St|SS|Saint|Saints|St\.|Sts)[ \x{a0}])$")
_NEXT = linear.compile(
    r"^(?:['\x{2019}]s?)?[ \x{a0}]((?:(?:\p{Lu}[\pL'\x{2019}]*|of|and|&|the)[ \x{a0}]){0,3})(\pL+)"
)
_REACH = 80


def is_thing(text: str, start: int, end: int, *, is_sure: bool) -> bool:
    """Whether the name from `start` to `end` is only a part of a thing's name, or an eponym."""
    name = text[start:end]
    after = text[end : end + _REACH]
    first = folded(without_possessive(name.split()[0])) if name.split() else ""
    is_owned = after[:1] in APOSTROPHES or name[-2:-1] in APOSTROPHES
    is_somebodys = first in _ALSO_PEOPLE and _OWNS.match(after) is not None  # "Lloyd's mum"
    if " " not in name and first in _EPONYMS and not is_somebodys and (is_owned or name[-1:] == "s"):
        return True
    if first in _RANKS and " " not in name and _OF.match(after):
        return True
    before = text[max(0, start - 8) : start]
    if "S" in before and _SAINT.search(before) and not after.lstrip()[:1].islower():
        return True
    return _has_head(after, is_sure=is_sure, is_the=before.endswith(("the ", "The ")))


def _has_head(after: str, *, is_sure: bool, is_the: bool) -> bool:
    match = _NEXT.match(after)
    if match is None:
        return False
    word, between = match[2], match[1].split()
    if between and folded(between[0]) in _SCHOOLS:  # "Sir John Leman High School and ..."
        return True
    if between and (
        folded(between[0]) in _JOINING or (is_sure and not _OF_SCHOOLS.issuperset(map(folded, between)))
    ):
        return False
    heads = HEADS if after[:1] in APOSTROPHES else _NOT_OWNED  # "Martyn's Law", but "Marlon Law"
    if folded(word) not in heads and folded(word) not in SOFT_HEADS and folded(word) not in _GROUPS | _ROOMS:
        return any(folded(other) in heads for other in between)
    if word[0].islower():
        heads = _GROUPS | _ROOMS if is_the else _GROUPS
        is_group = folded(word) in heads and after[:1] not in APOSTROPHES  # the Rowan class
        return not between and (is_group or folded(word) in _LOWER_HEADS)
    return folded(word) in HEADS or not between


_SCHOOLS = word_set("school schools academy college university")
_GROUPS = word_set("class classes")
_ROOMS = word_set("ward room building wing suite lounge hub hall banner block")
_NOT_OWNED = HEADS - {"law"}
_OF_SCHOOLS = word_set(
    "church of england catholic rc ce c e memorial primary infant junior community special"
)
_JOINING = frozenset(("of", "and", "the", ""))
_LOWER_HEADS = word_set(
    """
    syndrome disease disorder palsy sarcoma lymphoma chorea prize cup trophy award medal shield bursary
    scholarship law competence benchmarks profile scale theorem street road
    """
)
