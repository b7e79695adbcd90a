"""Does a mail tell of danger now, though no phrase of ours names it?

No one sign is enough. What the language model hears counts by how surely it hears it; an order to keep away
or to keep somebody in, words that it is now, an hour that is near, a loud voice and something that can harm
count one each; something that goes wrong for children of a few schools within hours counts two. A drill, a
course, a day later in the week and a danger that is over are none, however loud they are.
"""

from app import linear
from app.checks.channels.hours_left import is_within_hours
from app.checks.channels.over import is_over, is_planned, is_unreal
from app.checks.channels.roads import odds_of
from app.checks.dated import words_around
from app.checks.heard_acts import heard, surest, together
from app.checks.pointing import in_body, in_subject
from app.checks.words import Pattern, first_found, whole_any
from app.domain.draft import Importance
from app.domain.finding import Span
from app.domain.reading import Act, DateMention, Reading

_ENOUGH = 4
_STEPS = (0.25, 0.6, 0.9)
_UNLIKE, _ALIKE, _VERY_ALIKE = -2.5, -1.5, 0.5  # chosen by writers left out (bench.routing.learn)
_SHOWN = 0.25
_MOST_SPANS = 5
_SOON = 1
_A_FEW = 4
_PLIGHT = 2
_AGAINST = 2
_ASKED = 0.8
_LONGEST = 4000

