"""Is this a private message, written to family or friends?

What it sees: a mail to one or two private mailboxes and to nobody else, with two or more different signs of
private life: a greeting to family, a loving close, home and errands, outings and holidays, one's own money,
car or health. One word of school, work or a child in the writer's care, and it is none.

What it does not see: private orders and bookings with companies; private mail to colleagues; anything with a
single sign. Nothing of it is ever recorded or shown to anybody but the writer, and no rule that listens to it
is on until the organisation says so.
"""

from collections.abc import Iterator
from itertools import islice

from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import Pattern, whole_any
from app.domain.audience import Belonging
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading

_ID = "personal-use"
_READERS_AT_MOST = 2
_LEAST_SIGNS = 2
_MOST_SPANS = 5
_SIGNS: tuple[Pattern, ...] = (
    whole_any("""
        (?:hi|hiya|hello|hey|dear|morning|evening|afternoon) (?:my )?(?:mum|mummy|mam|dad|daddy|nan|nana|gran|granny|grandma|grandad|sis|bro|auntie?|uncle|love|darling|dear|sweetheart|babe|hun|hon|gorgeous|mate|lovely|you two)
        (?:mum|dad|darling|sweetheart|babe),
    """),  # noqa: E501 - one phrase a line
    whole_any("""
        (?:lots of |all my |much |with )love(?: (?:from|to|and hugs|as always|always|you))?|love (?:you|and hugs|to (?:mum|dad|all|everyone|the kids))|hugs|x{2,}|kisses|miss you|love x+
    """),  # noqa: E501 - one phrase a line
    whole_any("""
        (?:what(?:'s| shall we have| do you (?:want|fancy))?|have|cook|get|for|your|our) (?:\\w+ )?(?:dinner|tea|supper|takeaway) (?:tonight|tomorrow)|for (?:dinner|tea|supper)(?: tonight)?
        (?:pick up|get|buy|grab) (?:some |the |a )?(?:milk|bread|wine|nappies|cat food|dog food|bits|shopping)|put the (?:washing|bins|oven|dinner|tea)|feed the (?:cat|dog)|walk the dog|the (?:babysitter|in-?laws)
        (?:home|back) (?:late|early|by|at|around|about) (?:tonight|\\d)|see you (?:at home|back home|tonight)|(?:your|our|my) (?:mum|dad|sister|brother|nan|in-?laws|husband|wife|partner|boyfriend|girlfriend|fianc.e?)
        (?:the|our|my) (?:kids|boys|girls|twins|little ones?) (?:are|have|want|need|at|to|from|will|with)|bathtime|bedtime|boiler|the plumber|the builders?|kitchen (?:fitter|units)|house (?:move|viewing)|estate agents?
    """),  # noqa: E501 - one phrase a line
    whole_any("""
        (?:our|my|your|the) (?:holiday|flights?|hotel|villa|caravan|hen (?:do|night|party|weekend)|stag (?:do|night|weekend)|wedding|honeymoon|anniversary|birthday (?:meal|drinks|party|present)|baby shower|weekend away)
        (?:down )?the pub|for (?:a )?(?:drinks|pint|curry|brunch)|night out|the (?:match|gig|cinema|gym)|tickets for|(?:come|coming|pop|popping) (?:over|round)|fancy (?:a|going|meeting|coming)|barbecue|bbq
    """),  # noqa: E501 - one phrase a line
    whole_any("""
        my (?:mortgage|car(?: insurance)?|mot|landlord|rent|gas bill|electricity bill|bank card|tax return|divorce|solicitor|house|flat|dentist|gp|doctor|scan results?|driving test)
        (?:ebay|vinted|gumtree|rightmove|zoopla|asos|amazon (?:order|parcel|delivery))
    """),  # noqa: E501 - one phrase a line
)
_WORK = whole_any("""
    schools?|pupils?|students?|class(?:es)?|teachers?|lessons?|homework|head ?teacher|governors?|trustees|council|councillor|trust|academy|nursery|senco|ehcps?
    your (?:son|daughter|child|children)(?:'s)?|parents' evening|trip|term|attendance|policy|invoices?|contract|meetings?|agenda|minutes|report|training|course|interview|vacancy
    application|referral|social workers?|case|assessment|reference number|team|colleagues?|office|department|service|appointment|centre|family support|foster\\w*|placement
    safeguarding|complaint|request|enquiry|regards|sincerely|faithfully
""")  # noqa: E501 - one phrase a line


def _look(reading: Reading) -> Iterator[Finding]:
    readers = reading.audience.readers
    is_private = all(r.belonging is Belonging.WEBMAIL for r in readers)
    if not is_private or not 1 <= len(readers) <= _READERS_AT_MOST:
        return
    if _WORK.search(reading.own) or _WORK.search(reading.subject.clean):
        return
    said = [(s, words_of(reading.own, s)) for s in sentences_in(reading)]
    signs = sum(any(sign.search(words) for _, words in said) for sign in _SIGNS)
    if signs < _LEAST_SIGNS:
        return
    told = (s for s, words in said if any(sign.search(words) for sign in _SIGNS))
    spans = tuple(in_body(reading, s.start, s.end) for s in islice(told, _MOST_SPANS))
    yield Finding(_ID, "private-message", Confidence.MEDIUM, spans, {"signs": signs})


CHECK = Check(_ID, _look, {"private-message": "A private message to family or friends"})
