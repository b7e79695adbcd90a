"""Does the author allege grave conduct of a colleague or a pupil, off the road that is meant for it?

Needs in one sentence: a word of hearsay or of witness, a colleague or pupil (by name or by post), and a grave
deed. Whoever writes to somebody whose work it is to hear of it is left alone, and so are procedures, rules,
training and stories.
"""

from collections.abc import Collection

from app.checks.claims.hearers import is_for_such_ears
from app.checks.claims.said import find_said
from app.checks.stories.staffing import is_process
from app.checks.tone.setting import is_of_fiction
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.people import Who
from app.domain.reading import Reading, Sentence

_DEED = whole_any(r"""
    hit|hits|hitting|slapped|slapping|punched|punching|kicked|assaulted|assaulting|touched (?:\w+ ){0,2}(?:child|children|pupils?|girls?|boys?|inappropriately)|touching (?:\w+ ){0,2}(?:child|children|pupils?|girls?|boys?)
    groomed|grooming|bullied|bullying|bullies|harassed|harassing|drunk at|drunk in|drunk on (?:duty|the|a)|turned up drunk|drinking (?:at|in|on)|steal|steals|stealing|stole|stolen|fiddled|fiddling|fraud|falsified|falsifying|forged|forging|took bribes|taking bribes
    on drugs|taking drugs|dealing drugs|dealing|selling drugs|abused|abusing|inappropriate (?:relationship|contact|messages?|touching)|sexual(?:ly)?|affair with an? (?:pupil|student)|racist (?:remarks?|comments?|language|names)
    cheated (?:in|on|with)|cheating (?:in|on|with)|altered the (?:marks|papers|scores|answers)|changed the (?:marks|papers|scores|answers)|manhandled|dragged|locked (?:\w+ ){1,3}in|watching porn\w*
""")  # noqa: E501 - one phrase a line
_HEARSAY = whole_any(r"""
    alleged|allegedly|allegations?|accused|accuses|apparently|rumou?rs?|reportedly|supposedly|I(?:'ve| have)? (?:also )?(?:been told|heard|suspect|believe|think|saw|seen|witnessed|know)|we(?:'ve| have)? (?:all )?(?:heard|saw|seen|know|witnessed)
    was (?:seen|caught)|were (?:seen|caught)|caught (?:him|her|them)|is said to|are said to|people (?:are )?say(?:ing)?|word is|(?:told|tells) me|I'm told|I am told|I was told|(?:keeps?|has been|have been|is|was) (?:\w+ )?(?:hitting|slapping|stealing|bullying|touching|drinking|harassing|abusing|fiddling|dealing|grooming|taking|watching|falsifying|forging)
""")  # noqa: E501 - one phrase a line
_WHO = whole_any(r"""
    teachers?|tas?|teaching assistants?|colleagues?|head ?teacher|head|deputy(?: head)?|caretaker|members? of staff|staff member|manager|supervisor|cook|governor|coach|technician|receptionist|bursar|pupils?|students?|lunchtime (?:assistant|supervisor)|tutor|cleaner
    (?:mr|mrs|ms|miss|dr) \pL+|(?:boy|girl)s? in (?:year|my|his|her|class) ?\w*
""")  # noqa: E501 - one phrase a line
_RULE = whole_any(r"""
    polic(?:y|ies)|procedures?|training|courses?|case study|e-?learning|lessons?|assembly|workshop|guidance|campaign|awareness|news|newspaper|article|film|play|novel|history|unfounded|cleared|no truth
    if|whether|when|any|anyone|report|investigat\w+|police|match|goal|football|rounders|ball|base|scene|character|thunder|the show|a deal|dealing with|target|bullseye|show time|the news|by (?:a|the) (?:car|cold|bug|storm)
""")  # noqa: E501 - one phrase a line


def find_alleged(reading: Reading, heard: Collection[Sentence]) -> tuple[Span, ...]:
    """The sentences that allege such a thing and are not `heard` as a claim already."""
    found = [
        said
        for said in find_said(reading, _DEED)
        if _HEARSAY.search(said.words)
        and (_WHO.search(said.words) or _names_somebody(reading, said.sentence))
        and not _RULE.search(said.words)
        and said.sentence not in heard
        and not is_of_fiction(reading, said.words)
    ]
    if not found or is_for_such_ears(reading) or is_process(reading):
        return ()
    return tuple(said.span for said in found)


def _names_somebody(reading: Reading, sentence: Sentence) -> bool:
    return any(
        p.who is Who.THIRD_PARTY and p.field is Field.BODY and sentence.start <= p.start < sentence.end
        for p in reading.people
    )
