"""Does this look like somebody's name, and is a child or parent spoken of here?

No name list and no model: two or three capitalised words that are not words of the office. Good enough
to read a column of names; never enough alone.
"""

from app import linear
from app.checks.words import whole_any, word_set

_NAME = linear.compile(
    r"(?:(?:Mr|Mrs|Miss|Ms|Mx"
    r"|Dr) )?\p{Lu}[\pL'\x{2019}-]+,? \p{Lu}[\pL'\x{2019}.-]*(?: \p{Lu}[\pL'\x{2019}-]+){0,2}"
    r"|\p{Lu}[\pL'\x{2019}-]+"
)
_OFFICE_WORDS = word_set(
    """
    meeting policy review fair school schools academy college year term visit day days week trip
    fete council office team governor governors committee training course event update report plan
    form letter bulletin newsletter agenda minutes autumn spring summer winter half inset open
    evening morning sports assembly concert performance staff budget return census deadline monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december primary secondary infant junior nursery reception
    total average mean church hall road street centre room version invoice order contract insurance
    service inspection ofsted check fire safety risk assessment data protection annual general the
    and of for consultation closing opening start end date due kent local authority
    """
)
_HEAD = whole_any(
    """
    pupils?
    child(?:ren)?
    students?
    learners?
    forenames?
    surnames?
    first ?names?
    last ?names?
    full ?names?
    names?
    legal names?
    candidates?
    """
)
CHILD = whole_any(
    """
    pupils?
    child(?:ren)?(?:'s)?
    sons?
    daughters?
    bab(?:y|ies)
    class lists?
    year (?:[1-9]|1[0-3]|r)
    nursery place
    on roll
    siblings?
    looked after
    ehcp?
    send register
    upns?
    """
)
FAMILY = whole_any(
    """
    mums?(?:'s)?
    mother(?:'s)?
    dads?(?:'s)?
    father(?:'s)?
    parents?'?(?:'s)?
    carers?'?(?:'s)?
    guardian(?:'s)?
    gran(?:dma|dad|ny|dmother|dfather)?(?:'s)?
    foster carer(?:'s)?
    emergency contacts?
    next of kin
    pupil(?:'s|s')
    child(?:'s)
    famil(?:y|y's|ies)
    step-?(?:mum|dad|mother|father)(?:'s)?
    aunt(?:ie)?(?:'s)?
    """
)
_LONGEST_NAME = 50


def is_name(words: str) -> bool:
    """Whether the words are shaped like a person's name."""
    words = words.strip(' "')
    if len(words) > _LONGEST_NAME or _NAME.fullmatch(words) is None:
        return False
    return not any(part.strip(",.").lower() in _OFFICE_WORDS for part in words.split())


def is_name_heading(words: str) -> bool:
    """Whether a column's heading says it holds names of people."""
    return _HEAD.search(words) is not None
