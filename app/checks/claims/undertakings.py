"""Does the mail accept blame for the organisation, or bind it as a letter would?

Blame: an admission of liability, of fault where harm was done, a promise to make a loss good, a right given
up. An apology alone is none. Binding: a guarantee, an order, a quote or post agreed, a price, a resignation.
What is denied, conditional, asked, quoted or "subject to contract" is neither.
"""

from app.checks.claims.said import find_said
from app.checks.tone.quotation import in_own_words
from app.checks.words import Pattern, any_of, whole_any
from app.domain.finding import Span
from app.domain.reading import Reading

_WE = any_of("""
    we(?:'ve|'re|'ll)?|(?:the|our|this) (?:school|academy|council|trust|nursery|college|centre|governors|governing body|staff|insurers?|service)
""")  # noqa: E501 - one phrase a line
_ACCEPTED = whole_any(rf"""
    {_WE} (?:\w+ ){{0,3}}?(?:accepts?|admits?|acknowledges?|concedes?) (?:\w+ ){{0,2}}?(?:liability|negligence|legal responsibility)
    {_WE} (?:\w+ ){{0,3}}?(?:accepts?|admits?|takes?|acknowledges?) (?:full |complete |total |entire |our )?(?:responsibility|blame) for (?:the|your|his|her|their|this|what|any) (?:\w+ ){{0,3}}?(?:accident|injur(?:y|ies)|damage|loss|harm|fall|incident|happened|theft|burns?|breakage|fracture)
    {_WE} (?:\w+ ){{0,2}}?(?:admits?|accepts?|acknowledges?) that (?:we|it|they) (?:lost|failed|broke|damaged|forgot|were wrong|was wrong|made (?:a|the) mistake)
    {_WE} (?:was|were|are|is|have been|has been) (?:\w+ )?(?:negligent|liable|legally responsible)
    {_WE} (?:\w+ )?(?:breached|failed in|are in breach of|were in breach of|was in breach of) (?:our|its|the|their) (?:\w+ )?(?:duty|duties|contract)
    (?:our|the school's|the council's|the trust's) (?:own )?negligence (?:caused|led|meant|was|is)|due to (?:our|the school's|the council's) (?:own )?negligence
""")  # noqa: E501 - one phrase a line
_FAULT = whole_any(rf"""
    (?:was|is|were) (?:\w+ ){{0,2}}?(?:our|the school's|the council's|the trust's|the academy's|the nursery's|our staff's) (?:own )?(?:fault|mistake|negligence)
    {_WE} (?:\w+ )?(?:was|were|are|is) (?:\w+ )?(?:at fault|to blame|in the wrong)
    (?:was|is) (?:\w+ )?down to (?:us|the school|our staff)
    {_WE} should have (?:\w+ )?(?:gritted|repaired|fixed|supervised|watched|checked|cordoned|locked|removed|replaced|mended|warned|cleared|secured)
    {_WE} (?:forgot|failed|neglected) to (?:grit|repair|fix|supervise|watch|check|lock|warn|secure|mend|replace|remove|clear|give|cordon)
""")  # noqa: E501 - one phrase a line
_HARM = whole_any(r"""
    accident|injur\w+|fell|(?:his|her|your|their|'s|the) fall|dental|slipped|tripped|hurt|hospital|a&e|fractur\w+|broke (?:his|her|your|their|an?) \w+|broken (?:\w+ )?(?:arm|leg|wrist|ankle|nose|finger|tooth|teeth|glasses|window|windscreen|phone)
    damag(?:e|ed|ing)|stolen|theft|burn(?:t|ed|s)|scald\w*|allergic|anaphyla\w+|compensation|insur(?:ance|ers?)|solicitors?|liability|concussion|stitches|bruis\w+
""")  # noqa: E501 - one phrase a line
_MADE_GOOD = whole_any(rf"""
    (?:{_WE} (?:will|shall|agree to|are (?:happy|willing|prepared|going) to|am happy to)|we'll) (?:\w+ )?compensate (?:you|him|her|them|your)
    (?:{_WE} (?:will|shall|agree to|are (?:happy|willing|prepared|going) to)|we'll) (?:\w+ )?pay (?:\w+ ){{0,3}}?(?:compensation|damages)
    (?:{_WE} (?:will|shall|agree to|are (?:happy|willing|prepared|going) to)|we'll) (?:\w+ ){{0,2}}?(?:pay|cover|meet|reimburse)(?: you)?(?: for)? (?:\w+ ){{0,3}}?(?:your|his|her|their) (?:\S+ ){{0,4}}?(?:repairs?|damage|treatment|bills?|dentist|dental \w+|replacement|glasses|legal (?:costs|fees)|excess|loss(?:es)?)
    (?:{_WE} (?:will|shall|agree to|are (?:happy|willing|prepared|going) to)|we'll) (?:\w+ ){{0,2}}?(?:pay|cover|meet|reimburse)(?: you)?(?: for)? (?:\w+ ){{0,4}}?(?:repairs?|damage|treatment|replacement|loss(?:es)?) (?:to|of|for) (?:your|his|her|their)
    (?:{_WE} (?:will|shall|agree to)|we'll) (?:\w+ )?(?:pay|cover|meet|reimburse)(?: you)?(?: for)? (?:all|any)(?: of)? (?:your|his|her|their) (?:\w+ ){{0,2}}?(?:costs|expenses|fees)
    (?:{_WE} (?:will|shall|agree to)|we'll) (?:\w+ )?(?:replace|repair|mend) (?:\w+ ){{1,5}}at our (?:own )?(?:expense|cost)
    {_WE} (?:\w+ )?waives? (?:\w+ ){{0,2}}?(?:rights?|claims?|liability)
""")  # noqa: E501 - one phrase a line
_RESERVED = whole_any("""
    without prejudice|(?:no|without) admission of (?:liability|fault)|subject to contract|not (?:legally )?binding|non-binding
    draft (?:for|letter|reply|wording|response)|not an admission
""")  # noqa: E501 - one phrase a line
_ORDER = "(?:order|acceptance|purchase order|commitment|agreement|contract|notice|resignation)"
_BOUND = whole_any(rf"""
    (?:{_WE}|I|I'll) (?:\w+ )?(?:guarantees?|undertakes?|pledges?|hereby agrees?|warrants?) (?:that|to|you)
    (?:{_WE}|I) (?:\w+ )?promises? (?:you )?that (?:\w+ ){{1,4}}?(?:will|shall) (?:be given|have|get|receive|be placed|be offered|be paid)|you have (?:my|our) word
    (?:{_WE}|I) (?:\w+ ){{0,3}}?(?:accepts?|agrees? to|confirms? acceptance of) your (?:\w+ ){{0,2}}?(?:quote|quotation|tender|bid|price|estimate|terms|(?:revised|final|written) offer)
    (?:{_WE}|I) (?:\w+ ){{0,4}}?offer you (?:the|an?|this) (?:\w+ ){{0,4}}?(?:post|job|position|role|contract|tenancy|lease)
    (?:take|treat|accept) this (?:e-?mail |message |letter )?as (?:\w+ ){{0,3}}?{_ORDER}
    this (?:e-?mail|message) (?:is|constitutes|serves as|forms) (?:\w+ ){{0,3}}?{_ORDER}
    I (?:am writing to |hereby |wish to |would like to |have decided to )?(?:resign|tender my resignation|hand in my notice|give (?:you )?(?:my )?notice)
    please accept (?:this|my) (?:\w+ ){{0,4}}?(?:resignation|notice)
    (?:{_WE}|I) (?:am writing to |are writing to |hereby |wish to |would like to )?terminates? (?:the|our|your|this) (?:\w+ )?(?:contract|agreement|tenancy|lease)
    (?:{_WE}(?: will| agree to)|we'll) pay (?:you |your \w+ )?(?:\w+ ){{0,3}}?\x{{a3}} ?\d[\d,.]*
    (?:{_WE} can|we will|we'll) do (?:it|this|that|the \w+) for \x{{a3}} ?\d[\d,.]*|our (?:\w+ )?(?:price|quote|offer) (?:is|would be|will be) \x{{a3}} ?\d[\d,.]*
    (?:I|we) (?:hereby )?(?:confirm|place) (?:our|the|an) order|go ahead (?:with|and) (?:\w+ ){{0,6}}?(?:at|for) (?:the (?:agreed|quoted) price|\x{{a3}} ?\d[\d,.]*)
""")  # noqa: E501 - one phrase a line


def find_blame(reading: Reading) -> tuple[Span, ...]:
    """The sentences that accept blame or make a loss good."""
    text = in_own_words(reading)
    if _RESERVED.search(reading.subject.clean) or _RESERVED.search(text):
        return ()
    patterns = [_ACCEPTED, _MADE_GOOD, *([_FAULT] if _HARM.search(text) else [])]
    return _outright(reading, text, patterns)


def find_binding(reading: Reading) -> tuple[Span, ...]:
    """The sentences that bind the organisation, or end what bound it."""
    text = in_own_words(reading)
    if _RESERVED.search(reading.subject.clean) or _RESERVED.search(text):
        return ()
    return _outright(reading, text, [_BOUND])


def _outright(reading: Reading, text: str, patterns: list[Pattern]) -> tuple[Span, ...]:
    found = {
        said.span: None
        for pattern in patterns
        for said in find_said(reading, pattern, text)
        if not said.is_doubted and not said.is_told
    }
    return tuple(sorted(found, key=lambda span: span.start))
