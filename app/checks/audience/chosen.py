"""Does a mail say why just these schools get it?

What the policy calls a specific selection for a specific reason: schools that joined, bought, booked, were
picked or are hit by something. Phrases tell it, or the language model hears it. How surely it must be heard
depends on the set: the more schools there are, the less it is a selection, and most of them are none.
Readers who are counted in the text, rightly ("the six bases", to six schools), were chosen by somebody.
"""

from collections.abc import Iterator
from math import prod

from app import linear
from app.checks.channels.mail_preferred import MAIL_FEELS_BETTER
from app.checks.duties.sightings import find_chasing
from app.checks.heard_acts import news_beside, sentences_heard
from app.checks.pointing import in_body
from app.checks.words import any_of, first_found, joined, whole, whole_any
from app.domain.finding import Span
from app.domain.reading import Act, Reading, Sentence

_MOST = 0.8
_FEWEST_COUNTED = 4
_HALF_HEARD = 0.25
_SURE_ENOUGH = ((0.25, 0.6), (0.4, 0.8), (_MOST, 0.9))
"""Up to which share of all schools it must be heard how surely."""
_ADDS_UP = 0.4
_BARELY = 0.1
_SMALL = 0.25
_LEAD = 0.3

_CHOSEN = any_of("""
    subscribe[ds]?|subscribers|subscribing|bought|buys?|buying|purchase[ds]?|purchasing
    signed up|joined|registered|enrolled|opted
    volunteered|expressed (?:an )?interest|requested|applied|booked|attended
    tak(?:e|ing) part|taken part|took part|participat(?:e|ed|ing)|affected
    (?:been )?(?:selected|chosen|sampled|identified|awarded|granted)
    taken out|took out|paid in(?:to)?|contracted|won|in receipt of|(?:put|sent) in a bid
""")
_WHO = any_of("schools?|academies|settings|colleges|headteachers|heads|colleagues|those|you've|you|we|they")
_HAVING = any_of("who|that|which|have|has|had|all|are|was|were|already|also|recently|previously|currently")
_CUSTOMERS = any_of("schools?|academies|settings|colleges|headteachers|heads|those|you")
_USING = any_of("""
    us(?:e|es|ed|ing) (?:our|the|this) (?:[\\w'-]+ ){0,3}(?:services?|schemes?|systems?|package|platform|portal|software|library|sla)
""")  # noqa: E501 - one phrase a line
_IN_A_PROJECT = any_of("""
    (?:in|part of|on) (?:our|the|this) (?:[\\w'-]+ ){0,3}(?:pilot|trial|cohort|sample|share|scheme|partnership|programme|project|consortium)
""")  # noqa: E501 - one phrase a line
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_NUMBER = joined((*_WORDS[2:], "few", "dozen", "[0-9]{1,3}"))
_ONLY_THESE = whole_any(rf"""
    (?:only|just) (?:for|to|affects?|concerns?|going to|meant for|being sent to) (?:the |those |these )?{_NUMBER}(?: \w+){{0,2}} {_CUSTOMERS}
    (?:only|just) to (?:those|these) {_NUMBER}
    (?:concerns?|affects?|goes|go|is|are) (?:only|just) (?:to |for )?(?:the |those |these )?(?:{_NUMBER} )?(?:\w+ ){{0,2}}{_CUSTOMERS} (?:whose|who|that|which|with|in|on)
    only (?:e-?mailing|mailing|writing to|contacting|asking|sending (?:this|it) to) (?:the |those |these )?(?:{_NUMBER} )?(?:\w+ ){{0,2}}{_CUSTOMERS}
    our {_NUMBER} (?:[\w-]+ ){{1,2}}(?:schools|academies|settings|hosts?|hubs)
    as you (?:have |had |all )?(?:agreed|asked|applied|signed up|booked|bid|volunteered|offered)
    one of (?:the |our |these |those )?(?:{_NUMBER} )?(?:\w+ ){{0,3}}{_CUSTOMERS} (?:that|who|which|whose|with|in (?:the|our))
    one of (?:the |our )?{_NUMBER} (?:that|who|which|whose|with|in (?:the|our))
    one of our (?:{_NUMBER} )?(?:[\w-]+ ){{1,3}}(?:schools|academies|settings)
    you(?:'ve| have) (?:each|all|both) (?:{_HAVING} )*{_CHOSEN}
""")  # noqa: E501 - one phrase a line
_THIS_READER = whole_any(r"""
    (?:reading|getting|receiving|seeing|sent|got|get) this(?: (?:e-?mail|message|note))?,? (?:then|because|since|as) (?:your|you|yours)
    (?:hi|hello|hiya|dear|morning|afternoon)(?: all| again| our| to our)*,? (?:pilot|trial|pathfinder|partner|member|subscriber|host|hub|link) (?:people|folks?|schools|heads|leads|colleagues|teams)
    only (?:the |our )?(?:\w+ )?(?:holders|members|subscribers|customers|users|winners|hosts|participants|recipients|buyers)
    only for (?:them|those|the ones) (?:that|who|which)
    (?:no|none of the) other schools? (?:has|have|will|is|are|gets?|needs?|uses?)
    (?:the|all) (?:other|rest of the) schools (?:have not|haven't|need not|needn't|do not|don't|won't|will not|are not|aren't)
    (?:not|\w+n't) (?:sent|been sent|gone|going|told|written) (?:\w+ )?to (?:the )?(?:other|any other|every other|rest of the) schools?
""")  # noqa: E501 - one phrase a line
_REASON = whole(
    joined(
        (
            rf"{_WHO}\s+(?:{_HAVING}\s+)*{_CHOSEN}",
            rf"{_CUSTOMERS}\s+(?:{_HAVING}\s+)*{_USING}",
            rf"{_CUSTOMERS}\s+(?:{_HAVING}\s+|is\s+)*{_IN_A_PROJECT}",
            any_of("""
                (?:pilot|participating|subscrib(?:ing|er)|buy-?back|partner|sample|member) schools
                (?:selected|affected|hub|lead|member|link) schools
                as (?:an? )?(?:subscribers?|members?|pilot schools?|customers?|participants?)
                (?:receiving|received|getting|sending) (?:you )?this (?:(?:e-?mail|message|letter) )?because
            """),
        )
    )
)
_COUNT = whole(
    rf"(?:(?:of|with|and|to)\s+)?({_NUMBER})\s+(?:of\s+you|others|(?:[\w'-]+\s+){{0,3}}?"
    r"(?:schools|academies|settings|colleges|nurseries|primaries|secondaries|heads|head\s?teachers|kitchens"
    r"|sites|bases|units|hosts?|hubs|pilots?|partners|members|winners|centres|federations|trusts))"
)
_IN_DOUBT = any_of(
    r"n't|\b(?:not|never|if|whether|unless|should|please|can|could|to|may|would|any|until|when)"
)
_NO_REASON = linear.compile(rf"(?i){_IN_DOUBT}\b[^.\n]*$")
_IF = linear.compile(r"(?i)(?:n't|\b(?:not|never|if|whether|unless))\b[^.\n]*$")
_TO_WHOM = linear.compile(
    r"(?i)(?:^\s*|\n\s*|\b(?:go(?:es|ing)?|sen[dt]|sending|writing|write|e-?mail|message|letter|only|again"
    r"|thanks|congratulations|thank you|welcome)\s+)"
    rf"to\s+(?:(?:all|only|the|those|our|{_NUMBER})\s+)*$"
)


