"""Does the author allege grave conduct of a colleague or a pupil, off the road that is meant for it?

Needs in one sentence: a word of hearsay or of witness, a colleague or pupil (by name or by post), and a grave
deed; or a grave deed told outright, where the sentences beside it name the person and say that it was seen,
hushed up or kept quiet. Whoever writes to somebody whose work it is to hear of it is left alone, and so are
procedures, rules, training and stories.
"""

from collections.abc import Collection

from app.checks.claims.hearers import is_for_such_ears
from app.checks.claims.said import Said, find_said
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


_ABUSE_OF_OFFICE = whole_any(r"""
    (?:takes|taking|took|taken|helps? (?:him|her)self to) (?:\w+ ){0,3}?(?:cash|money|meat|food|stock|tools|diesel|laptops?|equipment|donations|supplies|petty cash|takings)\b[^.!?\n]{0,40}?(?:home|every (?:week|month|day|\w+day)|from|out of|for (?:him|her|them)sel)
    (?:cash|money|takings|donations)\b[^.!?\n]{0,30} (?:in|into) (?:his|her|their) (?:own )?(?:bag|pocket|purse|car|account)|(?:put|puts|putting) it in (?:his|her|their) (?:own )?(?:bag|pocket|purse|car)
    pocket(?:s|ed|ing) (?:\w+ ){0,3}?(?:cut|money|cash|difference|fees?|takings|rest)|defraud\w*|embezzl\w*|kick-?backs?|back-?handers?|brown envelopes?|bribe[sd]?|on the fiddle|cook(?:s|ed|ing) the books
    (?:sister|brother|wife|husband|cousin|partner|son|daughter|mate|friend|father|mother)'s (?:\w+ )?(?:firm|company|business)|firm that\b[^.!?\n]{0,30} (?:brother|sister|wife|husband|cousin)'s
    (?:claims?|claimed|claiming) (?:for )?(?:\w+ ){0,3}?(?:overtime|mileage|hours|expenses|shifts)\b[^.!?\n]{0,30}(?:never|didn't|did not|hasn't|not)|forg(?:e|es|ed|ing) (?:\w+ ){0,3}?(?:signatures?|sheets?|records?|papers)
    (?:changed|alters?|altered|rubbed out|rubs? out|rub|corrected|filled in|doctored|tampered with|faked|made up|backdated) (?:\w+(?:'s)? |\w+' |\w+\x{2019}s? ){0,3}?(?:answers?|marks|results|scores?|registers?|records?|figures|grades)
    (?:drags?|slaps?|punch(?:es)?|kicks?|shoves?|pinch(?:es)?|hits?|slapped|shoved|pinched|shook|smacks?|smacked|force-?feeds?|force-?fed) (?:him|her|them|it|the (?:children|child|residents?|pupils?|boys?|girls?|patients?|kids)|an? (?:child|boy|girl|pupil|resident|kid))
    (?:was|is|were|turns? up|came in|arrived|always) (?:\w+ )?(?:drunk|stoned|high)\b|(?:smells?|smelt|smelled|reek\w*|stinks?) of (?:drink|alcohol|whisky|vodka|beer|cannabis|weed)
    left the (?:children|pupils|kids|residents|boys|girls|class) (?:alone|unattended|unsupervised|by themselves|on their own)
""")  # noqa: E501 - one phrase a line
_SEEN_OR_HUSHED = whole_any(r"""
    I(?:'ve| have)? (?:also )?(?:seen|saw|watched|witnessed|noticed|heard|caught|found out|been told|suspect|know for a fact)|we(?:'ve| have)? (?:all )?(?:seen|saw|watched|witnessed)|I believe|I'm told|I am told
    (?:somebody|someone) (?:ought|needs|has|should)|(?:told|telling|warned|asked) (?:me|us) (?:to (?:drop|forget|leave|ignore|keep quiet)|not to)|cover(?:s|ed|ing)?(?: \w+)? up|(?:cover|hush)(?:s|ed|ing)?[ -](?:it|this|that|things)[ -]up|hush(?:ed|ing)? (?:it )?up|swept under|turn(?:s|ed|ing)? a blind eye|look(?:s|ed|ing)? the other way
    kept quiet|keep(?:ing)? quiet|get (?:this|it) off my chest|(?:don't|do not) (?:say|tell) (?:\w+ )?(?:anything|anyone|anybody|a word)|(?:won't|will not|never) believe|you (?:all )?(?:need|ought|should) to know|nobody (?:does|did|will do|dares)|behind (?:\w+ )?backs?|been going on|going on (?:since|for)|getting away with|gets away with|between (?:you and me|ourselves)
""")  # noqa: E501 - one phrase a line
_STAFF = whole_any(r"""
    (?:mr|mrs|ms|miss|dr) \pL+|(?:our|my|the) (?:\w+ )?(?:manager|treasurer|head|boss|deputy|caretaker|cook|bursar|foreman|supervisor)
    our staff|(?:some|one|two|three) of (?:our|the) (?:staff|teachers|carers|assistants)
""")  # noqa: E501 - one phrase a line
_NO_DEED = whole_any(r"""
    polic(?:y|ies)|procedures?|training|guidance|if|whether|any|anyone|anybody|case study|novel|film|play|match|football|rehearsal
""")  # noqa: E501 - one phrase a line
_BESIDE = 2


def find_alleged(reading: Reading, heard: Collection[Sentence]) -> tuple[Span, ...]:
    """The sentences that allege such a thing; hearsay that is `heard` as a claim already has its card."""
    found = [
        said
        for said in find_said(reading, _DEED)
        if _HEARSAY.search(said.words)
        and (_WHO.search(said.words) or _names_somebody(reading, said.sentence))
        and not _RULE.search(said.words)
        and said.sentence not in heard
        and not is_of_fiction(reading, said.words)
    ]
    found += _told_outright(reading, {said.sentence.start for said in found})
    if not found or is_for_such_ears(reading) or is_process(reading):
        return ()
    return tuple(said.span for said in found)


def _names_somebody(reading: Reading, sentence: Sentence) -> bool:
    return any(
        p.who is Who.THIRD_PARTY and p.field is Field.BODY and sentence.start <= p.start < sentence.end
        for p in reading.people
    )


def _told_outright(reading: Reading, known: Collection[int]) -> list[Said]:
    """Deeds told as a story: the person, and that it was seen or hushed up, stand in the sentences beside."""
    found = []
    places = {sentence.start: at for at, sentence in enumerate(reading.sentences)}
    for said in find_said(reading, _ABUSE_OF_OFFICE):
        if said.sentence.start in known or _NO_DEED.search(said.words) or said.is_doubted:
            continue
        at = places[said.sentence.start]
        beside = reading.sentences[max(0, at - _BESIDE) : at + _BESIDE + 1]
        words = reading.own[beside[0].start : beside[-1].end]
        is_somebody = _STAFF.search(words) or any(_names_somebody(reading, s) for s in beside)
        if is_somebody and _SEEN_OR_HUSHED.search(words) and not is_of_fiction(reading, said.words):
            found.append(said)
    return found
