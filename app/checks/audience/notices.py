"""Is a mail to all staff a notice of the organisation, or somebody's own word to everybody?

A notice is a new mail, to the list itself and not copied to it, that speaks for no one person: no "I" or
"my", no greeting by name, no person's name at its close, nothing lost, found or sold, and no question whether
anybody has seen something. What the notice is about, and whether all need it, is not asked here.
"""

from collections.abc import Sequence

from app import linear
from app.checks.audience.signing import closing_lines
from app.checks.wording.greeting import greeting_of
from app.checks.words import whole_any
from app.domain.audience import Reader
from app.domain.draft import Field, ReplyKind
from app.domain.reading import Reading

_MYSELF = whole_any("(?-i:I)|(?-i:I)'(?:m|ve|ll|d)|me|my|mine|myself")
_OWN_MATTER = whole_any(r"""
    (?:has|have|did|does|is|was|can|could|would|will|if) (?:any ?(?:one|body)|some ?(?:one|body))
    any ?(?:one|body) (?:seen|found|know|got|want|need|fancy|interested|lost|picked up|using|free|able|around|going|for)
    who(?:'s| is| wants?| fancies| would like)(?: \w+)? (?:up for|to (?:buy|join|play|come|have)|free|coming)
    lost|found|missing|mislaid|left behind|for sale|selling|to sell|going free|free to (?:a )?good home|to give away
    sponsor(?:ing|ship)?|just ?giving|raffle|sweepstake|collection for|leaving (?:do|drinks|card|present|gift)
    wishing (?:you|everyone|everybody)|ho ho ho|love from|discount|half price|\d for \d|(?:happy )?birthday|congratulations|well done|cakes?|who(?:ever| has| took| left| parked)
""")  # noqa: E501 - one phrase a line
_WORD = r"\p{Lu}[\p{L}'\x{2019}.-]*"
_NAME = linear.compile(
    rf"^[-~\x{{2013}}\x{{2014}} ]*{_WORD}(?:\s+(?:{_WORD}|de|van|von|der)){{0,3}}"
    r"(?:\s*\([^)]*\))?[,.!]?(?:\s*[xX]+)?$"
)
_NO_PERSON = whole_any("""
    regards|wishes|thanks|thank you|cheers|sincerely|faithfully|all the best|yours
    teams?|services?|departments?|dept|office|offices|unit|centre|network|group|committee|forum|union|council|trust|school
    management|directorate|library|museum|reception|desk
""")
_LAST_LINES = 3


def is_notice(reading: Reading, to_all: Sequence[Reader]) -> bool:
    """Whether a mail to these lists of everybody speaks for the organisation."""
    if reading.draft.reply is not ReplyKind.NEW or not any(r.recipient.field is Field.TO for r in to_all):
        return False
    greeting = greeting_of(reading)
    if greeting is not None and greeting.names:
        return False
    told = f"{reading.subject.clean}\n{reading.own}"
    return not (_MYSELF.search(told) or _OWN_MATTER.search(told) or _closes_with_a_person(reading))


def _closes_with_a_person(reading: Reading) -> bool:
    last = closing_lines(reading)[-_LAST_LINES:]
    return any(_NAME.match(line) and not _NO_PERSON.search(line) for line in last)