_ORDER = whole_any(r"""
    (?:do not|don't|dont|never|must not|mustn't|mustnt|nobody|no one|not to|no) (?:[\w']+ ){0,3}?(?:have|let|allow|use|drink|eat|serve|give|open|touch|go(?:es)?|enter|board|release|collect|hand|leaves?|start|put|send|come|light|approach|pick|take|turn|switch|swim|walks?|phones|switches)
    keep (?:[\w']+ ){1,4}?(?:in|inside|indoors|out|away|off|back|clear|shut|closed)
    (?:get|bring|move|take) (?:[\w']+ ){0,3}?(?:people|children|pupils|kids|staff|somebody|someone|everyone|everybody|them|him|her|all) (?:\w+ )?(?:out|in|inside|indoors|away|off)
    (?:somebody|someone) (?:\w+ ){0,3}?(?:needs? to|must|should)|(?:hold|keep) (?:[\w']+ ){1,5}?back|stop (?:serving|using|eating|drinking|giving|cooking|him|her|them|it)|nobody (?:on|in|near|under) (?:it|that|there)|(?:isn't|is not|aren't|are not) to be (?:told|given|let)|bin (?:it|them|the)|throw (?:it|them) (?:away|out)|stay (?:in|inside|away|indoors)
    take (?:it|them) off (?:the|your)|(?:shut|close|lock) (?:the |all |every |your |outside |classroom )*(?:windows?|doors?|gates?|valve)|windows shut|everyone in(?:side)?|everybody (?:in(?:side)?|out)
    (?:lock|tape|rope|fence|cordon|shut) (?:it|them|that|this|those) (?:off|up|out|down)|(?:do not|don't) (?:rely|trust|risk|wait)|isolate (?:it|them)
    evacuate|turn (?:it |them )?off|switch (?:it |them )?off|tape (?:it|them|the doors) (?:off|up)|call 999
    you(?:'ll| will) (?:need|have) to|have you got (?-i:\p{Lu}\p{Ll}+)|is (?:he|she|anyone|anybody) (?:there )?with you|(?:did|has) (?:he|she) (?:arrived?|turn(?:ed)? up|get there)
""")  # noqa: E501 - one phrase a line
_NOW = whole_any(r"""
    (?:\w+ )?minutes ago|(?:when|until|till|once) (?:it's|it is|it has|they've|they have) (?:\w+ )?(?:over|finished|clear|safe|gone|caught)
    now|at once|immediately|straight ?away|right away|this (?:minute|morning|afternoon|evening|lunch ?time)|today|tonight|on (?:its|his|her|their|our|my) way
    (?:\w+ )?minutes away|in (?:an|half an|the next|\w+) (?:hour|half hour|minutes)|within (?:the|an|\w+) (?:hour|minutes)|at lunch|(?:for|before) lunch|home ?time
    at break|before (?:registration|break|the bell|pick-?up|noon|you open|school)|(?:is|are) (?:driving|heading|coming|walking) (?:to|your|towards)|\d{1,2} o'clock|twelve o'clock|noon
    (?:is|are) (?:now |currently )?(?:looking|searching|hunting) for|(?:has|have|had|was|were|'s|'ve) (?:only )?just|just (?:rung|been|gone|had|told|seen|looked|issued|heard|called|found|come)|\d{1,2}[.:]\d\d
""")  # noqa: E501 - one phrase a line
_SHOUTED = linear.compile(r"\b(?:NOT|NOW|STOP|TODAY|RED|DANGER|URGENT|URGENTLY|READ|EMERGENCY|EVERYONE)\b")
_LOUD = whole_any("""
    at once|immediately|straight ?away
    read (?:this )?(?:now|first|at once)|please (?:read|see) before|urgent(?:ly)?|emergency
    as soon as you (?:get|see|read) this
""")
_HARM = whole_any(r"""
    gas|fire|flames|smoke|fum(?:es|ing)|acid|caustic|toxic|poison\w*|chemicals?|bleach|cleaning fluid|ammonia|chlorine|asbestos|glass|allerg\w+|contaminat\w+|salmonella|listeria|e\.? ?coli|legionella|carbon monoxide
    (?:times|above|over|below) the (?:legal |safe )?limit|let (?:him|her) go|come for (?:him|her)|leave (?:him|her) (?:alone|on (?:his|her) own)
    stranger|grabbed|followed|get in(?:to)? (?:the|his|a) (?:\w+ )?(?:car|van)|(?:asked|told) (?:\w+ ){1,3}?to get in(?:to)?
    knife|gun|weapon|machete|intruders?|armed|bomb|explosi\w+|police|ambulance|paramedics|fire service|met office|storm|lightning|flood\w*|burst
    nuts?|peanuts?|cashews?|almonds?|sesame|collaps\w+|ceiling|roof|walls?|planks?|beams?|masonry|cables?|live wires?|power|electric\w*|boiler|heating|sparks?|burn(?:t|s|ing)?|hospital|choking|unconscious|seizure|overdose|doses?|medicines?|medication|insulin|inhalers?|tablets|epi-?pens?
    condemned|dropped|lifts?|brakes?|coeliac|anaphyla\w+|missing|run off|ran off|court|judge|injunction|loose|brakes|recall(?:ed)?|crane|scaffold\w*|wasps|rabid|drown\w*|bitten|(?:broken|jammed|breaks?) down|jammed|taxi|wrong (?:passenger|child|pupil|bus|taxi|dose|medicine|bag)|under water|no (?:water|toilets?)|severe|environment agency|died|can't find (?:him|her|them)|(?:bus|coach|minibus|driver|escort)(?: \d+)? (?:can't|cannot|won't|isn't|is not|will not|has not|hasn't)|unsafe|dangerous|danger
""")  # noqa: E501 - one phrase a line
_WRONG = whole_any(r"""
    can't|cannot|can not|won't be|will not be|not allowed|isn't allowed|by mistake|wrong(?:ly)?|ill|sick|hurt|failed|stuck|crash(?:ed)?|hit|stranded|missing|rotten|broken|broke down
    no (?:\w+ )?(?:escort|driver|taxi|bus|coach|transport|adult|staff|toilets?|kitchen)|nobody|no one|times the (?:dose|strength|amount)
""")  # noqa: E501 - one phrase a line
_MEDICINE = whole_any(r"""
    doses?|dosage|medicines?|medication|insulin|injections?|inhalers?|tablets?|epi-?pens?|pens
""")
_WEEKLY = whole_any("(?:mon|tues|wednes|thurs|fri|satur|sun)days")
_CHILDREN = whole_any(r"""
    child(?:ren)?|pupils?|boys?|girls?|kids|passengers?|twins|reception|year \d+|of yours|meals|dinners
    (?:he|she|he's|she's|him|her)
""")


