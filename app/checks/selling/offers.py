"""Does the mail advertise, or further a business that is not the organisation's?

An advert: a discount code, a thing of one's own for sale, or two different words of selling. A business of
one's own: "my salon", "I am taking orders for", a rep's round. What schools and councils offer themselves
(courses, uniform, clubs, fairs, lettings), schemes for staff and what a filter or a warning says are none.
"""

from app import linear
from app.checks.claims.said import find_said
from app.checks.pointing import in_body, in_subject
from app.checks.tone.quotation import in_own_words
from app.checks.words import any_of, first_found, whole_any
from app.domain.finding import Confidence, Span
from app.domain.reading import Reading

_STRONG = whole_any(r"""
    (?:discount|promo|promotional|voucher|coupon|referral) codes?|use (?:the )?code [A-Z0-9]{4,}|buy one,? get one(?: \w+)?|\d+ for the price of \d+|bogof
    (?:\d{1,2}|up to \d{1,2}) ?% off(?: \w+)?|while stocks last|money[- ]back guarantee
""")  # noqa: E501 - one phrase a line
_SMALL_AD = whole_any(r"""
    selling (?:off )?my (?:\w+ ){0,3}?\w+|my (?:\w+ ){1,3}?(?:is|are) (?:now )?(?:up )?for sale
    for sale:? (?:\S+ ){1,12}?(?:call|ring|text|message|reply to|see|ask|e-?mail) me
""")
_WEAK = tuple(
    whole_any(family)
    for family in r"""
    (?:special|exclusive|limited[- ]time|unbeatable|amazing|great|black friday|flash) (?:offers?|deals?|sales?|prices?|savings?)
    offer ends|sale ends|ends (?:on )?(?:sunday|midnight)|hurry|don't miss out|last chance to (?:buy|order|save)|limited time only
    (?:order|buy|shop|book|sign up) (?:now|today|online now)|click here to (?:buy|order|shop|save)|add to basket
    free (?:delivery|trial|gift|p&p|quote|consultation)|no obligation|half price|big savings|save (?:up to )?\x{a3}\d+
    prices? (?:from|start(?:s|ing)? (?:at|from)) (?:just |only )?\x{a3}\d+|(?:just|only) \x{a3}\d[\d.]*(?: each| per \w+)?
    perfect (?:christmas |birthday )?gift|treat yourself|stocking fillers?|award-winning (?:product|range|service)s?|best[- ]sell(?:er|ers|ing)
""".strip().splitlines()  # noqa: E501 - one family of words a line
)
_ENOUGH = 2
_SELLS = linear.compile(
    r"(?i)market(?:ing|s)|leisure|theatre|box.?office|events|museum|librar|trad(?:ed|ing)|lettings|catering"
)
_OF_OURS = whole_any(r"""
    (?:school|pe|our) uniform|second[- ]hand uniform|pre-loved|school (?:trip|meals?|lunch(?:es)?|fair|f[ae]te|fayre|play|photos?|photographs?)|year ?book|book fair|breakfast club|after[- ]school club|holiday club|wraparound|lettings?|pta|p[ts]fa|friends of
    courses?|delegates?|traded (?:services?|offer)|subscription|service level agreement|sla|cpd|inset|conference|workshops?|fundrais\w+|charit(?:y|ies)|raffle|tickets|hospice|bake sale|leavers'? hoodies
    staff (?:benefits|discounts?)|employee (?:benefits|discounts?)|benefits (?:platform|portal)|cycle to work|salary sacrifice|blue light card|framework|procurement|purchase order|quotation|invoice|budget|licen[cs]es?
    spam|scam|phishing|junk|hoax|unsolicited|leisure centre|library|libraries|museum|theatre|panto(?:mime)?|box office|matinees?|swimming lessons|business rates|council tax
""")  # noqa: E501 - one phrase a line