def why_these(reading: Reading) -> tuple[Span, ...]:
    """Where the mail says why just these schools get it; empty when it does not, or goes to most schools."""
    if reading.audience.share >= _MOST:
        return ()
    reasons = [place for place in _told(reading.own) if not _is_chase(reading, place[0])]
    places = reasons or [m.span() for m in first_found(_THIS_READER, reading.own)]
    return tuple(in_body(reading, *place) for place in places) or _heard(reading)


def _told(own: str) -> Iterator[tuple[int, int]]:
    for match in first_found(_REASON, own):
        if not _NO_REASON.search(_TO_WHOM.sub("", own[max(0, match.start() - 60) : match.start()])):
            yield match.span()
    for match in first_found(_ONLY_THESE, own):
        if not _IF.search(own[max(0, match.start() - 60) : match.start()]):
            yield match.span()


def _heard(reading: Reading) -> tuple[Span, ...]:
    """The sentences in which it is heard, when it is heard surely enough for so many schools.

    Of more than a small share it must also outweigh what is said to many: news is often for "those who".
    """
    share, hearings = reading.audience.share, _hearings(reading, _HALF_HEARD)
    heard = _how_surely(reading)
    if _are_counted(reading):
        is_heard = heard >= _HALF_HEARD
    else:
        is_heard = heard >= _needed(share) and (share <= _SMALL or heard - news_beside(reading) >= _LEAD)
    return tuple(in_body(reading, s.start, s.end) for s in hearings) if is_heard else ()


def _needed(share: float) -> float:
    return next(least for most, least in _SURE_ENOUGH if share <= most)


def _how_surely(reading: Reading) -> float:
    """How surely it is heard: to few, half heard sentences add up."""
    scores = [s.act[Act.CHOSEN] for s in _hearings(reading, _HALF_HEARD)]
    is_adding = reading.audience.share <= _ADDS_UP
    return 1 - prod(1 - score for score in scores) if is_adding else max(scores, default=0.0)


def _hearings(reading: Reading, least: float) -> list[Sentence]:
    found = sentences_heard(reading, Act.CHOSEN, least)
    return [s for s in found if not _is_about_the_way(reading.own[s.start : s.end])]


def half_why_these(reading: Reading) -> tuple[Span, ...]:
    """Where a reason is half heard, in mail that gives none for certain.

    The fewer schools they are, the less must be heard.
    """
    share = reading.audience.share
    if share >= _MOST or (share >= _ADDS_UP and _how_surely(reading) < _needed(share)):
        return ()
    least = _BARELY if share <= _SMALL else _HALF_HEARD
    return tuple(in_body(reading, s.start, s.end) for s in _hearings(reading, least))


def _is_about_the_way(sentence: str) -> bool:
    """Whether it says why they are reminded, or why it is mail, and so not why it is just these."""
    return find_chasing(sentence) is not None or MAIL_FEELS_BETTER.search(sentence) is not None


def _is_chase(reading: Reading, at: int) -> bool:
    """Whether the sentence only says that they have not answered: "one of those who haven't replied"."""
    around = (s for s in reading.sentences if s.start <= at < s.end)
    return any(find_chasing(reading.own[s.start : s.end]) is not None for s in around)


def _are_counted(reading: Reading) -> bool:
    """Whether the text counts its readers, and rightly: as many as the schools that it goes to."""
    schools = reading.audience.schools
    counts = (m for text in (reading.subject.clean, reading.own) for m in first_found(_COUNT, text))
    return schools >= _FEWEST_COUNTED and any(_number(*m.group(1, 0)) == schools for m in counts)


def _number(word: str, said: str) -> int:
    """How many it says; "you and twelve others" are thirteen."""
    word = word.lower()
    many = int(word) if word.isdigit() else _WORDS.index(word) if word in _WORDS else 0
    return many + said.lower().endswith("others")