def danger_heard(reading: Reading) -> tuple[Span, ...]:
    """Where danger now is told, when enough speaks for it; empty otherwise."""
    if _is_calm(reading) or _signs(reading) < _ENOUGH:
        return ()
    if spans := heard(reading, Act.ALARM, _SHOWN):
        return spans
    told = (_places(reading, pattern) for pattern in (_ORDER, _HARM, _WRONG))
    return next(filter(None, told), heard(reading, Act.ALARM, 0.0)[:1])


def is_no_alarm(reading: Reading) -> bool:
    """Whether words that are often used lightly are so here: it is calm, and as a whole unlike danger."""
    odds = odds_of(reading)
    return odds is not None and odds.call < _UNLIKE and _is_calm(reading)


def _places(reading: Reading, pattern: Pattern) -> tuple[Span, ...]:
    """Where a pattern is found, in the body and once in the subject."""
    body = (in_body(reading, *m.span()) for m in first_found(pattern, reading.own, _MOST_SPANS))
    title = (in_subject(reading, *m.span()) for m in first_found(pattern, reading.subject.clean, 1))
    return (*body, *title)


def _signs(reading: Reading) -> int:
    """How much speaks for it; to many schools nothing does that is not said to be now."""
    text = f"{reading.subject.clean}\n{reading.own.strip()[:_LONGEST]}"
    alarm = sum(together(reading, Act.ALARM) >= step for step in _STEPS)
    schools = reading.audience.schools
    is_loud = (
        reading.draft.importance is Importance.HIGH
        or _SHOUTED.search(text) is not None
        or _LOUD.search(text) is not None
    )
    is_soon = is_within_hours(text, reading.draft.sending_at)
    is_now = _NOW.search(text) is not None
    whole = _as_a_whole(reading)
    if schools > _A_FEW and not (is_now or is_soon or is_loud):
        return 0
    is_few = 1 <= schools <= _A_FEW
    is_pressing = is_soon or (is_now and _MEDICINE.search(text) is not None)
    plight = _PLIGHT if is_pressing and is_few and _is_plight(text) else 0
    is_order = _ORDER.search(text) is not None or (
        (is_few or whole > 0) and surest(reading, Act.REQUEST) >= _ASKED
    )
    is_harm = _HARM.search(text) is not None or (whole > 0 and _WRONG.search(text) is not None)
    return alarm + is_loud + is_soon + is_now + is_order + is_harm + plight + whole


def _as_a_whole(reading: Reading) -> int:
    """How much the mail as a whole speaks for it, or against it."""
    odds = odds_of(reading)
    if odds is None:
        return 0
    return (odds.call >= _ALIKE) + (odds.call >= _VERY_ALIKE) - _AGAINST * (odds.call < _UNLIKE)


def _is_plight(text: str) -> bool:
    """Whether something has gone wrong for children: no escort, the wrong car, four times the dose."""
    return _WRONG.search(text) is not None and _CHILDREN.search(text) is not None


def _is_calm(reading: Reading) -> bool:
    """Whether it speaks of what is not real, not now or over, or to no school and no family."""
    if not (reading.audience.schools or reading.audience.webmail):
        return True
    today = reading.draft.sending_at.date()
    dates = (*reading.dates, *reading.subject_dates)
    is_later = any((d.day - today).days > _SOON and not _is_denied(reading, d) for d in dates)
    texts = reading.subject.clean, reading.own
    is_in_order = any(_WEEKLY.search(text) or is_planned(text) for text in texts)
    if is_later or (is_in_order and not is_within_hours(reading.own, reading.draft.sending_at)):
        return True
    return any(is_unreal(text) or is_over(text) for text in texts)


def _is_denied(reading: Reading, mention: DateMention) -> bool:
    """Whether it says which day it is not: "today, not Thursday"."""
    text = words_around(reading, mention)
    return text[: mention.start].rstrip().lower().endswith(" not")