_MY = any_of(
    "my|my wife's|my husband's|my partner's|my sister's|my brother's|my mum's|my son's|my daughter's"
)
_OWN_TRADE = whole_any(rf"""
    {_MY} (?:own )?(?:\w+ ){{0,2}}?(?:business|company|shop|salon|stall|etsy(?: \w+)?|cake business|price ?list|side hustle|catalogue|holiday (?:let|cottage|villa)|clients|products)
    (?:I am|I'm|I also|I now|I) (?:\w+ )?(?:taking|take) (?:\w+ ){{0,2}}?(?:orders|bookings|commissions) (?:for|again|now)
    (?:I am|I'm) (?:\w+ ){{0,3}}?(?:an? )?(?:\w+ )?(?:avon|usborne|tropic|body shop(?: at home)?|scentsy|slimming world|weight watchers|forever living|herbalife|younique|arbonne|ann summers|oriflame|tupperware|pampered chef|neal's yard|phoenix cards) (?:\w+ )?(?:rep|representative|consultant|ambassador|distributor|seller|partner)
    (?:avon|usborne|tropic|scentsy|body shop at home|phoenix cards|ann summers|tupperware|pampered chef) (?:brochures?|catalogues?|books?|orders?|part(?:y|ies)) (?:\S+ ){{0,8}}?(?:staffroom|staff room|kitchen|my desk|from me|to me|with me|me know)
    (?:place|send|give|get) (?:your |any )?orders? (?:in )?(?:to|with) me|(?:order|book|buy) (?:\w+ ){{0,2}}?(?:with|through|from) me
    I (?:also |now )?(?:offer|do|provide|sell|run|make) (?:\w+ ){{0,4}}?(?:for sale|to order|private tuition|private lessons|tutoring|massages?|gel nails|lashes|haircuts|dog walking|photography|car valeting|decorating|plumbing|web design) (?:\S+ ){{0,8}}?(?:\x{{a3}} ?\d+|evenings?|weekends?|in my (?:own|spare) time|on the side|rates?|message me|let me know|if you are interested|if anyone)
    my (?:husband|wife|partner|sister|brother|mum|dad|son|daughter|friend) (?:\w+ ){{0,3}}?(?:has|runs|owns|started|opened|set up) (?:\w+ ){{0,4}}?(?:business|company|shop|salon|studio|caf\pL)\S* (?:\S+ ){{0,12}}?(?:call|ring|message|book|quotes?|prices?|number|website|visit|go|discount)
    I (?:also )?(?:make|bake|tutor|teach|sew|knit|sell|cut|groom) (?:\S+ ){{0,6}}?(?:from home|privately|to order|on the side),? (?:\S+ ){{0,10}}?(?:prices?|order|rates?|\x{{a3}} ?\d+)
    (?:could|can|please) (?:you )?(?:pay|settle) (?:\w+ ){{0,2}}?my invoice|invoice from my (?:business|company)
    my (?:hourly rate|rates|prices) (?:is|are|start|starts) (?:\w+ ){{0,2}}?\x{{a3}} ?\d+
""")  # noqa: E501 - one phrase a line
_NOT_TRADE = whole_any(r"""
    declar(?:e|ed|ing|ation)|register of (?:business )?interests?|conflict of interest|pecuniary|business interests?|business (?:manager|studies|case|plan|continuity|partner)|line management
    resign\w*|left|sold|closed|used to|uniform shop|tuck shop|school shop|stall at the (?:fair|fete|fayre)
""")  # noqa: E501 - one phrase a line


def find_advert(reading: Reading) -> tuple[Confidence, tuple[Span, ...]] | None:
    """How sure it is that the mail advertises, and the words; None when it does not seem so."""
    text, subject = in_own_words(reading), reading.subject.clean
    sender = reading.draft.sender
    if sender is not None and _SELLS.search(sender.address.partition("@")[0]):
        return None
    if _OF_OURS.search(text) or _OF_OURS.search(subject):
        return None
    strong = [in_body(reading, *m.span()) for m in first_found(_STRONG, text)]
    strong += [in_body(reading, *m.span()) for m in first_found(_SMALL_AD, text)]
    strong += [in_subject(reading, *m.span()) for m in first_found(_STRONG, subject)]
    weak = [next(first_found(pattern, text, 1), None) for pattern in _WEAK]
    told = [in_body(reading, *m.span()) for m in weak if m is not None]
    if strong:
        return (Confidence.HIGH if told or len(strong) > 1 else Confidence.MEDIUM), (*strong, *told)
    return (Confidence.MEDIUM, tuple(told)) if len(told) >= _ENOUGH else None


def find_own_trade(reading: Reading) -> tuple[Span, ...]:
    """The sentences that further the writer's or the family's own business."""
    return tuple(
        said.span
        for said in find_said(reading, _OWN_TRADE)
        if not said.is_doubted and not _NOT_TRADE.search(said.words)
    )
